import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Takedown, takedownSchema } from '../core/model/takedown.ts'
import { isTakenDown, withoutArticles, withoutMembers } from '../core/publish/takedown.ts'
import { openStore, type RecordPlace } from './open.ts'
import type { Noun, Records, Store } from './store.ts'

/** The store as it may be published: without what `takedowns.jsonl` lists. Pages, feeds, index and downloads read through this. */
export function openPublishedStore(place: RecordPlace): Store {
  return hideTakenDown(openStore(place), place.contentDir)
}

/** The same over a store that is open already. */
export function hideTakenDown(store: Store, contentDir: string): Store {
  const list = readTakedowns(contentDir)
  return list.length === 0 ? store : withoutTakenDown(store, list)
}

/** Reads `takedowns.jsonl` of a content folder; absent means that nothing was asked to be removed. */
export function readTakedowns(contentDir: string): Takedown[] {
  const path = join(contentDir, 'takedowns.jsonl')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}:${index + 1}`)]))
}

function parseLine(line: string, place: string): Takedown {
  try {
    return takedownSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(
      `${place}: expected {"article": id}, {"url": address} or {"source": id}, got ${line.slice(0, 80)}; mend the line, or what was asked to be removed would be published`,
      { cause },
    )
  }
}

function withoutTakenDown(store: Store, list: Takedown[]): Store {
  const sources = new Set(list.flatMap(({ source }) => source ?? []))
  let gone: Promise<Set<string>> | undefined
  const goneArticles = () => {
    gone ??= (async () => {
      const ids = new Set<string>()
      for await (const article of store.list('articles')) if (isTakenDown(article, list)) ids.add(article.id)
      return ids
    })()
    return gone
  }
  async function trim<N extends Noun>(noun: N, record: Records[N]): Promise<Records[N] | undefined> {
    const ids = await goneArticles()
    if (noun === 'sources' && sources.has(record.id)) return undefined
    if ((noun === 'articles' || noun === 'aids') && ids.has(record.id)) return undefined
    if (noun === 'findings')
      return withoutMembers(record as Records['findings'], ids) as Records[N] | undefined
    if (noun === 'stories')
      return withoutArticles(record as Records['stories'], ids) as Records[N] | undefined
    if (noun !== 'digests') return record
    const digest = record as Records['digests']
    return { ...digest, articleIds: digest.articleIds.filter((id) => !ids.has(id)) } as Records[N]
  }
  return {
    ...store,
    async read(noun, id) {
      const record = await store.read(noun, id)
      return record && trim(noun, record)
    },
    async *list(noun) {
      for await (const record of store.list(noun)) {
        const kept = await trim(noun, record)
        if (kept) yield kept
      }
    },
  }
}
