import { isParseFailure, parseArticle } from '../../../scrapers/parse/article.ts'
import { decodeBytes } from '../../../scrapers/parse/decode.ts'

/** The suite's bodies have no headline, which stands first in our text. */
export function extract({ bytes, url }: { bytes: Uint8Array; url?: string }) {
  const decoded = decodeBytes(bytes)
  if (!decoded) return null
  const article = parseArticle(decoded.text, /^https?:/.test(url ?? '') ? { url } : {})
  if (isParseFailure(article)) return null
  return {
    text: article.text.slice(article.bodyStart),
    title: article.title,
    author: article.authors.join('、'),
    published: article.published,
    encoding: decoded.encoding,
  }
}
