import type { Span } from '../text/sentences.ts'
import { clauseAt } from './clauses.ts'
import { Gate } from './gates.ts'
import type { Selected } from './selection.ts'

/** Chinese clauses that a share begins: 其中14%为每日用户, 另有33%遭遇过攻击. Folded text. */

/** Words before a share with which its clause begins. */
const OPENS = new Gate(
  /^(?:其中|这其中|当中|而|但|则|也|还|却|更|另|另外|此外|只|仅|就|已|共|多达|高达|超过?|约|近|逾|至少|不足|不到|大约|将近|足足|有)*\s?$/,
)
/** What those do of whom nothing is said behind the share. */
const GOES_ON =
  /^(?:\([^()]{1,12}\))?\s?((?:是|为|仍|则|都|均|也|会|将|曾|已|未|不|没|能|可|在(?!线)|从(?!业)|用(?!户)|把|被|对|属于|来自|表示|认为|愿意|担心|选择|使用|遭遇|承认|同意|支持|反对|希望|相信|倾向|偏好)[^,;。()\n]{2,40})/

export const isShare = ({ quantity: { unit } }: Pick<Selected, 'quantity'>): boolean =>
  unit === 'percent' || unit === 'fraction'

/** Whether a share begins its clause. */
export function opensClause(folded: string, { scope, quantity }: Selected): boolean {
  const clause = clauseAt(folded, scope, quantity.start)
  return OPENS.test(folded.slice(clause.start, quantity.start))
}

/** The predicate directly behind a share that begins its clause. */
export function predicateBehind(folded: string, one: Selected): Span | undefined {
  const { quantity, scope } = one
  if (!isShare(one) || !opensClause(folded, one)) return undefined
  const match = GOES_ON.exec(folded.slice(quantity.end, Math.min(scope.end, quantity.end + 64)))
  if (!match) return undefined
  const end = quantity.end + match[0].length
  return { start: end - match[1]!.length, end }
}
