import { type Relation, relate } from './key.ts'
import { foldName, type Lexicon } from './lexicon.ts'
import type { FigureNode } from './nodes.ts'
import { overlap } from './similarity.ts'
import type { Subject } from './subject.ts'

/**
 * True when the two cannot be the same result, however alike they look. What the words of a clause only suggest is passed
 * over where the numbers around both are the same.
 */
export function contradicts(a: FigureNode, b: FigureNode, lexicon: Lexicon): boolean {
  const relation = relate(a.quantity, b.quantity)
  if (relation === undefined || contradictsHard(a, b, relation, lexicon)) return true
  if (a.isDifference !== b.isDifference || namesOthersOnly(a, b) || namesOthersOnly(b, a)) return true
  return !isOneAccount(a, b) && contradictsSoftly(a, b, relation, lexicon)
}

/** The same, with nothing passed over: for saying that two figures agree. */
export function contradictsAnyhow(a: FigureNode, b: FigureNode, lexicon: Lexicon): boolean {
  const relation = relate(a.quantity, b.quantity)
  return relation === undefined || contradicts(a, b, lexicon) || contradictsSoftly(a, b, relation, lexicon)
}

/** A number of four digits, or of three in company, or one with telling company: told twice, not met by chance. */
function isOneAccount(a: FigureNode, b: FigureNode): boolean {
  const { specificity } = a.quantity
  if (specificity >= 3) return true
  const company = weighAround(a, b)
  return company >= LEAST_COMPANY || (specificity >= 2 && company > 0)
}

/** Bindings that the extractor may have read wrongly in one of the two sentences. */
function contradictsSoftly(a: FigureNode, b: FigureNode, relation: Relation, lexicon: Lexicon): boolean {
  if (a.figure.polarity !== b.figure.polarity || a.figure.tense !== b.figure.tense) return true
  if (isOtherSubject(a, b)) return true
  if (relation !== 'complement' && areUnrelatedMetrics(a, b, lexicon)) return true
  return a.counted !== undefined && b.counted !== undefined && !countsAlike(a, b) && sameScript(a, b)
}

/** What contradicts even where the words of a sentence are passed over. */
function contradictsHard(a: FigureNode, b: FigureNode, relation: Relation, lexicon: Lexicon): boolean {
  if (areOtherModels(a, b) || isDenied(a) !== isDenied(b) || areOtherBounds(a, b)) return true
  const areComplements = areOpposites(a, b, lexicon)
  return relation === 'complement' ? !areComplements && !isTurnedOther(a, b) : areComplements
}

/** What contradicts even between a text and its translation, where bindings of one side may be missing or wrong. */
export function contradictsVersion(a: FigureNode, b: FigureNode, lexicon: Lexicon): boolean {
  if (areOtherModels(a, b) && !isBoundOtherwise(a, b)) return true
  if (isDenied(a) !== isDenied(b) && a.quantity.specificity < 1) return true
  return areOtherBounds(a, b) || areOpposites(a, b, lexicon)
}

function areOtherBounds(a: FigureNode, b: FigureNode): boolean {
  return (a.isDifference !== b.isDifference && a.quantity.kind === 'multiple') || boundOf(a) * boundOf(b) < 0
}

/** Both sentences name both subjects and have the same number next to this one: the extractor chose differently. */
function isBoundOtherwise(a: FigureNode, b: FigureNode): boolean {
  const names = [a.figure.subject!, b.figure.subject!]
  if (![a, b].every(({ figure }) => names.every((name) => figure.quote.exact.includes(name)))) return false
  const isBeside = (step: 1 | -1) => {
    const [first, second] = [besideIn(a, step), besideIn(b, step)]
    return first !== undefined && first.quantity.key === second?.quantity.key
  }
  return isBeside(-1) || isBeside(1)
}

/** The figure before or after in the same sentence. */
function besideIn({ figure, of, order }: FigureNode, step: 1 | -1): FigureNode | undefined {
  const beside = of.figures[order + step]
  return beside?.figure.quote.start === figure.quote.start ? beside : undefined
}

const areOpposites = ({ metricId: a }: FigureNode, { metricId: b }: FigureNode, lexicon: Lexicon) =>
  a !== undefined && b !== undefined && lexicon.areComplements(a, b)

/** One says of the same model what the other says did not happen, beside the same things. */
function isTurnedOther(a: FigureNode, b: FigureNode): boolean {
  if (a.isTurned === b.isTurned || a.quantity.low === 50) return false
  if (!a.subject || !b.subject || !shareSubject(a.subject, b.subject)) return false
  return overlap(a.nearMetrics, b.nearMetrics) > 0 || overlap(a.nearConcepts, b.nearConcepts) > 1
}

