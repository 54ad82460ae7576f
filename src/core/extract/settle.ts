import type { Span } from '../text/sentences.ts'
import { readCounted } from './counted.ts'
import { impliedCurrency } from './currency.ts'
import { isDating } from './dating.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import { type Settled, settleCount } from './settle-count.ts'

/** Rules for quantities that carry a unit of their own. */
export function settle(
  reading: Reading,
  quantity: Quantity,
  sentence: Span,
  before: Quantity | undefined,
): Settled {
  if (quantity.unit === 'duration') return isDating(reading.folded, quantity) ? undefined : { quantity }
  if (quantity.unit === 'count') return settleCount(reading, quantity, sentence, before)
  if (quantity.unit === 'money' && quantity.detail === '')
    return { quantity: { ...quantity, detail: impliedCurrency(reading) } }
  if (quantity.unit === 'score')
    return isRestated(reading.folded, quantity) ? undefined : settleScore(reading, quantity, sentence, before)
  if (quantity.detail === 'ml' && reading.text.slice(quantity.end - 2, quantity.end) === 'ML')
    return settleField(reading, quantity)
  if (
    quantity.unit === 'fraction' &&
    quantity.value === 0.5 &&
    /^half[- ](?:hour|day|way)/.test(reading.folded.slice(quantity.start, quantity.start + 9))
  )
    return undefined
  return { quantity }
}

/** `64 ML tasks`: machine learning, and no millilitres. */
function settleField({ folded }: Reading, quantity: Quantity): Settled {
  const counted = readCounted(folded, quantity.end - 2)
  return counted && { quantity: { ...quantity, unit: 'count', detail: '', end: counted.end }, counted }
}

const SHARE_OPENS = /(\d+(?:\.\d+)?) ?% ?[([]$/

/** `90.3% (722/800)`: the share before, in whole numbers. */
function isRestated(folded: string, { start, value, detail }: Quantity): boolean {
  if (!detail.startsWith('/') || (folded[start - 1] !== '(' && folded[start - 1] !== '[')) return false
  const share = SHARE_OPENS.exec(folded.slice(Math.max(0, start - 12), start))?.[1]
  return share !== undefined && Math.abs((100 * value) / Number(detail.slice(1)) - Number(share)) < 1
}

/** How far back a share makes points those of a share, in UTF-16 units. */
const SHARES_BACK = 300

/** `scored 12 points`: marks, be there a share beside them or not. */
const SCORED =
  /(?:scor(?:e[sd]?|ing)|earn(?:s|ed|ing)?|total(?:s|l?ed)?|mark)(?: (?:of|at|is|was|an?|only|just|about|around|some))* $/

const CHANGED_BY =
  /(?<![a-z])(?:fell|fallen|falls|rose|risen|dropped|climbed|gained|lost|slipped|jumped|improved|declined|grew|rises|drops)(?: by)?(?: (?:just|only|about|nearly|almost|around|over|another|a further))? $/
const AHEAD_BY =
  /(?<![a-z])(?:is|was|are|were|leads?|led|trails?|trailed|ahead|behind) (?:up |down |ahead |behind )?(?:by )?(?:just |only |about |nearly |around )?$/
const IS_AHEAD = /(?<![a-z])(?:up|down|ahead|behind|leads?|led|trails?|trailed) (?:[a-z]+ )?(?:[a-z]+ )?$/
const SHARE_BACK = /\d ?(?:%|percent|per cent)/
const OF_A_SCALE =
  /(?<![a-z])(?:scor(?:e[sd]?|ing)|ratings?|scale|elo|index|marks?|dow|nasdaq|ftse|s&p|nikkei|shares?|stocks?)(?![a-z])/

/** `Concern levels rose by 12 points` above the shares that say so. */
const OF_OPINION =
  /(?<![a-z])(?:concern|worry|support|trust|confidence|optimism|approval|awareness|usage|adoption|share)(?: levels?)? [a-z]+ (?:by )?(?:[a-z]+ )?$/
/** `from 78% to 34%. The smaller version fell by just 6 points`, `she was up 5 points`: of a share told before, or of votes. */
function isChangeOfShare(folded: string, { start }: Quantity, around: string): boolean {
  if (OF_A_SCALE.test(around)) return false
  const left = folded.slice(Math.max(0, start - 40), start)
  if (AHEAD_BY.test(left) && IS_AHEAD.test(left)) return true
  if (!CHANGED_BY.test(left)) return false
  return (
    SHARE_BACK.test(folded.slice(Math.max(0, start - SHARES_BACK), start)) ||
    (OF_OPINION.test(left) && SHARE_BACK.test(folded.slice(start, start + SHARES_BACK)))
  )
}

/** Points of a scale; with a share beside them they are percentage points (`up 12 points`, polls). */
function settleScore(
  reading: Reading,
  quantity: Quantity,
  sentence: Span,
  before: Quantity | undefined,
): Settled {
  const { folded } = reading
  const around = folded.slice(sentence.start, sentence.end)
  const isPoll =
    /%|percent|per cent|margin of error/.test(around) ||
    (before !== undefined &&
      ['percent', 'percentage_point'].includes(before.unit) &&
      quantity.start - before.end < SHARES_BACK) ||
    isChangeOfShare(folded, quantity, around) ||
    /(?<![a-z])(?:support|approval|favou?rability|turnout|poll(?:s|ed)?|vote share)(?: (?:of|for|among|in) (?:[a-z]+ ){0,3}[a-z]+)? (?:is|was|rose|fell|dropped|climbed|stood|lead|at|up|down)(?![a-z])/.test(
      around,
    ) ||
    (/(?<![a-z])(?:by|up|down) $/.test(folded.slice(Math.max(0, quantity.start - 6), quantity.start)) &&
      /(?<![a-z])(?:accuracy|precision|growth|output|gdp|inflation|productivity|(?:success|win|pass|refusal|error|failure|detection|approval|compliance|unemployment|participation|turnout|hallucination) rates?)(?![a-z])/.test(
        around,
      )) ||
    (/(?<![a-z])margin of /.test(folded.slice(Math.max(0, quantity.start - 16), quantity.start)) &&
      /poll|survey|respond|results/.test(around)) ||
    /^ (?:(?:more|less) likely|of (?:accuracy|growth|support|gdp))/.test(
      folded.slice(quantity.end, quantity.end + 12),
    ) ||
    /^\s?(?:support|oppose|favou?r|approve|agree|支持|反对)/.test(
      folded.slice(quantity.end, quantity.end + 10),
    )
  if (quantity.detail.startsWith(':'))
    return { quantity: { ...quantity, unit: isPoll ? 'percent' : 'score' } }
  if (/points?(?: [a-z]+)?$/.test(folded.slice(quantity.start, quantity.end))) {
    const isScored =
      quantity.value > 100 || SCORED.test(folded.slice(Math.max(0, quantity.start - 24), quantity.start))
    return { quantity: { ...quantity, unit: isPoll && !isScored ? 'percentage_point' : 'score' } }
  }
  return { quantity }
}
