import { Converter as FromHans } from 'opencc-js/cn2t'
import { Converter as ToHans } from 'opencc-js/t2cn'
import { LANGS, type Lang } from '../model/lang.ts'
import type { Registry } from '../model/registry.ts'
import type { SearchDocument } from './search-document.ts'

/** Words of the three languages that mean the same: a query with one of them finds the others too, with lower weight. */
export interface SearchGroup {
  id: string
  terms: string[]
  /** Names of one person, organisation or thing: two in one language are as good as each other. */
  isName?: true
}

/** What editions call the values of facets; codes that the editions translate themselves (units, tiers) are not here. */
export type SearchLabels = Record<
  Lang,
  Partial<Record<'source' | 'topic' | 'entity', Record<string, string>>>
>

/** Groups from the glossary, the metrics and the entities that the documents name; single-term groups are left out. */
export function buildSearchGroups(
  registry: Registry,
  documents: Pick<SearchDocument, 'facets'>[],
): SearchGroup[] {
  const named = new Set(documents.flatMap((document) => document.facets.entity ?? []))
  const words = [...registry.glossary, ...registry.metrics].map(groupOf)
  const names = registry.entities
    .filter(({ id }) => named.has(id))
    .map((entity): SearchGroup => ({ ...groupOf(entity), isName: true }))
  return [...words, ...names].filter(({ terms }) => terms.length > 1)
}

/** An alias is written in one script only; each edition names it in its own, so both are here, Simplified before Traditional. */
function groupOf({ id, names, aliases }: Registry['glossary'][number]): SearchGroup {
  const inBoth = aliases.flatMap((alias) => (HAN.test(alias) ? inBothScripts(alias) : [alias]))
  return { id, terms: [...new Set([...Object.values(names), ...inBoth])] }
}

const HAN = /\p{Script=Han}/u

let toHans: ((text: string) => string) | undefined
let toHant: typeof toHans

/** The converters are made on use: they take 200 ms and 100 MB, also of whoever finds nothing to index. */
function inBothScripts(text: string): string[] {
  toHans ??= ToHans({ from: 'tw', to: 'cn' })
  toHant ??= FromHans({ from: 'cn', to: 'tw' })
  return [toHans(text), text, toHant(text)]
}

/** Names of every source, topic and entity that a document has as facet. */
export function buildSearchLabels(
  registry: Registry,
  sources: { id: string; names: Record<Lang, string> }[],
  documents: SearchDocument[],
): SearchLabels {
  const lists = { source: sources, topic: registry.topics, entity: registry.entities }
  const shown = (['source', 'topic', 'entity'] as const).map((facet) => {
    const used = new Set(documents.flatMap((document) => document.facets[facet] ?? []))
    return { facet, items: lists[facet].filter(({ id }) => used.has(id)) }
  })
  const labelsOf = (lang: Lang) =>
    Object.fromEntries(
      shown.map(({ facet, items }) => [
        facet,
        Object.fromEntries(items.map(({ id, names }) => [id, names[lang]])),
      ]),
    )
  return Object.fromEntries(LANGS.map((lang) => [lang, labelsOf(lang)])) as SearchLabels
}
