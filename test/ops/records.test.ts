import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeArticle, writeWorld } from '../../bench/synthetic.ts'
import { archiveYears } from '../../src/cli/archive.ts'
import { type Context, openContext } from '../../src/cli/context.ts'
import { linkRecords } from '../../src/cli/link.ts'
import { prune } from '../../src/cli/prune.ts'
import { exportLines, measureStore, parseLine, writeAll } from '../../src/cli/transfer.ts'
import { verify } from '../../src/cli/verify.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import { openFileStore } from '../../src/store/files.ts'
import { gather, sampleArticle } from '../contract/store.ts'
import { redline } from './press-run.ts'

let data: string
let context: Context
const reopen = () => {
  context = openContext({ data })
  return context
}
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'redline-records-'))
  writeWorld(data, 120)
  reopen()
})
afterEach(async () => {
  await context.close()
  rmSync(data, { recursive: true })
})

const pathOf = (id: string) =>
  readdirSync(join(data, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === `${id}.json`)
    .map((entry) => join(entry.parentPath, entry.name))[0]!
const edit = (id: string, change: (text: string) => string) => {
  const path = pathOf(id)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}
const messages = async (isRepairing = false) =>
  (await verify(reopen(), isRepairing)).problems.map(({ id, message }) => `${id} ${message}`)

/** Every file below content/ with its bytes. */
function snapshot(folder = join(data, 'content')): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  )
}

const finding = (articleId: string, figureId: string): Finding => ({
  id: 'f00d',
  value: 31,
  unit: 'percent',
  qualifier: 'exact',
  topics: [],
  members: [
    {
      figureId,
      articleId,
      sourceId: 'outlet-1',
      lang: 'zh-Hans',
      firstSeenAt: '2026-08-04T00:00:00Z',
      relation: 'equal',
      reasons: [],
      comparison: 'not-checked',
    },
  ],
  langs: ['zh-Hans'],
  independentSources: 1,
  status: 'single',
  updatedAt: '2026-08-04T00:00:00Z',
})

describe('verify', () => {
  it('finds nothing in records as they were written, having compared every quote', async () => {
    const { problems, records, quotes, withoutText } = await verify(context)
    expect(problems).toEqual([])
    expect({ records, quotes, withoutText }).toEqual({ records: 240, quotes: 720, withoutText: 0 })
  })

  it('names a quote that is not verbatim, and never repairs it', async () => {
    const { article } = makeArticle(1)
    edit(article.id, (text) => text.replace('"exact": "研究人员', '"exact": "研究人員'))
    const expected = `${article.id} ${article.figures[0]!.id}: its quote is not verbatim at 0`
    expect(await messages()).toEqual([expected])
    expect(await messages(true)).toEqual([expected])
    expect(await messages()).toEqual([expected])
  })

  it('names a record that cannot be read and goes on with the others', async () => {
    const { article } = makeArticle(2)
    edit(article.id, (text) => text.slice(0, 100))
    const { problems, records } = await verify(reopen())
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ id: article.id, message: expect.stringContaining('expected JSON') })
    expect(records).toBe(240)
  })

  it('names a text whose bytes are not those of its hash, and one that is gone it only counts', async () => {
    const [bad, gone] = [makeArticle(3).article.textHash, makeArticle(4).article.textHash]
    const pathIn = (hash: string) => join(data, 'cache', hash.slice(0, 2), `${hash}.zst`)
    writeFileSync(pathIn(bad), readFileSync(pathIn(gone)))
    rmSync(pathIn(gone))
    const { problems, withoutText } = await verify(reopen())
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('does not hold the bytes of its name'),
    ])
    expect(withoutText).toBe(1)
  })

  it('names a machine-written record that does not hold, and removes it when repairing', async () => {
    const { article } = makeArticle(1)
    const { quote } = article.figures[0]!
    await context.store.write('aids', {
      id: article.id,
      textHash: article.textHash,
      model: 'stub',
      requestHash: 'a'.repeat(64),
      at: '2026-08-04T00:00:00Z',
      titles: {},
      claims: [{ quote }, { quote: { ...quote, start: 3, end: 3 + quote.exact.length } }],
      links: [{ figureId: article.figures[0]!.id, findingId: 'nowhere' }],
      dropped: {},
    })
    const expected = [
      `${article.id} its quote is not verbatim at 3`,
      `${article.id} links: there is no finding nowhere`,
    ]
    expect(await messages()).toEqual(expected)
    expect(await messages(true)).toEqual(expected)
    expect(await messages()).toEqual([])
  })

  it('repairs the length of a text and findings that name what is not there', async () => {
    const { article } = makeArticle(1)
    edit(article.id, (text) => text.replace(/"textLength": \d+/, '"textLength": 5'))
    await context.store.write('findings', finding(article.id, 'nowhere'))
    expect(await messages()).toEqual([
      `${article.id} textLength: is 5, the text has ${article.textLength} code points`,
      `f00d members: article ${article.id} has no figure nowhere`,
    ])
    const { problems, repaired } = await verify(reopen(), true)
    expect(repaired).toBe(problems.length)
    expect(await messages()).toEqual([])
    expect(await context.store.count('findings')).toBeGreaterThan(0)
  })
})

