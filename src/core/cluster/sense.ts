import type { Figure } from '../model/figure.ts'

/** Words that turn what happened into what did not: mentioned / not mentioned, got through / blocked. */
const TURNED =
  /(?<![a-z])(?:not|n't|never|without|none|failed to|fails to|un(?:detected|mentioned|noticed|disclosed|reported)|missed|blocked|blocking|stopped|prevented|rejected|withstood)(?![a-z])|没有|沒有|未能|并未|並未|从未|從未|未曾|不曾|没能|沒能|拦下|攔下|拦截|攔截|挡下|擋下|挡住|擋住|阻止了|漏检|漏檢/gi

/** Two of them cancel out (`did not stop`). */
export function isTurned(figure: Figure): boolean {
  return (clauseOf(figure).match(TURNED)?.length ?? 0) % 2 === 1
}

/** The part of the sentence between commas that holds the figure. */
function clauseOf({ quote, start, end }: Figure): string {
  const [from, to] = [start - quote.start, end - quote.start]
  const left = Math.max(
    0,
    ...[...quote.exact.slice(0, from).matchAll(/[,，;；:：。]/g)].map(({ index }) => index + 1),
  )
  const right = quote.exact.slice(to).search(/[,，;；。]|\. /)
  return quote.exact.slice(left, right < 0 ? undefined : to + right)
}

const NEGATION =
  /(?<![a-z])(?:not|n't|never|without|no|none|absent|lacking)(?![a-z])|[没沒未]|[无無][需法须須]|不(?:会|會|能|可|再|给|給|使用|用|被|加|带|帶|需|必|允许|允許|要求|让|讓)|缺少|禁用/i

/** True when the words deny something: `without classifiers`, 在没有分类器的情况下. */
export const isNegated = (words: string) => NEGATION.test(words)

/** The clauses of a sentence from the figure before to the end of the figure's own clause. */
export function clausesAround({ quote, end }: Figure, before: Figure | undefined): string[] {
  const from = before?.quote.start === quote.start ? before.end - quote.start : 0
  const rest = quote.exact.slice(end - quote.start)
  const stop = rest.search(/[,，;；。]|\. /)
  const to = stop < 0 ? quote.exact.length : end - quote.start + stop
  return quote.exact.slice(from, to).split(/[,，;；。]|\. /)
}

/** A level reached is a level; only a difference (增长3倍, 19% longer) is something else. Money lost is an amount. */
export function isDifference(figure: Figure): boolean {
  const { unit, change, quote, start, end } = figure
  if (unit === 'money' || unit === 'count' || unit === 'duration') return false
  if (change !== undefined) return change === 'by'
  const after = quote.exact.slice(end - quote.start)
  return COMPARED.test(after) || (BY.test(quote.exact.slice(0, start - quote.start)) && !OF.test(after))
}

/** `23.7% more expensive`, `19% longer`: how much two levels differ. */
const COMPARED =
  /^\s*(?:more|less|fewer|longer|shorter|higher|lower|faster|slower|greater|larger|smaller|cheaper|better|worse|(?:relative |absolute |average )?(?:reduction|decrease|increase|drop|rise|decline|improvement|growth|gain|jump|surge|cut))\b/i

/** `reduced the time by 20%`; not `used by 20% of companies`. */
const BY =
  /\bby\s+(?:an?\s+\w+\s+)?(?:about|around|nearly|almost|roughly|over|up to|more than|at least)?\s*$/i
const OF = /^\s*of\b/i

/** Words that take back a whole statement, however far before the figure: `no evidence that …`, 并未发现…. */
const DOUBT =
  /\bno (?:evidence|sign|indication)\b|\b(?:did|do|does|could|can)(?: not|n't) (?:find|see|observe|confirm|show|establish|verify)\b|\b(?:den(?:y|ies|ied)|debunk|refut)|[没沒](?:有)?(?:证据|證據|发现|發現|迹象|跡象|观察到|觀察到)|[未无無](?:发现|發現|证实|證實|证据|證據|观察到|觀察到|能证明|能證明)|否认|否認|不实|不實|辟谣|闢謠/i

/** True when the sentence up to the figure takes back what it goes on to say. */
export const isDoubted = ({ quote, start }: Figure) => DOUBT.test(quote.exact.slice(0, start - quote.start))

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d|\.\d|[,，]\d{3})/g

/** Both name years on the way to the figure, and none in common: 36 % in 2024 is not 36 % in 2025. */
export function isOfOtherYear(
  a: Figure,
  aBefore: Figure | undefined,
  b: Figure,
  bBefore: Figure | undefined,
): boolean {
  const years = (figure: Figure, before: Figure | undefined) =>
    new Set(clausesAround(figure, before).join(' ').match(YEAR))
  const [first, second] = [years(a, aBefore), years(b, bBefore)]
  return first.size > 0 && second.size > 0 && ![...first].some((year) => second.has(year))
}
