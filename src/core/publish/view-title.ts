import type { Figure } from '../model/figure.ts'
import type { Finding } from '../model/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Corpus, PlacedFigure } from './view-corpus.ts'
import { buildExcerpt } from './view-excerpt.ts'
import { figureLabels, findingLabels, type Labels, leadFigure, type Words } from './view-finding.ts'
import { formatPhrase, type Translate, type Valued } from './view-format.ts'
import { findMetric, type Measured } from './view-metric.ts'

/**
 * What a value is about, in words that can be trusted to read well: the names of subject and metric where the registry has both,
 * which every edition has in its own language; else the publisher's words around the figure. Subjects and metrics as an
 * extractor cut them from a sentence (`意見`, `it fell`) name nothing by themselves; a page shows them, a title does not.
 */
export interface About {
  names: Words[]
  /** The registry's name of the subject, where the words say it already. */
  subject?: string
  /** Verbatim, in quotation marks; absent where the names say it or where it may not be quoted. */
  excerpt?: Words
  /** Whose sentence the excerpt is from. */
  from?: PlacedFigure
}

/** A finding is named on its own page, in lists, feeds and descriptions: worked out once for each edition. */
const named = new WeakMap<Finding, { corpus: Corpus; abouts: Partial<Record<Lang, About>> }>()

/** What a finding measures and of whom, in an edition. */
export function aboutFinding(finding: Finding, corpus: Corpus, lang: Lang): About {
  let known = named.get(finding)
  if (known?.corpus !== corpus) named.set(finding, (known = { corpus, abouts: {} }))
  return (known.abouts[lang] ??= findAbout(finding, corpus, lang))
}

function findAbout(finding: Finding, corpus: Corpus, lang: Lang): About {
  const own = finding.members.find((member) => member.lang === lang && member.relation === 'equal')
  const said = (own && corpus.figure.get(own.figureId)) ?? leadFigure(finding, corpus, lang)
  return about(finding, said, findingLabels(finding, corpus, lang), corpus, lang)
}

export const aboutFigure = (placed: PlacedFigure, corpus: Corpus, lang: Lang): About =>
  about(placed.figure, placed, figureLabels(placed, corpus, lang), corpus, lang)

/** For a line under or beside the value. */
export const aboutWords = ({ names, excerpt }: About): Words[] => (excerpt ? [...names, excerpt] : names)

/** Words as an extractor cut them; none twice. */
export function distinctWords(all: (Words | undefined)[]): Words[] {
  const said = all.filter((words) => words !== undefined)
  return [...new Map(said.map((words) => [words.text.toLowerCase(), words])).values()]
}

/** A finding in one line, as its page and every list call it. */
export function findingTitle(finding: Finding, corpus: Corpus, lang: Lang, t: Translate): string {
  return formatTitle(finding, aboutFinding(finding, corpus, lang), lang, t)
}

/** A figure in one line. */
export const figureTitle = (placed: PlacedFigure, corpus: Corpus, lang: Lang, t: Translate): string =>
  formatTitle(placed.figure, aboutFigure(placed, corpus, lang), lang, t)

/** Without the publisher's words, for lists that print them beside it. */
export const formatBareTitle = (
  valued: Valued,
  { names, subject }: About,
  lang: Lang,
  t: Translate,
): string =>
  formatTitle(valued, { names: names.length === 0 && subject ? [{ text: subject }] : names }, lang, t)

/** `Claude Opus 4: blackmail rate 96%`, `Claude Opus 4：勒索率 96%`, `19%: “developers took 19% longer”`. */
export function formatTitle(valued: Valued, { names, excerpt }: About, lang: Lang, t: Translate): string {
  const value = formatPhrase(valued, lang, t)
  const [first, second] = names.map(({ text }) => text)
  if (excerpt && first) return t('title.quotedOf', { about: first, value, words: excerpt.text })
  if (excerpt) return t('title.quoted', { value, words: excerpt.text })
  const isCounted = valued.unit === 'count'
  if (first && second)
    return t(isCounted ? 'title.counted' : 'title.full', { subject: first, metric: second, value })
  return first ? t('title.short', { about: first, value }) : value
}

function about(
  what: Measured & { subjectId?: string | undefined },
  said: PlacedFigure | undefined,
  labels: Labels,
  corpus: Corpus,
  lang: Lang,
): About {
  const subject = what.subjectId && corpus.entity.get(what.subjectId)?.names[lang]
  const metric = findMetric(what, corpus)?.names[lang]
  const isLevel = said === undefined || states(said.figure)
  if (subject && metric && isLevel) return { names: [{ text: subject }, { text: metric }] }
  const words = said && buildExcerpt(said.figure, said.article, corpus.source.get(said.article.sourceId))
  if (!words) return { names: distinctWords([labels.subject, labels.metric]) }
  const isForeign = said.article.lang !== lang
  // Readers of another language get the name that they can read; the others see it in the words.
  const isSaid = [subject, said.figure.subject].some((name) => name && holds(words, name))
  const name = isForeign ? (subject ?? metric) : !isSaid && subject
  const excerpt = isForeign ? { text: words, lang: said.article.lang } : { text: words }
  const shown = { names: name ? [{ text: name }] : [], excerpt, from: said }
  return subject ? { ...shown, subject } : shown
}

const holds = (text: string, name: string) => text.toLowerCase().includes(name.toLowerCase())

/** Whether the text states the value as a level that holds: a fall by 20%, a forecast or a denial needs its words. */
const states = ({ change, polarity, tense }: Figure) =>
  change !== 'by' && polarity === 'asserted' && tense === 'observed'
