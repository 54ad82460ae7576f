import type { Quote } from '../model/quote.ts'

/** Over this many UTF-16 units a fragment names only its first and last words (`start,end`). */
const LONG = 80
/** Units of the first and last words in a `start,end` fragment, before they are cut at word edges. */
const EDGE = 24

const links = new WeakMap<Quote, { url: string; link: string }>()

/** The link to the place of a whole quote: the same in all editions, on several pages and in feeds. */
export function linkToQuote(url: string, quote: Quote, lang: string): string {
  let known = links.get(quote)
  if (known?.url !== url) links.set(quote, (known = { url, link: buildFragmentUrl(url, quote.exact, lang) }))
  return known.link
}

/**
 * A link to the place of a quote in its source: a text fragment (WICG). Browsers find it only when it starts and ends at the
 * edge of a word and stays within one block, so the text is cut there; an address with a fragment of its own is left alone.
 */
export function buildFragmentUrl(url: string, exact: string, lang: string): string {
  const line = exact.split('\n')[0]!.trim()
  if (url.includes('#') || line.length === 0) return url
  if (line.length <= LONG) return `${url}#:~:text=${encode(line)}`
  const start = firstWords(line, lang)
  const end = lastWords(line, lang)
  return start && end ? `${url}#:~:text=${encode(start)},${encode(end)}` : url
}

/** encodeURIComponent leaves the hyphen, which is part of the fragment's own syntax, and quotes are safer encoded. */
const encode = (text: string) => encodeURIComponent(text).replace(/-/g, '%2D').replace(/'/g, '%27')

const segmenters = new Map<string, Intl.Segmenter>()

function edges(text: string, lang: string): number[] {
  if (!segmenters.has(lang)) segmenters.set(lang, new Intl.Segmenter(lang, { granularity: 'word' }))
  return [...segmenters.get(lang)!.segment(text)].map((segment) => segment.index)
}

function firstWords(text: string, lang: string): string {
  const cut = edges(text.slice(0, EDGE * 2), lang).findLast((edge) => edge <= EDGE) ?? 0
  return text.slice(0, cut).trim()
}

function lastWords(text: string, lang: string): string {
  const from = text.length - EDGE * 2
  const cut = edges(text.slice(from), lang).find((edge) => edge >= EDGE)
  return cut === undefined ? '' : text.slice(from + cut).trim()
}
