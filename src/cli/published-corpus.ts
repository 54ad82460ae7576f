import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildCorpus, type Corpus } from '../core/publish/view-corpus.ts'
import { EDITIONS, translator } from '../i18n/index.ts'
import { readRegistry } from '../registry.ts'
import type { Noun, Records, Store } from '../store/store.ts'

/** The words of all editions. */
export const TRANSLATORS = {
  en: translator('en'),
  'zh-Hans': translator('zh-Hans'),
  'zh-Hant': translator('zh-Hant'),
}

/** Where the site is, as feeds, files and mails name it. */
export const siteAt = (address: string) => ({ origin: new URL(address).origin, editions: EDITIONS })

/** All records with their indexes. As the pages do: a folder that brings its own registries is read by those. */
export async function readPublishedCorpus(store: Store, contentDir: string): Promise<Corpus> {
  const all = async <N extends Noun>(noun: N): Promise<Records[N][]> => {
    const list: Records[N][] = []
    for await (const record of store.list(noun)) list.push(record)
    return list
  }
  const records = {
    sources: await all('sources'),
    articles: await all('articles'),
    aids: await all('aids'),
    stories: await all('stories'),
    findings: await all('findings'),
    redirects: await all('redirects'),
    digests: await all('digests'),
    runs: await all('runs'),
  }
  const hasOwn = existsSync(join(contentDir, 'topics.jsonl'))
  return buildCorpus(records, hasOwn ? readRegistry(contentDir) : readRegistry())
}

/** The records of a corpus, as the store listed them. */
export const listRecords = (corpus: Corpus): { [N in Noun]: Records[N][] } => ({
  sources: corpus.sources,
  articles: corpus.articles,
  aids: [...corpus.aid.values()],
  stories: [...new Set(corpus.storyOfArticle.values())].sort((a, b) => (a.id < b.id ? -1 : 1)),
  findings: corpus.findings,
  redirects: corpus.redirects,
  digests: corpus.digests,
  runs: corpus.runs,
})
