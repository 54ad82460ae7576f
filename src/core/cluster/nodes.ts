import type { Article } from '../model/article.ts'
import type { Figure } from '../model/figure.ts'
import { foldChars } from '../text/script.ts'
import { hashToken } from './hash.ts'
import { buildQuantity, type Quantity } from './key.ts'
import { foldName, type Lexicon, type Names } from './lexicon.ts'
import { isDifference, isTurned } from './sense.ts'
import { contentSet, printText, type TextPrint, tokenSet } from './similarity.ts'
import { readSubject, type Subject } from './subject.ts'
import { gatherCompany, hashValues, isTelling, lookAround, NONE } from './surroundings.ts'
import { citedWorks, ownWorks } from './works.ts'

/** An article prepared for linking; nothing in it depends on any other article. */
export interface ArticleNode {
  article: Article
  figures: FigureNode[]
  /** Start of the publication date in milliseconds; absent when missing or later than the moment we first saw it. */
  date?: number
  /** Outlet or address that the page, or the beginning or end of its text, names as its origin. */
  origin?: string
  own: string[]
  cited: string[]
  /** Ascending hashes of both: articles that share one are about the same work. */
  works: Uint32Array
  /** What its text is compared by; absent when the text is not at hand. */
  print?: TextPrint
  /** Ascending hashes of Latin words and of numbers of two and more digits: the same in every language. */
  neutral: Uint32Array
  /** Where each of them first stands, as a share of the text. */
  places: Float32Array
  /** Ascending hashes of the values of its telling figures. */
  numbers: Uint32Array
  /** Ascending hashes of names and numbers likely to be shared with a translation only; few. */
  marks: Uint32Array
}

/** A figure prepared for linking. */
export interface FigureNode {
  figure: Figure
  of: ArticleNode
  /** Place in its article, from 0. */
  order: number
  quantity: Quantity
  subject?: Subject
  metricId?: string
  /** Folded. */
  metric?: string
  /** Hashes of what is counted, for counts: concepts, else the words. */
  counted?: Uint32Array
  /** Concepts and words of the sentence, the figure itself left out. */
  concepts: Uint32Array
  words: Uint32Array
  /** Models that the sentence names, and their families. */
  models: ReadonlySet<string>
  /** Metrics that the sentence names. */
  metrics: Uint32Array
  /** Concepts and metrics that the sentence or the figures right before and after it name. */
  nearConcepts: Uint32Array
  nearMetrics: Uint32Array
  /** Ascending hashes of the other values that stand around it, and of the telling ones among them. */
  company: Uint32Array
  tellingCompany: Uint32Array
  /** It says by how much something differs, not how much it is. */
  isDifference: boolean
  /** Its clause says what did not happen; shares only. */
  isTurned: boolean
  /** The sentence has Han characters; both scripts of Chinese count as one language here. */
  isHan: boolean
}

type Sentence = Pick<FigureNode, 'concepts' | 'words' | 'models' | 'metrics' | 'isHan'> &
  Pick<Names, 'entities'>

export function buildArticleNode(article: Article, lexicon: Lexicon, text?: string): ArticleNode {
  const words = text ?? wordsAtHand(article)
  const date = dateOf(article)
  const origin = article.repostOf ?? (text === undefined ? undefined : readRepostNote(text))
  const node: ArticleNode = {
    article,
    figures: [],
    ...(date !== undefined && { date }),
    ...(origin !== undefined && { origin }),
    own: ownWorks(article),
    cited: citedWorks(article),
    works: new Uint32Array(),
    ...(text !== undefined && text.length > 0 && { print: printText(text) }),
    ...readNeutral(words),
    numbers: new Uint32Array(),
    marks: new Uint32Array(),
  }
  const sentences = new Map<string, Sentence>()
  node.figures = article.figures.map((figure, order) =>
    buildFigureNode(figure, order, node, lexicon, sentences),
  )
  lookAround(node.figures)
  gatherCompany(node.figures)
  node.numbers = hashValues(node.figures.filter(isTelling))
  node.works = Uint32Array.from(new Set([...node.own, ...node.cited].map(hashToken))).sort()
  node.marks = marksOf(node, words)
  return node
}

const REPOST_NOTE =
  /(?:转载自|轉載自|转自|轉自|原载于|原載於|originally published (?:by|in|on|at)|republished from)\s*[:：]?\s*([^，。；,.;()（）\n]{2,40})/i

/** UTF-16 units at both ends of a text in which a note about its origin stands. */
const NOTE_UNITS = 300

function readRepostNote(text: string): string | undefined {
  const ends = [text.slice(0, NOTE_UNITS), text.slice(-NOTE_UNITS)]
  for (const end of ends) {
    const name = REPOST_NOTE.exec(end)?.[1]?.trim()
    if (name !== undefined) return name
  }
  return undefined
}