describe('link', () => {
  it('goes on without a text that is damaged, and names it', async () => {
    const { textHash } = makeArticle(3).article
    const whole = await linkRecords(reopen(), new Date('2026-01-01T00:00:00Z'))
    expect(whole.warnings).toEqual([])
    for (const damaged of ['not Zstandard', '']) {
      writeFileSync(join(data, 'cache', textHash.slice(0, 2), `${textHash}.zst`), damaged)
      const { findings, warnings } = await linkRecords(reopen(), new Date('2026-01-01T00:00:00Z'))
      expect(findings).toBe(whole.findings)
      expect(warnings).toEqual([
        expect.stringContaining(`${textHash}.zst does not hold the bytes of its name`),
      ])
    }
  })
})

describe('archive', () => {
  it('packs old years so that everything is read as before, byte for byte', async () => {
    const before = await measureStore(context.store)
    const files = Object.keys(snapshot()).length
    const packed = await archiveYears(join(data, 'content'), 2030)
    expect(packed).toEqual([{ noun: 'articles', year: '2020', records: 120 }])
    expect(Object.keys(snapshot()).length).toBe(files - 119)
    expect(await measureStore(reopen().store)).toEqual(before)
    const { article } = makeArticle(77)
    expect(await context.store.read('articles', article.id)).toEqual(article)
    expect(await context.store.count('articles')).toBe(120)
    expect((await verify(reopen())).problems).toEqual([])
  })

  it('keeps what changes after packing, packs it again, and removes from a packed year', async () => {
    const [changed, removed] = [makeArticle(5).article, makeArticle(6).article]
    await archiveYears(join(data, 'content'), 2030)
    const { store } = reopen()
    expect(await store.write('articles', changed)).toBe('unchanged')
    expect(await store.write('articles', { ...changed, title: 'Corrected' })).toBe('changed')
    await store.remove('articles', removed.id)
    const check = async () => {
      const again = reopen().store
      expect((await again.read('articles', changed.id))?.title).toBe('Corrected')
      expect(await again.read('articles', removed.id)).toBeUndefined()
      expect(await again.count('articles')).toBe(119)
    }
    await check()
    await archiveYears(join(data, 'content'), 2030)
    await check()
  })

  it('loses nothing when it was killed before the single files were removed', async () => {
    const before = snapshot()
    const hash = await measureStore(context.store)
    await archiveYears(join(data, 'content'), 2030)
    for (const [path, text] of Object.entries(before)) {
      mkdirSync(join(data, 'content', path, '..'), { recursive: true })
      writeFileSync(join(data, 'content', path), text)
    }
    expect(await measureStore(reopen().store)).toEqual(hash)
    await archiveYears(join(data, 'content'), 2030)
    expect(await measureStore(reopen().store)).toEqual(hash)
  })
})

