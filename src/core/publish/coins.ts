import { type CslItem, isoOf, partsOf } from './cite-model.ts'
import { familyOf } from './cite-names.ts'
import { nameOf } from './cite-styles.ts'

/** Zotero's item types, which it reads from `rft.type` of the Dublin Core format. */
const TYPES: Record<CslItem['type'], string> = {
  'article-newspaper': 'newspaperArticle',
  article: 'preprint',
  report: 'report',
  'post-weblog': 'blogPost',
  interview: 'interview',
  dataset: 'dataset',
}

/** A COinS context object (Z39.88-2004, KEV) for the `title` of `<span class="Z3988">`; not yet escaped for HTML. */
export function buildCoins(item: CslItem): string {
  const parts = partsOf(item.issued)
  const [first, ...others] = item.author ?? []
  const pairs: [string, string | undefined][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rfr_id', 'info:sid/redline'],
    ['rft.type', TYPES[item.type]],
    ['rft.title', item.title],
    ['rft.source', item['container-title']],
    ['rft.publisher', item.publisher],
    ['rft.date', parts && isoOf(parts)],
    ['rft.identifier', item.URL],
    ['rft.language', item.language],
    ...(first && !('literal' in first)
      ? ([
          ['rft.aulast', familyOf(first)],
          ['rft.aufirst', first.given],
        ] as [string, string | undefined][])
      : []),
    ...[...(first ? [first] : []), ...others].map((name): [string, string] => ['rft.au', nameOf(name)]),
  ]
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value.toWellFormed())}`] : []))
    .join('&')
}

/** Dublin Core meta elements of a page about the item. */
export function dublinCore(item: CslItem): { name: string; content: string }[] {
  const parts = partsOf(item.issued)
  const pairs: [string, string | undefined][] = [
    ...(item.author ?? []).map((name): [string, string] => ['DC.creator', nameOf(name)]),
    ['DC.date', parts && isoOf(parts)],
    ['DC.source', item.URL],
    ['DC.rights', item.type === 'dataset' ? 'https://creativecommons.org/licenses/by/4.0/' : undefined],
  ]
  return pairs.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}
