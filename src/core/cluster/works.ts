import type { Article } from '../model/article.ts'
import type { Reference } from '../model/reference.ts'
import { foldName } from './lexicon.ts'

/** Pages that say nothing about what is cited: profiles, licences, share buttons. */
const UNSPECIFIC =
  /^(creativecommons\.org|x\.com|twitter\.com|facebook\.com|linkedin\.com|t\.me|weibo\.com)\/|\/(about|contact|privacy|terms|tag|tags|category|author|authors|search|login|subscribe)\b/

/**
 * One key for each work, whatever its address: `arxiv:2412.12140`, `doi:10.1000/1`, `url:host/path`, `title:…` for a note
 * that names a work without an address. Undefined for a front page.
 */
export function workKey({ kind, id }: Pick<Reference, 'kind' | 'id'>): string | undefined {
  if (kind === 'work') return titleKey(id)
  const arxiv = /(?:arxiv\.org\/(?:abs|pdf|html)\/|^arxiv:|10\.48550\/arxiv\.)(\d{4}\.\d{4,5})/i.exec(id)?.[1]
  if (arxiv !== undefined) return `arxiv:${arxiv}`
  if (kind === 'arxiv') return `arxiv:${id.toLowerCase().replace(/v\d+$/, '')}`
  const doi = /(?:doi\.org\/|^doi:)?(10\.\d{4,9}\/\S+)$/i.exec(id)?.[1]
  if (kind === 'doi' || /doi\.org\//i.test(id)) return doi && `doi:${doi.toLowerCase()}`
  const address = id
    .toLowerCase()
    .replace(/^https?:\/\/(www\.|m\.|amp\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/[?&](utm_[a-z]+|ref|source|gi|fbclid)=[^&]*/g, '')
    .replace(/\/+$/, '')
  return address.includes('/') && !UNSPECIFIC.test(address) ? `url:${address}` : undefined
}

/** The main title, without subtitle, publisher and date, folded; undefined when too short to name one work. */
function titleKey(title: string): string | undefined {
  const main = title.split(/[:：·•|｜—–]| - |，|。|\. /)[0]!.replace(/^["“「『《〈]|["”」』》〉]$/g, '')
  const folded = foldName(main)
  return folded.length >= (/\p{Script=Han}/u.test(folded) ? 8 : 14) ? `title:${folded}` : undefined
}

/** Works that an article is: its address, its arXiv id and its title. */
export function ownWorks(article: Article): string[] {
  const keys = [
    article.url && workKey({ kind: 'url', id: article.url }),
    article.arxiv && workKey({ kind: 'arxiv', id: article.arxiv.id }),
    titleKey(article.title),
  ]
  return [...new Set(keys.filter((key) => key !== undefined && key !== ''))] as string[]
}

/** Works that an article points to, itself excepted. */
export function citedWorks(article: Article): string[] {
  const own = new Set(ownWorks(article))
  const titles = article.references.map(({ label }) => label && titleKey(label))
  const keys = [...article.references.map(workKey), ...titles].filter(
    (key) => key !== undefined && key !== '' && !own.has(key),
  )
  return [...new Set(keys)] as string[]
}
