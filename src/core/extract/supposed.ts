import type { Span } from '../text/sentences.ts'
import type { Quantity } from './quantity.ts'

/** Whether a quantity is only supposed: patterns over the words of its sentence before it. */

/** `如果平台不改，导致他损失500万，那么`: the supposition goes on over a comma, to where its consequence begins. */
const SUPPOSED_LONG = /(?:^|[，,。；;：:「“])\s?(?:如果|假如|假设|倘若|万一|suppose|imagine)[^。；;]{0,70}$/
const CONSEQUENCE = /^[^，,。；;]{0,12}[，,]\s?(?:那么|那麽|那|则|then)/
const SUPPOSED =
  /(?:^|[，,。；;：:.!?“"—–(])\s?(?:but |and |so |even )?(?:如果|假如|假设|若|倘若|万一|要是|if(?! not| any| only| ever| indeed)|suppose|assuming|imagine|let's say)(?![a-z])[^，,。；;.]{0,60}$/
/** `如果有人被骗了，比如说700万`, `If someone is scammed, say for $7m`: an example within the supposition. */
const SUPPOSED_SAY =
  /(?:如果|假如|假设|倘若|(?<![a-z])(?:if|suppose|imagine) )[^。；;.]{0,60}[，,]?\s?(?:比如说?|例如|譬如|(?<![a-z])(?:say|for example|for instance))[,，]?\s?$/

/** `Suppose a lab with 200 staff`, 设想公司有100名员工: what is made up, counts and spans of time too. */
const IMAGINED =
  /(?:^|[，,。；;：:.!?“"「—–(]) ?(?:but |and |so |now )?(?:假设|假想|设想|试想|想象|万一|如果(?:再|只|能)?有|(?:let(?:['’]s| us) )?(?:suppose|imagine|assume)(?! that (?:we|you|they) )|say (?:you|we|a|an|there)|what if|in a thought experiment|a hypothetical)(?![a-z])[^，,。；;.?]{0,45}$/

/** What stands in all that these patterns find; most sentences hold none of it. */
const SUPPOSES =
  /[设若]|如果|假[如想]|万一|要是|[试想]想|想象|if|suppose|assum|imagin|let's|say |experiment|hypothetical/

/** `如果…提高40%`: a supposition, not a figure. What follows from it (the second clause) is one. */
export function isHypothetical(folded: string, quantity: Quantity, sentence: Span): boolean {
  const left = folded.slice(Math.max(sentence.start, quantity.start - 80), quantity.start)
  if (!SUPPOSES.test(left)) return false
  if (IMAGINED.test(left)) return true
  if (quantity.unit === 'count' || quantity.unit === 'duration') return false
  return (
    SUPPOSED.test(left) ||
    SUPPOSED_SAY.test(left) ||
    (SUPPOSED_LONG.test(left) && CONSEQUENCE.test(folded.slice(quantity.end, quantity.end + 18)))
  )
}
