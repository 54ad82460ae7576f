import type { Comparison, Finding, FindingMember } from '../model/finding.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import { keepLast } from './recent.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import { sortKey } from './view-dates.ts'
import { findMetric, type Measured } from './view-metric.ts'

/** Words to show, with the language they are in where it is not the edition's own. */
export interface Words {
  text: string
  lang?: Lang
  /** Cut from a sentence by the extractor, which may have cut badly: no name that a registry knows. */
  isCut?: true
}

/** What a finding is about, in the words of one edition: from the registry, else as a member in that language wrote it, else as the leading one did. */
export interface Labels {
  subject?: Words
  metric?: Words
  condition?: Words
  unitDetail?: Words
}

/** The figure that a finding is shown by: the primary's if held, else the first one in the edition's language, else the first. */
export function leadFigure(finding: Finding, corpus: Corpus, lang: Lang): PlacedFigure | undefined {
  const primary = finding.primary && corpus.figure.get(finding.primary.figureId)
  if (primary) return primary
  const own = finding.members.find((member) => member.lang === lang && member.relation === 'equal')
  return corpus.figure.get((own ?? finding.members[0]!).figureId)
}

/** A finding is a bar in the charts of ten others: its labels are worked out once for each edition. */
const named = new WeakMap<Finding, { corpus: Corpus; labels: Partial<Record<Lang, Labels>> }>()

/** The labels of a finding in an edition; those of unchanged records are worked out once. */
export function findingLabels(finding: Finding, corpus: Corpus, lang: Lang): Readonly<Labels> {
  let known = named.get(finding)
  if (known?.corpus !== corpus) named.set(finding, (known = { corpus, labels: {} }))
  return (known.labels[lang] ??= findLabels(finding, corpus, lang))
}

function findLabels(finding: Finding, corpus: Corpus, lang: Lang): Labels {
  const lead = leadFigure(finding, corpus, lang)
  const own = finding.members.find((member) => member.lang === lang && member.relation === 'equal')
  const spoken = own && corpus.figure.get(own.figureId)
  const words = (field: 'subject' | 'metric' | 'condition' | 'unitDetail'): Words | undefined =>
    say(spoken?.figure[field], lang, lang) ?? say(finding[field], lead?.article.lang, lang)
  return labels(finding, corpus, lang, words)
}

/** The labels of one figure: from the registry, else as its article wrote them. */
export function figureLabels({ figure, article }: PlacedFigure, corpus: Corpus, lang: Lang): Labels {
  return labels(figure, corpus, lang, (field) => say(figure[field], article.lang, lang))
}

type Field = 'subject' | 'metric' | 'condition' | 'unitDetail'

function labels(
  about: Measured & { subjectId?: string | undefined },
  corpus: Corpus,
  lang: Lang,
  words: (field: Field) => Words | undefined,
): Labels {
  const subjectName = about.subjectId && corpus.entity.get(about.subjectId)?.names[lang]
  const metricName = findMetric(about, corpus)?.names[lang]
  const cut = (field: 'subject' | 'metric'): Words | undefined => {
    const said = words(field)
    return said && { ...said, isCut: true }
  }
  const found: Labels = {}
  const note = (field: Field, said: Words | undefined) => {
    if (said) found[field] = said
  }
  note('subject', subjectName ? { text: subjectName } : cut('subject'))
  note('metric', metricName ? { text: metricName } : cut('metric'))
  note('condition', words('condition'))
  note('unitDetail', words('unitDetail'))
  return found
}

function say(text: string | undefined, from: Lang | undefined, lang: Lang): Words | undefined {
  if (!text) return undefined
  return from && from !== lang ? { text, lang: from } : { text }
}

/** Which editions' languages carry a finding, in the order of the editions. */
export function languageLamps(finding: Finding): { lang: Lang; isCovered: boolean }[] {
  return LANGS.map((lang) => ({ lang, isCovered: finding.langs.includes(lang) }))
}

/** Number of articles by what comparing them with the primary showed; the primary's own does not count. */
export function comparisonCounts(finding: Finding): Map<Comparison, number> {
  const counts = new Map<Comparison, number>()
  const seen = new Set<string>()
  for (const member of finding.members) {
    const key = `${member.articleId} ${member.comparison}`
    if (member.articleId === finding.primary?.articleId || seen.has(key)) continue
    seen.add(key)
    counts.set(member.comparison, (counts.get(member.comparison) ?? 0) + 1)
  }
  return counts
}

/** A member with its records, for the timeline of appearances. */
export interface Appearance {
  member: FindingMember
  placed: PlacedFigure
  isPrimary: boolean
}

/**
 * All appearances, earliest first. An article that states the figure twice in the same words appears once. Members whose
 * article is no longer held are left out.
 */
export const appearances = keepLast(findAppearances)

function findAppearances(finding: Finding, corpus: Corpus): readonly Appearance[] {
  const held: Appearance[] = []
  const seen = new Set<string>()
  const isPrimary = (member: FindingMember) => member.figureId === finding.primary?.figureId
  for (const member of finding.members.toSorted((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)))) {
    const placed = corpus.figure.get(member.figureId)
    const key = `${member.articleId} ${placed?.figure.asWritten} ${member.relation}`
    if (placed && !seen.has(key)) held.push({ member, placed, isPrimary: isPrimary(member) })
    seen.add(key)
  }
  const key = ({ member }: Appearance) => sortKey(member.published ?? member.firstSeenAt)
  return held.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** At most this many findings in one chart. */
const MOST_COMPARABLES = 10

/** Findings of the same metric and unit, the given one among them, largest value first. */
export const comparables = keepLast(findComparables)

function findComparables(finding: Finding, corpus: Corpus): readonly Finding[] {
  const found = [finding]
  for (const other of (finding.metricId && corpus.findingsOfMetric.get(finding.metricId)) || []) {
    if (found.length === MOST_COMPARABLES) break
    const isSame = other.unit === finding.unit && other.unitDetail === finding.unitDetail
    if (isSame && !other.supersededBy && other.id !== finding.id) found.push(other)
  }
  return found.sort((a, b) => b.value - a.value)
}

/** Whether outlets give other values for it, or a later figure replaced it. */
export function hasMoved(finding: Finding): boolean {
  return finding.supersededBy !== undefined || finding.status === 'disputed' || hasOtherValue(finding)
}

/** Whether the values that outlets give for it differ. */
export const valuesApart = (finding: Finding): boolean =>
  finding.status === 'disputed' ||
  finding.members.some(
    ({ articleId, comparison }) =>
      comparison === 'different-value' && articleId !== finding.primary?.articleId,
  )

const hasOtherValue = (finding: Finding) =>
  finding.members.some((member) => member.relation === 'variant' || member.comparison === 'different-value')
