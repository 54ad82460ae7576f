import type { Quantity } from './quantity.ts'

/**
 * Inexact English words whose noun stands elsewhere or nowhere: `hundreds were arrested`, `the hundreds of millions that are
 * being poured into models`, `millions, and soon billions, of dollars`.
 */

/** What `of` counts, behind another inexact word or a bracket: `millions (and potentially billions) of dollars`. */
const SHARED_OF =
  /^(?:(?:,| \()? ?(?:and|or|if not|perhaps|maybe|even|possibly)[^.;()]{0,36}?(?:hundreds|thousands|millions|billions|trillions|dozens))?[),]? of (?:(?:us |u\.s\. )?(dollars|euros|pounds|yen|yuan)|[a-z])/
const CURRENCIES = new Map(
  Object.entries({ dollars: 'USD', euros: 'EUR', pounds: 'GBP', yen: 'JPY', yuan: 'CNY' }),
)
const SPENT_LEFT =
  /(?<![a-z])(?:sav(?:e|es|ed|ing)|costs?|costing|worth|spen[dt]|spends|spending|pays?|paid|paying|invest(?:s|ed|ing)?|rais(?:e|es|ed|ing)|earn(?:s|ed|ing)?|fetch(?:es|ed)?|owe[sd]?|burn(?:s|ed|ing)?|pour(?:s|ed|ing)?|fined|charge[sd]?|los(?:t|e|es|ing)|stole|stolen|swindled out of|defrauded of|scammed out of)(?: (?:you|them|him|her|us|it|users|firms|companies|customers|(?:the|its|their|your|our|a) [a-z]+|up to|about|around|over|nearly|almost|at least|more than|possibly|perhaps|some|another|an extra))* $/
const SPENT_RIGHT =
  /^ (?:that |which )?(?:is |are |was |were |has |have |had )?(?:been |being )?(?:poured|invested|spent|paid|raised|stolen|lost to|wasted|flowing|pouring)(?![a-z])|^ (?:in|on) (?:[a-z]+ )?(?:fines|damages|costs|fees|revenues?|loss(?:es)?|investments?|funding|savings?|profits?|sales|taxes|debt|aid|grants|contracts|subsidies|bonuses|assets|bribes|research|chips|compute|lobbying|salaries)(?![a-z])/
/** A predicate, where they are or how, behind people or things that no noun names. */
const TELLS =
  /^ (?:more )?(?:were|are|have|had|was|has|did|do|will|would|could|may|might|died|fled|lost|remain|took|came|went|got|left|join|joined|signed|[a-z]{3,}ed|[a-z]{2,}ing|without|worldwide|across|at risk|nationwide)(?![a-z])/
/** `tens of millions in China use it`, `hundreds in the industry have left`: where they are, and what they do. */
const TELLS_WHERE =
  /^ (?:in|across|from|around|throughout|on|at|of (?:us|them|those))(?: (?:the|its|their|our|this|that))?(?: [a-z][a-z'’.-]*){0,3} (?:are|were|have|had|has|do|did|will|would|could|may|might|can|use|used|live|lived|work|rely|relied|die|died|lost|lose|face|want|need|play|trust|believe|read|watch|saw|see|took|take|[a-z]{3,}ed)(?![a-z])/
/** `estimates range from a few hundred to several thousand`. */
const RANGES =
  /(?<![a-z])(?:(?:rang|var|li)(?:e|es|y|ies|ed|ing) (?:from|between)|(?:anywhere|somewhere) (?:from|between)) $/
/** What leads to them: `viewed by millions`, `killed thousands.`, `bring thousands into`. */
const LEADS =
  /(?<![a-z])(?:(?:used|viewed|seen|watched|read|heard|downloaded|shared|liked|played|owned|trusted|loved|followed|spoken|visited|attended|signed|worn|known|bought|installed|adopted) by|among|kill(?:s|ed|ing)?|injur(?:es|ed|ing)|displac(?:es|ed|ing)|affect(?:s|ed|ing)?|reach(?:es|ed|ing)?|bring(?:s|ing)?|brought|attract(?:s|ed|ing)?|drew|draws|employ(?:s|ed|ing)?|train(?:s|ed|ing)?|thousands or|hundreds or|dozens or)(?: (?:about|perhaps|some|possibly|even|literally))? $/
const ENDS =
  /^(?:[.,;:!?)’”'"—–]|$| (?:[—–-]|and|or|in|into|to|at|on|of (?:us|them|those)|every|each|a|per)(?![a-z]))/

/** The unit of an inexact word without a noun, with the currency of money; undefined where nothing tells. */
export function readVagueUnit(
  folded: string,
  { start, end, value, maxValue, inexact, form }: Quantity,
  from: number,
): { unit: 'money' | 'count'; detail: string } | undefined {
  if (form !== 'word' || inexact !== 'about' || value < 12) return undefined
  const right = folded.slice(end, end + 90)
  const of = SHARED_OF.exec(right)
  if (of && !/^ of /.test(right)) return of[1] ? money(CURRENCIES.get(of[1])!) : count
  const left = folded.slice(Math.max(from, start - 60), start)
  if (SPENT_RIGHT.test(right) || (SPENT_LEFT.test(left) && ENDS.test(right))) return money('USD')
  if (maxValue !== undefined && RANGES.test(left)) return count
  return TELLS.test(right) || TELLS_WHERE.test(right) || (LEADS.test(left) && ENDS.test(right))
    ? count
    : undefined
}

const count = { unit: 'count', detail: '' } as const
const money = (detail: string) => ({ unit: 'money', detail }) as const
