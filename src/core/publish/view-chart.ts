import { scaleLinear, scaleTime } from 'd3-scale'

/**
 * Geometry of a bar chart, in hundredths of its width: words beside the bars keep the size of the page's text on every screen,
 * which a scaled picture would not.
 */
export interface BarChart {
  bars: { width: number; end?: number; index: number }[]
  ticks: { x: number; value: number }[]
}

/** Bars from zero; percentages always run to 100, so that charts compare. */
export function barChart(
  values: readonly { value: number; maxValue?: number | undefined }[],
  isPercent: boolean,
): BarChart {
  const highest = Math.max(...values.map(({ value, maxValue }) => maxValue ?? value), 0)
  const { x, ticks } = isPercent && highest <= 100 ? PERCENT : openScale(highest || 1, isPercent)
  return {
    bars: values.map(({ value, maxValue }, index) => ({
      width: round(x(Math.max(0, value))),
      ...(maxValue === undefined ? {} : { end: round(x(maxValue)) }),
      index,
    })),
    ticks,
  }
}

function openScale(highest: number, isPercent: boolean) {
  const x = scaleLinear().domain([0, highest]).range([0, 100])
  if (!isPercent) x.nice(4)
  return { x, ticks: x.ticks(4).map((value) => ({ x: round(x(value)), value })) }
}

/** Geometry of the appearances of a finding: one lane a language, one dot an appearance; x in hundredths, y in pixels. */
export interface LaneChart {
  height: number
  dots: { x: number; y: number; index: number }[]
  ticks: { x: number; date: string }[]
}

/** Pixels between two lanes, and of the axis below them. */
export const LANE = 26
const AXIS = 22
const DAY_MS = 86_400_000
/** Where a date's name may stand without going beyond the edge. */
const EDGE = 13

/** Lanes of points on a common time axis; `time` is milliseconds since the epoch. */
export function laneChart(points: readonly { time: number; lane: number }[], lanes: number): LaneChart {
  const times = points.map(({ time }) => time)
  const first = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const pad = Math.max(DAY_MS, (last - first) * 0.04)
  const x = scaleTime()
    .domain([new Date(first - pad), new Date(last + pad)])
    .range([0, 100])
  const ticks = x.ticks(4).map((date) => ({ x: round(x(date)), date: date.toISOString().slice(0, 10) }))
  return {
    height: lanes * LANE + AXIS,
    dots: points.map(({ time, lane }, index) => ({ x: round(x(time)), y: lane * LANE + LANE / 2, index })),
    ticks: ticks.filter((tick) => tick.x >= EDGE && tick.x <= 100 - EDGE),
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** Most charts are of percentages, all on the same scale. */
const PERCENT = openScale(100, true)
