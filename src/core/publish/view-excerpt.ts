import type { Article } from '../model/article.ts'
import type { Figure } from '../model/figure.ts'
import type { Lang } from '../model/lang.ts'
import type { Source } from '../model/source.ts'
import { isLonger } from './code-points.ts'
import { cutAround } from './view-quote.ts'

/** Longest excerpt in a title or a line of a list, in code points: about a dozen words, two lines of a list. */
export const EXCERPT_CAPS: Record<Lang, number> = { en: 90, 'zh-Hans': 36, 'zh-Hant': 36 }

/** Where a clause ends; a comma or a colon within a number ends none. */
const CLAUSE = /[，；：。！？|]\s*|[,;:!?]\s+|\s[—–]\s/gu

const MARKS: Record<Lang, [string, string]> = {
  en: ['“', '”'],
  'zh-Hans': ['“', '”'],
  'zh-Hant': ['「', '」'],
}

const known = new WeakMap<Figure, string>()

/**
 * The publisher's words around a figure, whole clauses where they fit, in the quotation marks of their language: `“took 19%
 * longer …”`. Empty where the page or the source asked not to be quoted.
 */
export function buildExcerpt(figure: Figure, article: Article, source: Source | undefined): string {
  let excerpt = known.get(figure)
  if (excerpt === undefined) {
    excerpt = excerptOf(figure, article, source)
    known.set(figure, excerpt)
  }
  return excerpt
}

function excerptOf(figure: Figure, { lang, excerptLimit }: Article, source: Source | undefined): string {
  const limit = Math.min(EXCERPT_CAPS[lang], excerptLimit ?? Infinity, source?.excerptLimit ?? Infinity)
  const text = figure.quote.exact
  const at = { start: figure.start - figure.quote.start, end: figure.end - figure.quote.start }
  if (at.start < 0 || at.end > text.length || isOver(text, at, limit)) return ''
  const { start: from, end } = clausesAround(text, at, limit) ?? cutAround(text, at, limit)
  const loose = from === 0 ? 0 : /^[\s)\]}）】」』”’，、%％]*/u.exec(text.slice(from))![0].length
  const start = Math.min(from + loose, at.start)
  const words = text.slice(start, end).replace(/[\s，；：、。,;:.|—–]+$/u, '')
  const isWhole = !/[\p{L}\p{N}]/u.test(text.slice(start + words.length))
  const [open, close] = MARKS[lang]
  return `${open}${start > 0 ? '…' : ''}${words}${isWhole ? '' : '…'}${close}`
}

interface Span {
  start: number
  end: number
}

const isOver = (text: string, { start, end }: Span, limit: number) =>
  end - start > limit && isLonger(text.slice(start, end), limit)

/** The clause of the figure with as many before it, then after it, as fit; undefined when it alone is too long. */
function clausesAround(text: string, at: Span, limit: number): Span | undefined {
  const ends = [...text.matchAll(CLAUSE)].map((found) => found.index + found[0].length)
  const edges = [0, ...ends.filter((end) => end < text.length), text.length]
  let from = edges.findLastIndex((edge) => edge <= at.start)
  let to = edges.findIndex((edge) => edge >= at.end)
  const fits = (first: number, last: number) =>
    !isOver(text, { start: edges[first]!, end: edges[last]! }, limit)
  if (!fits(from, to)) return undefined
  while (from > 0 && fits(from - 1, to)) from--
  while (to + 1 < edges.length && fits(from, to + 1)) to++
  return { start: edges[from]!, end: edges[to]! }
}
