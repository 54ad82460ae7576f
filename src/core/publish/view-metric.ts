import type { Unit } from '../model/figure.ts'
import type { Metric } from '../model/vocabulary.ts'
import type { Corpus } from './view-corpus.ts'

/** What of a figure or a finding names the property that its value measures. */
export interface Measured {
  metricId?: string | undefined
  unit: Unit
  unitDetail?: string | undefined
}

/** The registry's metric of a value, unless it cannot be measured in the value's unit, or another thing was counted. */
export function findMetric({ metricId, unit, unitDetail }: Measured, corpus: Corpus): Metric | undefined {
  const metric = metricId === undefined ? undefined : corpus.metric.get(metricId)
  if (!metric || !fits(metric, unit)) return undefined
  return unit === 'count' && !counts(metric, unitDetail) ? undefined : metric
}

const SHARES: Unit[] = ['percent', 'percentage_point', 'fraction']
/** What a metric's values can be, by how its mainland name ends; those names are regular, the others are not. */
const ENDINGS: { ending: RegExp; units: Unit[] }[] = [
  { ending: /(?:率|比例|占比|概率|份额|度)$/u, units: SHARES },
  { ending: /(?:时间|时长|时限|时间跨度|年数|年龄|刑期|延迟)$/u, units: ['duration'] },
  { ending: /(?:金额|损失|成本|支出|收入|利润|价格|额|估值|市值|投入)$/u, units: ['money'] },
  { ending: /(?:量|(?<![分系倍指])数)$/u, units: ['count', 'other'] },
]

/** `test runs` is no name for 90%, nor `respondents` for 13 years. */
function fits({ names }: Metric, unit: Unit): boolean {
  const known = ENDINGS.find(({ ending }) => ending.test(names['zh-Hans']))
  return known ? known.units.includes(unit) : unit !== 'duration'
}

/**
 * Whether the thing counted, as written, is what the metric's name says: `100 runs` are test runs, `16 models` are no companies.
 * Its aliases are wider: `organisations` speaks of companies, but is no name for 22 broadcasters. A bare number, as in `12 of
 * 100 runs`, tells nothing of what it counts.
 */
function counts({ names }: Metric, unitDetail: string | undefined): boolean {
  if (unitDetail === undefined) return false
  const counted = unitDetail.toLowerCase()
  return Object.values(names).some((name) => {
    const term = name.toLowerCase()
    return term.includes(counted) || counted.includes(term)
  })
}
