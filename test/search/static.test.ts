import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../src/core/publish/search-document.ts'
import { readFromDisk } from '../../src/search/disk.ts'
import { StaticSearch } from '../../src/search/static.ts'
import { StaticIndexBuilder } from '../../src/search/static-build.ts'
import { packGlossary, parseGlossary, type ReadFile, readByFetch } from '../../src/search/static-files.ts'
import { writeSearchIndex } from '../../src/search/write.ts'
import { openCache } from '../../src/store/cache.ts'
import { openFileStore } from '../../src/store/files.ts'
import { DOCUMENTS, GROUPS } from '../contract/search.ts'
import { writeFixture } from '../site/fixture.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

function build(documents = DOCUMENTS): Files {
  const builder = new StaticIndexBuilder()
  for (const document of documents) builder.add(document)
  const labels = { en: {}, 'zh-Hans': {}, 'zh-Hant': {} }
  return new Map([...builder.files(GROUPS, labels)].map(({ path, bytes }) => [path, new Uint8Array(bytes)]))
}

const over =
  (files: Files): ReadFile =>
  async (path) => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`the test has no ${path}`)
    return bytes
  }
const manifestOf = (files: Files) => JSON.parse(new TextDecoder().decode(files.get('manifest.json')))
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('the glossary as a file', () => {
  it('comes back as it was', () => {
    const groups = [
      { terms: ['Sam Altman', '奥特曼', 'a|b'], isName: true as const },
      { terms: ['blackmail', '勒索'] },
    ]
    expect(parseGlossary(packGlossary(groups))).toEqual(groups)
    expect(parseGlossary(packGlossary([]))).toEqual([])
    expect(parseGlossary(packGlossary([{ terms: ['two\twords', 'x\ny'] }]))).toEqual([
      { terms: ['two words', 'x y'] },
    ])
  })
})

describe('the files', () => {
  it('are the same bytes for the same documents, whoever builds them', () => {
    const [one, other] = [build(), build()]
    expect([...one.keys()]).toEqual([...other.keys()])
    for (const [path, bytes] of one) expect(Buffer.compare(bytes, other.get(path)!), path).toBe(0)
    expect(manifestOf(build(DOCUMENTS.slice(1))).build).not.toBe(manifestOf(one).build)
  })

  it('hold no stretch of a body as text, in either byte order', () => {
    const bodies = DOCUMENTS.flatMap(({ body }) => body ?? []).map((body) => body.slice(24, 30))
    for (const [path, bytes] of build()) {
      const plain = Buffer.from(path.endsWith('.json') ? bytes : gunzipSync(bytes))
      for (const part of bodies) {
        expect(plain.includes(part), `${path} ${part}`).toBe(false)
        expect(plain.includes(Buffer.from(part, 'utf16le')), `${path} ${part}`).toBe(false)
      }
    }
  })

  it('name the manifest last, so that a writer that stops has published nothing', () => {
    expect([...build().keys()].at(-1)).toBe('manifest.json')
  })

  it('only those of a query’s own terms are read, and each once', async () => {
    const files = build()
    const reads: string[] = []
    const engine = new StaticSearch((path) => {
      reads.push(path)
      return over(files)(path)
    }, 'en')
    await engine.search({ text: '勒索', expand: false })
    const first = reads.length
    expect(new Set(reads).size).toBe(first)
    expect(first).toBeLessThan(8)
    await engine.search({ text: '勒索', expand: false })
    expect(reads).toHaveLength(first)
  })
})

describe('words that stand in a row in a figure alone, which its finding stands for', () => {
  const documents: SearchDocument[] = [
    {
      id: 'figure-fine',
      kind: 'figure',
      path: 'figures/fine/',
      lang: 'en',
      title: 'A €35 million fine',
      excerpt: '',
      names: [],
      facets: { lang: ['en'] },
      isMember: true,
    },
    {
      id: 'article-cost',
      kind: 'article',
      path: 'articles/cost/',
      lang: 'en',
      title: 'What breaking the rules can cost',
      excerpt: '',
      names: [],
      body: 'A fine is due for most violations. At worst it is €35 million.',
      facets: { lang: ['en'] },
    },
  ]
  const engine = new StaticSearch(over(build(documents)), 'en')

  it('are looked for apart, so that nobody is told that nothing was found', async () => {
    const { hits, notice } = await engine.search({ text: '€35 million fine' })
    expect(hits.map(({ id }) => id)).toEqual(['article-cost'])
    expect(notice).toBe('apart')
  })

  it('are found as they stand where figures are asked for', async () => {
    const { hits } = await engine.search({ text: '€35 million fine', kinds: ['figure'] })
    expect(hits.map(({ id }) => id)).toEqual(['figure-fine'])
  })

  it('that stand nowhere else are not found', async () => {
    const alone = new StaticSearch(over(build(documents.slice(0, 1))), 'en')
    expect((await alone.search({ text: '€35 million fine' })).hits).toEqual([])
  })
})

describe('a pasted text', () => {
  it('of any length reads a few files only, whether it is found or not', async () => {
    const long = Array.from(
      { length: 2_000 },
      (_, at) => `第${at}句话说的是别的事情，与${String.fromCharCode(0x4e00 + at)}有关。`,
    )
    const filler = { ...DOCUMENTS[0]!, id: 'article-filler', body: long.join('') }
    const files = build([...DOCUMENTS, filler])
    let reads = 0
    const engine = new StaticSearch((path) => {
      reads++
      return over(files)(path)
    }, 'en')
    const found = await engine.search({ text: long.slice(700, 900).join('') })
    expect(found.hits[0]?.id).toBe('article-filler')
    const none = await engine.search({ text: 'wholly other words about gardens and rivers '.repeat(200) })
    expect(none.hits).toEqual([])
    expect(reads).toBeLessThan(80)
  })
})

