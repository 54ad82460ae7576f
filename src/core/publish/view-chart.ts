import { scaleLinear, scaleTime } from 'd3-scale'

/** Geometry of a bar chart: one line of text above each bar, in units of the viewBox. */
export interface BarChart {
  width: number
  height: number
  bars: { y: number; width: number; end?: number; index: number }[]
  ticks: { x: number; value: number }[]
}

const BAR_WIDTH = 400
const ROW = 40
const AXIS = 22

/** Bars from zero; percentages always run to 100, so that charts compare. */
export function barChart(
  values: { value: number; maxValue?: number | undefined }[],
  isPercent: boolean,
): BarChart {
  const highest = Math.max(...values.map(({ value, maxValue }) => maxValue ?? value), 0)
  const x = scaleLinear()
    .domain([0, isPercent && highest <= 100 ? 100 : highest || 1])
    .range([0, BAR_WIDTH - 2])
  if (!isPercent) x.nice(4)
  return {
    width: BAR_WIDTH,
    height: values.length * ROW + AXIS,
    bars: values.map(({ value, maxValue }, index) => ({
      y: index * ROW,
      width: round(x(Math.max(0, value))),
      ...(maxValue === undefined ? {} : { end: round(x(maxValue)) }),
      index,
    })),
    ticks: x.ticks(4).map((value) => ({ x: round(x(value)), value })),
  }
}

/** Geometry of the appearances of a finding: one lane a language, one dot an appearance. */
export interface LaneChart {
  width: number
  height: number
  dots: { x: number; y: number; index: number }[]
  ticks: { x: number; date: string }[]
}

const LANE_WIDTH = 640
const LANE = 26
const DAY_MS = 86_400_000

export function laneChart(points: { time: number; lane: number }[], lanes: number): LaneChart {
  const times = points.map(({ time }) => time)
  const first = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const pad = Math.max(DAY_MS, (last - first) * 0.04)
  const x = scaleTime()
    .domain([new Date(first - pad), new Date(last + pad)])
    .range([60, LANE_WIDTH - 10])
  return {
    width: LANE_WIDTH,
    height: lanes * LANE + 24,
    dots: points.map(({ time, lane }, index) => ({ x: round(x(time)), y: lane * LANE + LANE / 2, index })),
    ticks: x.ticks(4).map((date) => ({ x: round(x(date)), date: date.toISOString().slice(0, 10) })),
  }
}

const round = (value: number) => Math.round(value * 10) / 10