const isDenied = ({ figure }: FigureNode) => figure.polarity === 'denied'

/** -1 for a limit from above, 1 for one from below. */
function boundOf({ figure: { qualifier } }: FigureNode): number {
  if (qualifier === 'at_most' || qualifier === 'less_than') return -1
  return qualifier === 'at_least' || qualifier === 'more_than' ? 1 : 0
}

/** Latin letters with a digit: how models are named, in every language; folded. */
const MODEL_NAME = /^[a-z]{2,}[a-z0-9]*\d[a-z0-9]*$/

/** A name with a size after a hyphen (`Tarn-XL`), as written. */
const SIZED_NAME = /^[A-Z][a-z]+-[A-Z][A-Za-z]*$/

/** By the registry, or by the shape of its name; for figures with a subject. */
export function isModel({ subject, figure }: FigureNode): boolean {
  return subject!.kind === 'model' || MODEL_NAME.test(subject!.name) || SIZED_NAME.test(figure.subject!)
}

function areOtherModels(first: FigureNode, second: FigureNode): boolean {
  const [a, b] = [first.subject, second.subject]
  if (!a || !b || a.name === b.name || shareSubject(a, b)) return false
  if (a.id !== undefined && a.id === b.id) return false
  if (!isModel(first) || !isModel(second)) return false
  if (a.id !== undefined && b.id !== undefined) return a.family !== b.id && b.family !== a.id
  return !a.name.includes(b.name) && !b.name.includes(a.name)
}

/** The sentence names models, and the one that the other figure is about is none of them. */
function namesOthersOnly({ models }: FigureNode, { subject }: FigureNode): boolean {
  if (models.size === 0 || subject?.kind !== 'model') return false
  return (
    !subject.all.some((id) => models.has(id)) && (subject.family === undefined || !models.has(subject.family))
  )
}

/** `GPT-4.1 and Grok 3 both reach 80 %` is about each of them. */
function shareSubject(a: Subject, b: Subject): boolean {
  return a.all.some((id) => b.all.includes(id))
}

/** Both name their subject, and it is not the same one. */
export function isOtherSubject(a: FigureNode, b: FigureNode): boolean {
  if (areOtherModels(a, b)) return true
  const [first, second] = [a.subject, b.subject]
  if (first?.id === undefined || second?.id === undefined || shareSubject(first, second)) return false
  return first.kind === second.kind && !isSameFamily(a, b)
}

/** The family and one of its members: `Claude` for `Claude Opus 4`. Two members are not the same. */
export function isSameFamily({ subject: a }: FigureNode, { subject: b }: FigureNode): boolean {
  return a?.id !== undefined && b?.id !== undefined && (a.family === b.id || b.family === a.id)
}

/** Both metrics are known, neither is the broader one, and neither text has the other's beside the figure. */
function areUnrelatedMetrics(a: FigureNode, b: FigureNode, lexicon: Lexicon): boolean {
  const [first, second] = [a.metricId, b.metricId]
  if (first === undefined || second === undefined || first === second) return false
  if (lexicon.areComplements(first, second) || isBroader(first, second, lexicon)) return false
  return overlap(a.nearMetrics, b.nearMetrics) === 0
}

/** One metric is the other's broader one. */
export const isBroader = (a: string, b: string, lexicon: Lexicon) =>
  lexicon.metricLine(a).includes(b) || lexicon.metricLine(b).includes(a)

/** Han against everything else; both scripts of Chinese fold to one. */
export const sameScript = (a: FigureNode, b: FigureNode) => a.isHan === b.isHan

/** Both count things of one kind; for figures that count. */
export const countsAlike = (a: FigureNode, b: FigureNode) => overlap(a.counted!, b.counted!) > 0

/** Company that speaks for a figure of which nothing else does: two values beside it, one of them telling. */
export const LEAST_COMPANY = 1.75

/** The same values right beside both: 15 transfers, 5 accounts, 25.6 million dollars. */
export function weighAround(a: FigureNode, b: FigureNode, reasons?: string[]): number {
  const around = overlap(a.company, b.company)
  if (around === 0) return 0
  reasons?.push(`${around} ${around === 1 ? 'other value' : 'other values'} beside both`)
  return Math.min(3, 0.5 * around + 0.75 * overlap(a.tellingCompany, b.tellingCompany))
}

/** Folded form of a condition, for comparing. */
export const foldCondition = (condition: string | undefined) =>
  condition === undefined ? '' : foldName(condition)
