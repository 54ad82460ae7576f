import { load } from 'cheerio/slim'
import type { Element } from 'domhandler'
import type { RawItem } from '../../src/core/model/raw-item.ts'
import { child, children, qualifiedName, textOf } from './feed-nodes.ts'

/** A paper as the arXiv API lists it; `url` is the same for all its versions. */
export interface ArxivItem extends RawItem {
  arxiv: {
    /** Without version, old style (`cs/0112017`) or new (`2412.12140`). */
    id: string
    /** The latest version. */
    version: number
    /** The primary one first; the others are cross-lists. */
    categories: string[]
    doi?: string
    comment?: string
    withdrawn: boolean
  }
}

export interface ParsedArxiv {
  items: ArxivItem[]
  /** Hits of the query in all. */
  total: number
  /** Index of the first item, from 0. */
  start: number
  perPage: number
}

const ID = /abs\/((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7})|\d{4}\.\d{4,5})(?:v(\d+))?/
/** How arXiv and its authors say that a version was taken back. */
const WITHDRAWN =
  /\b(?:this (?:paper|article|submission|manuscript|work) (?:has been|is|was) withdrawn|withdrawn by|has been withdrawn)\b/i

/** The Atom answer of the arXiv API. It reports errors as an entry, which is no paper. */
export function parseArxiv(
  xml: string,
  url: string,
): ParsedArxiv | { failure: 'arxiv-error' | 'not-a-feed'; message: string } {
  if (/<!ENTITY/i.test(xml.slice(0, 10_000)))
    return { failure: 'not-a-feed', message: `${url}: declares entities of its own; refused` }
  const $ = load(xml, { xml: true })
  const feed = $.root()[0]?.children.find((node): node is Element => node.type === 'tag')
  if (!feed || qualifiedName(feed) !== 'feed')
    return {
      failure: 'not-a-feed',
      message: `${url}: begins with ${JSON.stringify(xml.slice(0, 60))}, expected the Atom feed of the arXiv API`,
    }
  const entries = children(feed, 'entry')
  const error = entries.find((entry) => /arxiv\.org\/api\/errors/.test(textOf(child(entry, 'id'))))
  if (error)
    return {
      failure: 'arxiv-error',
      message: `${url}: arXiv answers: ${textOf(child(error, 'summary')) || textOf(child(error, 'title'))}`,
    }
  const count = (name: string) => Number(textOf(child(feed, `opensearch:${name}`))) || 0
  const items = entries.flatMap((entry) => toItem(entry) ?? [])
  return {
    items: latest(items),
    total: count('totalresults'),
    start: count('startindex'),
    perPage: count('itemsperpage'),
  }
}

function toItem(entry: Element): ArxivItem | undefined {
  const match = ID.exec(textOf(child(entry, 'id')))
  if (!match?.[1]) return undefined
  const [title, summary, comment] = ['title', 'summary', 'arxiv:comment'].map((name) =>
    textOf(child(entry, name)).replace(/\s+/g, ' '),
  )
  const primary = child(entry, 'arxiv:primary_category')?.attribs['term']
  const categories = children(entry, 'category').map((category) => category.attribs['term'] ?? '')
  const doi = textOf(child(entry, 'arxiv:doi')).toLowerCase()
  const [published, updated] = [textOf(child(entry, 'published')), textOf(child(entry, 'updated'))]
  return {
    url: `https://arxiv.org/abs/${match[1]}`,
    id: `arXiv:${match[1]}`,
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    authors: children(entry, 'author')
      .map((author) => textOf(child(author, 'name')))
      .filter(Boolean),
    categories: [...new Set([...(primary ? [primary] : []), ...categories])].filter(Boolean),
    arxiv: {
      id: match[1],
      version: Number(match[2] ?? 1),
      categories: [...new Set([...(primary ? [primary] : []), ...categories])].filter(Boolean),
      withdrawn: WITHDRAWN.test(`${comment ?? ''} ${(summary ?? '').slice(0, 300)}`),
      ...(doi ? { doi } : {}),
      ...(comment ? { comment } : {}),
    },
  }
}

/** Of several versions of a paper only the newest, at the place of the first. */
function latest(items: ArxivItem[]): ArxivItem[] {
  const byId = new Map<string, ArxivItem>()
  for (const item of items) {
    const known = byId.get(item.arxiv.id)
    if (!known || known.arxiv.version < item.arxiv.version) byId.set(item.arxiv.id, item)
  }
  return [...byId.values()]
}
