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