/** Publication date as a number; a date after the day we first saw the page is a mistake of the page and not used. */
function dateOf({ published, firstSeenAt }: Article): number | undefined {
  if (published === undefined) return undefined
  const time = Date.parse(
    /T/.test(published) && !/(Z|[+-]\d\d:\d\d)$/.test(published) ? `${published}Z` : published,
  )
  return Number.isNaN(time) || time > Date.parse(firstSeenAt) + DAY_MS ? undefined : time
}

export const DAY_MS = 86_400_000

function buildFigureNode(
  figure: Figure,
  order: number,
  of: ArticleNode,
  lexicon: Lexicon,
  sentences: Map<string, Sentence>,
): FigureNode {
  const metricId =
    figure.metricId ?? (figure.metric === undefined ? undefined : lexicon.metricIdOf(figure.metric))
  const { exact } = figure.quote
  const quantity = buildQuantity(figure)
  let sentence = sentences.get(exact)
  if (!sentence) sentences.set(exact, (sentence = readSentence(exact, lexicon)))
  const { entities, ...words } = sentence
  const subject = readSubject(figure, entities, lexicon)
  return {
    figure,
    of,
    order,
    quantity,
    ...(subject && { subject }),
    ...(metricId !== undefined && { metricId }),
    ...(figure.metric !== undefined && { metric: foldName(figure.metric) }),
    ...(figure.unit === 'count' &&
      figure.unitDetail !== undefined && { counted: countedSet(figure.unitDetail, lexicon) }),
    ...words,
    nearConcepts: sentence.concepts,
    nearMetrics: sentence.metrics,
    company: NONE,
    tellingCompany: NONE,
    isDifference: isDifference(figure),
    isTurned: quantity.complementKey !== undefined && isTurned(figure),
  }
}

function readSentence(exact: string, lexicon: Lexicon): Sentence {
  const { concepts, metrics, entities } = lexicon.namesIn(exact)
  return {
    concepts,
    metrics,
    entities,
    words: contentSet(exact),
    models: findModels(entities, lexicon),
    isHan: /\p{Script=Han}/u.test(exact),
  }
}

const NO_MODELS: ReadonlySet<string> = new Set()

function findModels(entities: Names['entities'], lexicon: Lexicon): ReadonlySet<string> {
  const models = entities.flatMap(({ id }) => {
    const entity = lexicon.entity(id)
    return entity?.kind === 'model' ? [id, entity.family] : []
  })
  return models.length === 0 ? NO_MODELS : new Set(models.filter((id) => id !== undefined))
}

function countedSet(detail: string, lexicon: Lexicon): Uint32Array {
  const { concepts } = lexicon.namesIn(detail)
  return concepts.length > 0 ? concepts : tokenSet(detail)
}

/** Title and sentences that the record holds, for when the text itself is not at hand. */
function wordsAtHand({ title, summary, figures, claims }: Article): string {
  const quotes = [...figures, ...claims].map(({ quote }) => quote.exact)
  return [title, summary ?? '', ...new Set(quotes)].join('\n')
}

function readNeutral(text: string): Pick<ArticleNode, 'neutral' | 'places'> {
  const first = new Map<number, number>()
  for (const match of foldChars(text).matchAll(/[a-z][a-z0-9]{2,}(?:[-.][a-z0-9]+)*|\d[\d.,]*\d/g)) {
    const hash = hashToken(match[0].replaceAll(',', ''))
    if (!first.has(hash)) first.set(hash, match.index / text.length)
  }
  const neutral = Uint32Array.from(first.keys()).sort()
  return { neutral, places: Float32Array.from(neutral, (hash) => first.get(hash)!) }
}

/** Marks kept of an article; enough for translations to share several, few enough to index. */
const MARKS = 48

/** Rarest-looking first: long numbers, works cited, names that the registry does not know, then known ones. */
function marksOf({ article, figures, cited }: ArticleNode, words: string): Uint32Array {
  const weighed = new Map<number, number>()
  const add = (text: string, weight: number) => {
    const hash = hashToken(text)
    weighed.set(hash, Math.max(weighed.get(hash) ?? 0, weight))
  }
  for (const { quantity } of figures)
    if (quantity.specificity > 0) add(quantity.key, quantity.specificity * 2)
  for (const key of cited) add(key, 5)
  for (const { name, entityId } of article.entities)
    if (entityId !== undefined) add(`entity ${entityId}`, 1)
    else if (/^[\x20-\x7e]+$/.test(name)) add(`name ${foldName(name)}`, 3)
  for (const [name] of words.matchAll(/\b[A-Z][A-Za-z0-9]{3,}\b/g)) add(`word ${name.toLowerCase()}`, 0.5)
  const best = [...weighed].sort(([a, first], [b, second]) => second - first || a - b).slice(0, MARKS)
  return Uint32Array.from(best.map(([hash]) => hash)).sort()
}
