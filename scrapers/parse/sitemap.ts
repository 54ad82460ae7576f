import { gunzipSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import type { RawItem } from '../../src/core/model/raw-item.ts'
import { resolveUrl } from '../../src/core/text/url.ts'
import { decodeBytes } from './decode.ts'

export interface ParsedSitemap {
  /** Pages of a sitemap; title and date of a news sitemap go with them. */
  items: RawItem[]
  /** Further sitemaps that an index names, newest first. */
  sitemaps: { url: string; lastmod?: string }[]
  /** Whether there was more than the caps allow. */
  isCut: boolean
}

export interface SitemapFailure {
  failure: 'not-a-sitemap' | 'too-large' | 'undecodable'
  message: string
}

/** sitemaps.org allows 50,000 addresses and 50 MB. */
const MAX_ENTRIES = 50_000
const MAX_BYTES = 52_428_800
/** url > news:news > news:publication > news:name is 5 deep. */
const MAX_DEPTH = 12

/** A sitemap, news sitemap, sitemap index or plain list of addresses, gzip or not. */
export function parseSitemap(bytes: Uint8Array, url: string): ParsedSitemap | SitemapFailure {
  const plain = unzip(bytes, url)
  if (!(plain instanceof Uint8Array)) return plain
  const decoded = decodeBytes(plain)
  if (!decoded) return { failure: 'undecodable', message: `${url}: no encoding explains these bytes` }
  const text = decoded.text.trimStart()
  if (/^https?:\/\//.test(text)) return fromLines(text, url)
  if (/<!ENTITY/i.test(text.slice(0, 10_000)))
    return { failure: 'not-a-sitemap', message: `${url}: declares entities of its own; refused` }
  return fromXml(text, url)
}

function unzip(bytes: Uint8Array, url: string): Uint8Array | SitemapFailure {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    return {
      failure: 'too-large',
      message: `${url}: gzip that cannot be read or inflates beyond ${MAX_BYTES} bytes (${String(error)})`,
    }
  }
}

function fromLines(text: string, url: string): ParsedSitemap {
  const lines = text.split(/\s*\n\s*/).slice(0, MAX_ENTRIES + 1)
  const items = lines.slice(0, MAX_ENTRIES).flatMap((line) => {
    const address = resolveUrl(line, url)
    return address ? [{ url: address }] : []
  })
  return { items, sitemaps: [], isCut: lines.length > MAX_ENTRIES }
}

/** Stops the parser when the caps are reached. */
class Enough extends Error {}

function fromXml(text: string, url: string): ParsedSitemap | SitemapFailure {
  const entries: { kind: string; fields: Map<string, string> }[] = []
  const path: string[] = []
  let root = ''
  let data = ''
  let isCut = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    const local = localName(name)
    root ||= local
    path.push(local)
    data = ''
    if (path.length > MAX_DEPTH) throw new Enough('depth')
    if (path.length === 2) {
      if (entries.length >= MAX_ENTRIES) throw new Enough('entries')
      entries.push({ kind: local, fields: new Map() })
    }
  })
  const collect = (text: string) => {
    data += text
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', ({ name }) => {
    const fields = entries.at(-1)?.fields
    const field = isNews(name) ? `news:${localName(name)}` : localName(name)
    if (path.length > 2 && data.trim() !== '' && !fields?.has(field)) fields?.set(field, data.trim())
    path.pop()
    data = ''
  })
  // faults are passed over: what was read before them counts
  parser.on('error', () => undefined)
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
    isCut = true
  }
  if (root !== 'urlset' && root !== 'sitemapindex')
    return {
      failure: 'not-a-sitemap',
      message: `${url}: begins with ${JSON.stringify(text.slice(0, 60))}, expected urlset or sitemapindex`,
    }
  return { ...sorted(entries, url), isCut }
}

const localName = (name: string) => name.split(':').at(-1)?.toLowerCase() ?? ''
const isNews = (name: string) => /^(news|n):/i.test(name)

function sorted(
  entries: { kind: string; fields: Map<string, string> }[],
  url: string,
): Pick<ParsedSitemap, 'items' | 'sitemaps'> {
  const items: RawItem[] = []
  const sitemaps: ParsedSitemap['sitemaps'] = []
  for (const { kind, fields } of entries) {
    const address = resolveUrl(fields.get('loc') ?? '', url)
    if (!address) continue
    const lastmod = fields.get('lastmod')
    if (kind === 'sitemap') sitemaps.push({ url: address, ...(lastmod ? { lastmod } : {}) })
    else items.push(toItem(address, fields))
  }
  sitemaps.sort((a, b) => (b.lastmod ?? '').localeCompare(a.lastmod ?? ''))
  return { items, sitemaps }
}

/** `lastmod` says when the page changed, only a news sitemap when it was published. */
function toItem(url: string, fields: Map<string, string>): RawItem {
  const [title, published, updated] = [
    fields.get('news:title'),
    fields.get('news:publication_date'),
    fields.get('lastmod'),
  ]
  const keywords = fields
    .get('news:keywords')
    ?.split(/\s*,\s*/)
    .filter(Boolean)
  return {
    url,
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    ...(keywords?.length ? { categories: keywords } : {}),
  }
}
