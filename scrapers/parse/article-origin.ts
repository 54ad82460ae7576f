import { normalizeUrl } from '../../src/core/text/url.ts'
import type { BlockText } from './blocks.ts'

const LABEL =
  /(?:^|[\s|｜·（([【])(?:本文)?(?:文章)?(?:来源|來源|稿源|转载自|轉載自|转自|轉自|原载(?:于)?|原載(?:於)?|首发于|出处|出處|摘自)(?:于|於)?\s*[:：]?\s*[《“「]?([^\s|｜,，。;；（(）)\]】》”」]{2,30})/
const ENGLISH =
  /(?:originally (?:published|appeared) (?:on|in|at)|republished from|first published (?:on|in|at|by)|^source:)\s+(?:the\s+)?([^.,;()]{2,60})/i

/** What stands behind such labels and names no other outlet. */
const NOBODY =
  /^(?:原创|原創|本站|本网|本網|本报|本報|转载(?:文章)?|網絡|网络|互联网|未知|综合|作者|编辑|admin|unknown)$/i

/** The outlet, or the address, that a repost names as its origin; undefined when it is the site itself or nobody. */
export function findOrigin(lines: string[], page: BlockText, site: string[]): string | undefined {
  for (const line of lines) {
    if (line.length > 300) continue
    const name = (LABEL.exec(line)?.[1] ?? ENGLISH.exec(line)?.[1])
      ?.replace(/(?:作者|责任编辑|编辑|记者|时间).*$/, '')
      .replace(/[:：]$/, '')
      .trim()
    if (!name || name.length < 2 || NOBODY.test(name) || /^\d/.test(name)) continue
    const folded = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    if (site.some((own) => own === folded || own.includes(folded) || folded.includes(own))) continue
    const printed = /https?:\/\/\S+/.exec(line)?.[0]
    const link = page.links.find((entry) => entry.label === name)
    return (
      normalizeUrl(printed ?? '') ??
      (link && new URL(link.url).pathname.length > 1 ? normalizeUrl(link.url) : undefined) ??
      name
    )
  }
  return undefined
}
