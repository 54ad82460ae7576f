import type { Article } from '../model/article.ts'
import type { Finding, FindingMember } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import { enteredAt } from './digest.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import type { Translate } from './view-format.ts'
import { findingTitle } from './view-title.ts'

/** Something that a producer or an outlet changed after the fact, or printed otherwise than the primary source. */
export interface Change {
  /** Stable, for ids in feeds: `differs/<figure>`. */
  key: string
  /** RFC 3339. */
  at: string
  finding: Finding
  /** The figure that shows it. */
  placed: PlacedFigure | undefined
  what:
    | { kind: 'superseded'; by: Finding }
    | { kind: 'different-value'; article: Article }
    | { kind: 'revised-in' | 'revised-out'; article: Article; asWritten: string[] }
}

/** Figures as printed that are named of one revision. */
const MOST_NAMED = 5

const known = new WeakMap<Corpus, readonly Change[]>()

/** Changes of all findings, in the order of the findings. */
export function listChanges(corpus: Corpus): readonly Change[] {
  let changes = known.get(corpus)
  if (!changes) known.set(corpus, (changes = findChanges(corpus)))
  return changes
}

const findChanges = (corpus: Corpus): Change[] =>
  corpus.findings.flatMap((finding) => [...superseded(finding, corpus), ...ofMembers(finding, corpus)])

function superseded(finding: Finding, corpus: Corpus): Change[] {
  const by = finding.supersededBy ? corpus.finding.get(finding.supersededBy) : undefined
  if (!by) return []
  const placed = corpus.figure.get((by.primary ?? by.members[0]!).figureId)
  const key = `superseded/${finding.id}/${by.id}`
  return [{ key, at: enteredAt(by), finding, placed, what: { kind: 'superseded', by } }]
}

function ofMembers(finding: Finding, corpus: Corpus): Change[] {
  const seen = new Set<string>()
  return finding.members.flatMap((member) => {
    const placed = corpus.figure.get(member.figureId)
    if (!placed) return []
    const isFirst = !seen.has(placed.article.id)
    seen.add(placed.article.id)
    return [...differing(finding, member, placed), ...(isFirst ? revisions(finding, placed) : [])]
  })
}

function differing(finding: Finding, member: FindingMember, placed: PlacedFigure): Change[] {
  if (member.comparison !== 'different-value') return []
  const key = `differs/${member.figureId}`
  const what = { kind: 'different-value' as const, article: placed.article }
  return [{ key, at: member.firstSeenAt, finding, placed, what }]
}

/** A figure that a text lost is told of the finding whose figure there is of its kind, for it has no record any more. */
function revisions(finding: Finding, placed: PlacedFigure): Change[] {
  const { article, figure } = placed
  return article.revisions.slice(1).flatMap(({ appeared, vanished, textHash, retrievedAt }) => {
    const isIn = appeared.includes(figure.asWritten)
    const lost = vanished.filter((asWritten) => isKin(asWritten, placed))
    if (!isIn && lost.length === 0) return []
    const key = `revised/${finding.id}/${article.id}/${textHash.slice(0, 16)}`
    const asWritten = isIn ? [figure.asWritten] : lost.slice(0, MOST_NAMED)
    const kind = isIn ? ('revised-in' as const) : ('revised-out' as const)
    return [{ key, at: retrievedAt, finding, placed, what: { kind, article, asWritten } }]
  })
}

/** `$25 million` and `$25.6 million`; where no figure of the article is like it, its first one stands for it. */
export function isKin(asWritten: string, { article, figure }: PlacedFigure): boolean {
  const shape = shapeOf(asWritten)
  const kin = article.figures.filter((other) => shapeOf(other.asWritten) === shape)
  return kin.length > 0 ? kin.includes(figure) : article.figures[0] === figure
}

/** What is left of a printed figure without its number. */
const shapeOf = (asWritten: string): string =>
  asWritten.toLowerCase().replace(/[\p{N}.,\s〇零一二三四五六七八九十百千]+/gu, '')

/** A change as a sentence of an edition. */
export function sayChange({ what }: Change, corpus: Corpus, lang: Lang, t: Translate): string {
  if (what.kind === 'superseded')
    return `${t('finding.superseded')} ${findingTitle(what.by, corpus, lang, t)}`
  const outlet = corpus.source.get(what.article.sourceId)?.names[lang] ?? what.article.sourceId
  if (what.kind === 'different-value') return t('change.differs', { outlet })
  return `${t(`history.${what.kind}`, { outlet })} ${what.asWritten.join(t('list.comma'))}`
}
