import type { Reference } from '../model/reference.ts'
import { normalizeUrl } from '../text/url.ts'
import type { DocumentLink, ParsedDocument } from './document.ts'
import { matchesOf } from './word-scan.ts'

type Source = Pick<ParsedDocument, 'text' | 'blocks' | 'url' | 'arxiv'> & { links?: DocumentLink[] }

/** `2412.12140`, `2412.12140v2`, `cs.CL/0601001`; months 01 to 12 only, so that no other number looks like one. */
const ARXIV_ID = '(\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}|[a-z-]{2,8}(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d{1,2})?'
const ARXIV_URL = new RegExp(
  `^https?://(?:[a-z]+\\.)?arxiv\\.org/(?:abs|pdf|html|format|ps)/${ARXIV_ID}`,
  'i',
)
const ALPHAXIV_URL = new RegExp(
  `^https?://(?:www\\.)?(?:alphaxiv\\.org/abs|ar5iv\\.[a-z.]+/html|huggingface\\.co/papers)/${ARXIV_ID}`,
  'i',
)
const ARXIV_TEXT = new RegExp(
  `arxiv(?:\\.org(?:/(?:abs|pdf|html))?)?(?:\\s?(?:id|preprint|论文|論文|编号|編號))?\\s?[:：#/]?\\s?${ARXIV_ID}(?![\\d.]*\\d)`,
  'gi',
)
const DOI = /\b10\.\d{4,9}\/[^\s"'<>[\]{}|\\^，。；、）】」』》]{1,150}/gi
const DOI_URL = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^?#\s]+)/i
const PUBLISHER_URL = /^https?:\/\/[^/]+\/(?:[\w-]+\/){0,4}(10\.\d{4,9}\/[^?#\s]+)/i
const URL_TEXT = /https?:\/\/[!#-&(-;=?-Z_a-z~]{3,500}/gi
const NOTE_MARK = /^(?:\[\^?[\w-]{1,12}\][:：]?|[①-⑳]|\d{1,3}[.、])\s*/

/** Addresses that are no work: pictures, share buttons, sign-in pages. */
const NO_WORK =
  /\/embed\/|[?&]wx_fmt=|\.(?:jpe?g|png|gif|webp|svg|ico|mp4|mp3|webm|css|js)(?:$|\?)|\/\/(?:[\w-]+\.)*(?:twitter\.com\/(?:intent|share)|x\.com\/(?:intent|share)|facebook\.com\/(?:sharer|share|dialog)|linkedin\.com\/(?:sharing|shareArticle)|service\.weibo\.com\/share|t\.me\/share|reddit\.com\/submit|pinterest\.com\/pin\/create|api\.whatsapp\.com|web\.whatsapp\.com|social-plugins\.line\.me)|\/(?:login|signin|sign-in|signup|subscribe|wp-login\.php)(?:$|[/?])/i

/**
 * Works that a document points to, in order of place: arXiv ids and DOIs named in the text or linked, other links, and
 * footnotes that name a work without an address. Versions and tracking parameters are dropped, each work listed once.
 */
export function extractReferences(doc: Source): Reference[] {
  const found = [...readLinks(doc), ...readText(doc.text), ...readFootnotes(doc)].sort((a, b) => a.at - b.at)
  const own = new Set([doc.url && normalizeUrl(doc.url), isArxivPage(doc.url) ? doc.arxiv?.id : undefined])
  const seen = new Map<string, Reference>()
  for (const { reference } of found) {
    const key = `${reference.kind} ${reference.kind === 'url' ? urlKey(reference.id) : reference.id}`
    const known = seen.get(key)
    if (known) known.label ??= reference.label as string
    else if (!own.has(reference.id)) seen.set(key, { ...reference })
  }
  return [...seen.values()].map(dropEmptyLabel)
}

interface Place {
  at: number
  reference: Reference
}

function readLinks(doc: Source): Place[] {
  return (doc.links ?? []).flatMap((link) => {
    const reference = buildReference(link.url, link.label)
    if (!reference || isSiteRoot(link.url, doc.url)) return []
    return [{ at: link.start ?? doc.text.length, reference }]
  })
}

function* readText(text: string): Generator<Place> {
  // most texts have none of the three, and a search for a plain string is many times quicker than a pattern
  const hasAddress = text.includes('://')
  for (const match of /arxiv/i.test(text) ? matchesOf(ARXIV_TEXT, text) : [])
    yield { at: match.index, reference: { kind: 'arxiv', id: match[1]!.toLowerCase() } }
  for (const match of text.includes('10.') ? matchesOf(DOI, text) : []) {
    if (
      /\/$/.test(text.slice(Math.max(0, match.index - 80), match.index)) &&
      /https?:\S*$/.test(text.slice(Math.max(0, match.index - 80), match.index))
    )
      continue
    yield { at: match.index, reference: { kind: 'doi', id: cleanDoi(match[0]) } }
  }
  for (const match of hasAddress ? matchesOf(URL_TEXT, text) : []) {
    const reference = buildReference(trimUrl(match[0]))
    if (reference) yield { at: match.index, reference }
  }
}

/** A note that holds no address still names the work: its words are the reference. */
function* readFootnotes(doc: Source): Generator<Place> {
  for (const block of doc.blocks ?? []) {
    if (block.kind !== 'footnote') continue
    const words = doc.text.slice(block.start, block.end).replace(NOTE_MARK, '').replace(/\s+/g, ' ').trim()
    const hasAddress =
      /https?:\/\/|\b10\.\d{4,9}\/|arxiv/i.test(words) ||
      (doc.links ?? []).some(({ start }) => start !== undefined && start >= block.start && start < block.end)
    if (words !== '' && !hasAddress) yield { at: block.start, reference: { kind: 'work', id: words } }
  }
}

function buildReference(address: string, label?: string): Reference | undefined {
  const named = label?.replace(/\s+/g, ' ').trim()
  const words = named && !/^https?:\/\//.test(named) ? { label: named } : {}
  const arxiv = ARXIV_URL.exec(address) ?? ALPHAXIV_URL.exec(address)
  if (arxiv) return { kind: 'arxiv', id: arxiv[1]!.toLowerCase(), ...words }
  const mayHoldDoi = address.includes('10.')
  const doi = mayHoldDoi ? DOI_URL.exec(address) : undefined
  if (doi) return { kind: 'doi', id: cleanDoi(decode(doi[1]!)), ...words }
  if (NO_WORK.test(address)) return undefined
  const publisher = mayHoldDoi ? PUBLISHER_URL.exec(address) : undefined
  if (publisher)
    return {
      kind: 'doi',
      id: cleanDoi(decode(publisher[1]!).replace(/\/(?:full|pdf|abstract|epdf)$/, '')),
      ...words,
    }
  const url = normalizeUrl(address)
  return url ? { kind: 'url', id: url, ...words } : undefined
}

const isArxivPage = (url: string | undefined) => url !== undefined && ARXIV_URL.test(url)

function isSiteRoot(address: string, own: string | undefined): boolean {
  const url = URL.parse(address)
  return Boolean(url && own && url.pathname === '/' && url.search === '' && url.host === URL.parse(own)?.host)
}

/** http and https, with and without `www.` and a last slash, are one page. */
const urlKey = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')

function trimUrl(found: string): string {
  const bracket = found.includes('(') ? -1 : found.indexOf(')')
  return (bracket < 0 ? found : found.slice(0, bracket)).replace(/[.,;:!?*_~]+$/, '')
}

const cleanDoi = (doi: string) => doi.toLowerCase().replace(/[.,;:)*_]+$/, '')

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // a stray percent sign: the address is taken as written
    return part
  }
}

function dropEmptyLabel(reference: Reference): Reference {
  const { label, ...rest } = reference
  return label ? { ...rest, label } : rest
}
