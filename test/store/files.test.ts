import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFileStore } from '../../src/store/files.ts'
import { describeStore, gather, sampleArticle } from '../contract/store.ts'

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'redline-store-'))

async function pathOf(directory: string, id: string): Promise<string> {
  const files = await readdir(directory, { recursive: true })
  return join(directory, files.find((file) => file.endsWith(`${id}.json`))!)
}

describeStore('files', async () => {
  const directory = await temporaryFolder()
  return {
    open: async () => openFileStore(directory),
    reopen: async () => openFileStore(directory),
    damage: async (_noun, id, text) => writeFile(await pathOf(directory, id), text),
    dispose: () => rm(directory, { recursive: true }),
  }
})

describe('the layout on disk', () => {
  it('puts articles by year and month, and tells what has no date', async () => {
    const directory = await temporaryFolder()
    const store = openFileStore(directory)
    const { published: _, ...undated } = sampleArticle('cccc')
    await store.write('articles', sampleArticle('aaaa', { published: '2026-08-03T10:00:00' }))
    await store.write('articles', sampleArticle('bbbb', { published: '2026' }))
    await store.write('articles', undated)
    const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.json'))
    expect(files.sort()).toEqual([
      'articles/2026/08/aaaa.json',
      'articles/2026/undated/bbbb.json',
      'articles/undated/cccc.json',
    ])
  })

  it('writes keys in the order of the schema, Chinese as it is, a line break at the end', async () => {
    const directory = await temporaryFolder()
    const article = sampleArticle('aaaa')
    await openFileStore(directory).write(
      'articles',
      Object.fromEntries(Object.entries(article).reverse()) as typeof article,
    )
    const text = await readFile(await pathOf(directory, 'aaaa'), 'utf8')
    expect(Object.keys(JSON.parse(text)).slice(0, 3)).toEqual(['id', 'sourceId', 'type'])
    expect(text).toContain('"title": "樣本：文字保持原樣"')
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('does not touch a file whose content is equal', async () => {
    const directory = await temporaryFolder()
    const store = openFileStore(directory)
    await store.write('articles', sampleArticle('aaaa'))
    const path = await pathOf(directory, 'aaaa')
    await utimes(path, 1000, 1000)
    await store.write('articles', sampleArticle('aaaa'))
    expect((await stat(path)).mtimeMs).toBe(1_000_000)
  })

  it('ignores and removes what a killed writer left, and leaves what is being written', async () => {
    const directory = await temporaryFolder()
    await openFileStore(directory).write('articles', sampleArticle('aaaa'))
    const folder = dirname(await pathOf(directory, 'aaaa'))
    // 2^22 is the greatest process id that Linux gives; none above it is alive.
    await writeFile(join(folder, '.bbbb.json.4194999.abcd.tmp'), '{"id": "bb')
    await writeFile(join(folder, `.cccc.json.${process.pid}.abcd.tmp`), '{"id": "cc')
    const listed = await gather(openFileStore(directory).list('articles'))
    expect(listed.map(({ id }) => id)).toEqual(['aaaa'])
    expect((await readdir(folder)).sort()).toEqual([`.cccc.json.${process.pid}.abcd.tmp`, 'aaaa.json'])
  })

  it('names the file when it is not JSON', async () => {
    const directory = await temporaryFolder()
    await mkdir(join(directory, 'sources'))
    await writeFile(join(directory, 'sources/example.json'), '<<<<<<< HEAD')
    await expect(openFileStore(directory).read('sources', 'example')).rejects.toThrow(
      'sources/example.json: expected JSON, got <<<<<<< HEAD',
    )
  })
})
