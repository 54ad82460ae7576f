import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCorpus, type Corpus, type RecordLists } from '../../src/core/publish/view-corpus.ts'
import { translator } from '../../src/i18n/index.ts'
import { readRegistry } from '../../src/registry.ts'
import { openFileStore } from '../../src/store/files.ts'
import type { Noun, Records } from '../../src/store/store.ts'
import { writeFixture } from '../site/fixture.ts'

export const TRANSLATORS = {
  en: translator('en'),
  'zh-Hans': translator('zh-Hans'),
  'zh-Hant': translator('zh-Hant'),
}

export const SITE = {
  origin: 'https://redline.example',
  editions: [
    { lang: 'en' as const, path: 'en' },
    { lang: 'zh-Hans' as const, path: 'zh-hans' },
    { lang: 'zh-Hant' as const, path: 'zh-hant' },
  ],
}

/** A data folder with the site's sample records, the hostile ones among them; call `remove` when done. */
export async function openFixture(): Promise<{ folder: string; corpus: Corpus; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-publish-'))
  await writeFixture(folder)
  return {
    folder,
    corpus: await readCorpus(join(folder, 'content')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function readCorpus(content: string): Promise<Corpus> {
  const store = openFileStore(content)
  const all = async <N extends Noun>(noun: N): Promise<Records[N][]> => {
    const list: Records[N][] = []
    for await (const record of store.list(noun)) list.push(record)
    return list
  }
  const records: RecordLists = {
    sources: await all('sources'),
    articles: await all('articles'),
    stories: await all('stories'),
    findings: await all('findings'),
    redirects: await all('redirects'),
    digests: await all('digests'),
    runs: await all('runs'),
  }
  return buildCorpus(records, readRegistry(content))
}
