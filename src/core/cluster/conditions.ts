import type { Comparison } from '../model/finding.ts'
import { foldCondition } from './contradictions.ts'
import type { Group } from './groups.ts'
import type { Lexicon } from './lexicon.ts'
import type { FigureNode } from './nodes.ts'
import { clausesAround, isNegated } from './sense.ts'
import { contentSet, overlap } from './similarity.ts'

/**
 * Tells a dropped condition from one said in other words or in another language; when it cannot, it says nothing.
 * A condition that only the coverage has is fine where the primary's clause has it in other words, or where it is the
 * setting of a whole list of results that stand in the primary too.
 */
export function compareConditions(
  node: FigureNode,
  primary: FigureNode,
  lexicon: Lexicon,
  groupOf: (node: FigureNode) => Group | undefined,
): Comparison {
  const [own, theirs] = [conditionOf(node), conditionOf(primary)]
  if (own === undefined && theirs === undefined) return 'same'
  if (theirs === undefined)
    return isSaid(own!, primary, lexicon) || isSettingOfList(node, primary, groupOf) ? 'same' : 'not-checked'
  if (foldCondition(own) === foldCondition(theirs) || isSaid(theirs, node, lexicon)) return 'same'
  const isSameLanguage = node.isHan === primary.isHan
  if (isSameLanguage && isWorded(theirs, own, node)) return 'same'
  if (own !== undefined || hasSetting(node)) return 'not-checked'
  const { concepts } = lexicon.namesIn(theirs)
  if (overlap(concepts, node.concepts) > 0) return 'not-checked'
  return isSameLanguage || concepts.length > 0 ? 'condition-dropped' : 'not-checked'
}

/** How often is no condition: 在75%的情况下, in 12% of cases. */
const FREQUENCY =
  /(?:[%％成]|分之[\p{Script=Han}\d]+|一半|percent|half)[^，,]{0,6}(?:情[况況]|cases|of the time)/iu

const conditionOf = ({ figure: { condition } }: FigureNode) =>
  condition !== undefined && FREQUENCY.test(condition) ? undefined : condition

/** More than half of the condition's words stand in the sentence, affirmed or denied alike. */
function isWorded(
  condition: string,
  own: string | undefined,
  { words, figure, of, order }: FigureNode,
): boolean {
  const wanted = contentSet(condition)
  if (overlap(wanted, words) <= wanted.length / 2) return false
  const said = own ?? clausesAround(figure, of.figures[order - 1]?.figure).join(' ')
  return isNegated(said) === isNegated(condition)
}

/** Half of what the condition names stands in one clause around the figure, affirmed or denied alike. */
function isSaid(condition: string, { figure, of, order }: FigureNode, lexicon: Lexicon): boolean {
  const { concepts } = lexicon.namesIn(condition)
  if (concepts.length === 0) return false
  const clauses = clausesAround(figure, of.figures[order - 1]?.figure)
  return clauses.some((clause) => {
    const common = overlap(concepts, lexicon.namesIn(clause).concepts)
    return common * 2 >= concepts.length && isNegated(clause) === isNegated(condition)
  })
}

const SETTING =
  /\b(?:when|after|if|unless|under|once|with|without|where|while)\b|[后後时時](?=$|[,，])|如果|只要|只有|除非|情[况況]下|若/i

/** The clauses before the figure limit it in some words, which may be the primary's condition. */
function hasSetting({ figure, of, order }: FigureNode): boolean {
  return clausesAround(figure, of.figures[order - 1]?.figure).some((clause) => SETTING.test(clause.trim()))
}

/** Results of one sentence that must be in the primary as well before its opening words count as the setting of all. */
const LIST = 3

/** `当…时，A 96%，B 80%，C 79%`: said once, of results that the primary gives in a row too. */
function isSettingOfList(
  { figure, of }: FigureNode,
  primary: FigureNode,
  groupOf: (node: FigureNode) => Group | undefined,
): boolean {
  const { quote, condition } = figure
  const list = of.figures.filter((other) => other.figure.quote.start === quote.start)
  const end = quote.exact.indexOf(condition!) + condition!.length
  if (isNegated(condition!) || list.some((other) => other.figure.start - quote.start < end)) return false
  const repeated = list.filter((other) =>
    groupOf(other)?.primaries.some(
      (one) => one.figure.quote.start === primary.figure.quote.start && one.of === primary.of,
    ),
  )
  return repeated.length >= LIST
}