describe('export and restore', () => {
  const linesOf = async () => (await gather(exportLines(context.store))).join('')
  async function* parse(text: string) {
    let number = 0
    for (const line of text.trimEnd().split('\n')) yield parseLine(line, ++number)
  }

  it('come back byte for byte, as lines and as files', async () => {
    await context.store.write(
      'findings',
      finding(makeArticle(1).article.id, makeArticle(1).article.figures[0]!.id),
    )
    const lines = await linesOf()
    const folder = join(data, 'copy')
    const copy = openFileStore(folder)
    expect(await writeAll(copy, parse(lines))).toEqual({ records: 241, written: 241 })
    expect(await writeAll(copy, parse(lines))).toEqual({ records: 241, written: 0 })
    expect((await gather(exportLines(copy))).join('')).toBe(lines)
    expect(snapshot(folder)).toEqual(snapshot())
  })

  it('is what `redline import` takes as well, packed or not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'redline-export-'))
    for (const name of ['plain.jsonl', 'packed.jsonl.gz']) {
      const file = join(folder, name)
      expect(await redline(['export', file, '--data', data], {}).ended).toMatchObject({ code: 0 })
      const copy = join(folder, `copy-of-${name}`)
      const imported = await redline(['import', file, '--data', copy], {}).ended
      expect(imported).toMatchObject({ code: 0, output: expect.stringContaining('240 records read, 240') })
      expect(snapshot(join(copy, 'content'))).toEqual(snapshot())
    }
    const missing = await redline(['restore', join(folder, 'none.jsonl.gz'), '--data', data], {}).ended
    expect(missing).toMatchObject({ code: 1, output: expect.stringMatching(/ENOENT.*none\.jsonl\.gz/) })
    rmSync(folder, { recursive: true })
  })

  it('name the line that is bad and what was expected', () => {
    expect(() => parseLine('{"noun": "art', 3)).toThrow(/^line 3: expected \{"noun": …, "record": …\}, got/)
    expect(() => parseLine('{"noun": "books", "record": {}}', 4)).toThrow(
      /^line 4: expected a noun of .*got books/,
    )
    expect(() => parseLine('{"noun": "redirects", "record": {"id": "a"}}', 5)).toThrow(/^line 5[\s\S]*to: /)
  })
})

describe('prune', () => {
  it('removes old bytes that are no text of a record, and nothing else', async () => {
    const old = await context.cache.put(new TextEncoder().encode('<html>old</html>'))
    const fresh = await context.cache.put(new TextEncoder().encode('<html>fresh</html>'))
    const longAgo = new Date('2020-01-01T00:00:00Z')
    utimesSync(join(data, 'cache', old.slice(0, 2), `${old}.zst`), longAgo, longAgo)
    for (const at of [1, 2]) {
      const { textHash } = makeArticle(at).article
      utimesSync(join(data, 'cache', textHash.slice(0, 2), `${textHash}.zst`), longAgo, longAgo)
    }
    expect(await prune(context, 90, Date.now(), true)).toMatchObject({ removed: 1, kept: 121 })
    expect(await prune(context, 90, Date.now(), false)).toMatchObject({ removed: 1, kept: 121 })
    expect(await context.cache.get(old)).toBeUndefined()
    expect(await context.cache.get(fresh)).toBeDefined()
    expect((await verify(reopen())).withoutText).toBe(0)
  })
})

describe('folders of records', () => {
  it('never grow above some thousand entries', async () => {
    const folder = join(data, 'content/articles/undated')
    mkdirSync(folder)
    for (let at = 0; at < 4_000; at++) writeFileSync(join(folder, `x${at}.json`), '{}')
    const { published: _, ...article } = sampleArticle('abcd')
    expect(await context.store.write('articles', article)).toBe('added')
    expect(relative(folder, pathOf('abcd'))).toBe('ab/abcd.json')
    expect(await reopen().store.read('articles', 'abcd')).toEqual(article)
  })
})