describe('an index that is not as it should be', () => {
  const search = (files: Files) => new StaticSearch(over(files), 'en').search({ text: '勒索' })

  it.each([
    ['of another format', { format: 99, build: '0123456789abcdef' }, 'index-version'],
    ['without a format', {}, 'index-version'],
    ['null', null, 'index-version'],
  ])('a manifest %s is told apart', async (_, manifest, code) => {
    const files = build().set('manifest.json', encode(manifest))
    await expect(search(files)).rejects.toMatchObject({ code })
  })

  it('a manifest that is no JSON is damage', async () => {
    const files = build().set('manifest.json', new TextEncoder().encode('<html>not found</html>'))
    await expect(search(files)).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining('manifest.json'),
    })
  })

  it.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length / 2)],
    ['empty', () => new Uint8Array(0)],
    ['something else', () => new TextEncoder().encode('<html>')],
    [
      'with a flipped bit',
      (bytes: Uint8Array<ArrayBuffer>) =>
        bytes.map((byte, at) => (at === bytes.length - 6 ? byte ^ 1 : byte)),
    ],
  ])('a file that is %s is damage, by name', async (_, spoil) => {
    const files = build()
    for (const [path, bytes] of files) if (/\/t\//.test(path)) files.set(path, spoil(bytes))
    await expect(search(files)).rejects.toMatchObject({
      name: 'SearchError',
      code: 'index-damaged',
      message: expect.stringMatching(/\/t\/\w+\.bin/),
    })
  })

  it('a file of another build is not taken for one of this', async () => {
    const [files, older] = [build(), build(DOCUMENTS.slice(1))]
    const other = manifestOf(older).build
    for (const path of files.keys()) {
      const twin = older.get(path.replace(/^[0-9a-f]{16}/, other))
      if (twin && path.endsWith('facets.bin')) files.set(path, twin)
    }
    await expect(search(files)).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining(other),
    })
  })

  it('a page that was open while the site was published anew reads the new index', async () => {
    let files = build(DOCUMENTS.slice(1))
    const read: ReadFile = async (path) => {
      const response = files.get(path)
      return readByFetch('http://site.example/search/', async () =>
        response ? new Response(response) : new Response('', { status: 404 }),
      )(path)
    }
    const engine = new StaticSearch(read, 'en')
    expect((await engine.search({ text: 'quiet week' })).total).toBe(1)
    files = build()
    // Its record is in a file that the page has not read yet, and that is gone.
    expect((await engine.search({ text: 'gazette' })).hits[0]?.id).toBe('source-odd')
    expect((await engine.search({ text: '测试中勒索', expand: false })).hits[0]?.id).toBe('article-hans')
  })

  it.each([
    [404, 'index-missing'],
    [500, 'index-unreachable'],
    [503, 'index-unreachable'],
  ])('an answer of %i is %s', async (status, code) => {
    const read = readByFetch('http://site.example/search/', async () => new Response('', { status }))
    await expect(new StaticSearch(read, 'en').search({ text: 'x1' })).rejects.toMatchObject({ code })
  })

  it('no connection is told, and the next query tries again', async () => {
    let isOffline = true
    const files = build()
    const read = readByFetch('http://site.example/', async (url) => {
      if (isOffline) throw new TypeError('fetch failed')
      return new Response(files.get(String(url).slice('http://site.example/'.length)))
    })
    const engine = new StaticSearch(read, 'en')
    await expect(engine.search({ text: '勒索' })).rejects.toMatchObject({ code: 'index-unreachable' })
    isOffline = false
    expect((await engine.search({ text: '勒索' })).total).toBeGreaterThan(0)
  })
})

describe('an index of records', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  it('is written beside the site, replaces the one before, and finds every kind of record in each edition', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redline-search-'))
    folders.push(folder)
    await writeFixture(folder)
    const { readRegistry } = await import('../../src/registry.ts')
    const content = join(folder, 'content')
    const sources = {
      store: openFileStore(content),
      cache: openCache(join(folder, 'cache')),
      registry: readRegistry(content),
    }
    const out = join(folder, 'site/search')
    const first = await writeSearchIndex(sources, out)
    expect(await writeSearchIndex(sources, out)).toEqual(first)
    expect(readdirSync(out)).toHaveLength(2)
    expect(first.files).toBe(
      readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    )
    for (const edition of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const engine = new StaticSearch(readFromDisk(out), edition)
      const { facets, hits } = await engine.search({ text: 'Claude Opus 4' })
      expect(Object.keys(facets['kind']!), edition).toEqual(
        expect.arrayContaining(['finding', 'article', 'entity']),
      )
      expect(hits.length).toBeGreaterThan(0)
      const labels = await engine.labels()
      for (const facet of ['source', 'topic', 'entity'] as const)
        for (const id of Object.keys(facets[facet] ?? {}))
          expect(labels[facet]?.[id], `${facet} ${id}`).toBeTruthy()
    }
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).documents).toBe(first.documents)
  })

  it('that was never written says what to run', async () => {
    const engine = new StaticSearch(readFromDisk(join(tmpdir(), 'redline-no-such-index')), 'en')
    await expect(engine.search({ text: '勒索' })).rejects.toThrow(/run `redline index`/)
  })
})
