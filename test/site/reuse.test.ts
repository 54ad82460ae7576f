import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Published, publish } from '../../src/cli/publish.ts'
import { openFileStore } from '../../src/store/files.ts'
import { writeFixture } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-reuse-'))
const folders = { contentDir: join(folder, 'content'), dataDir: folder, code: 'the same code' }
/** A page that the changed article has no part in. */
const UNTOUCHED = 'en/findings/f-letter-signers/index.html'
let cold: Published

/** Hash of every file by its path; the search index names itself by its content and is compared as such. */
function hashes(site: string): Record<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(site, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

beforeAll(async () => {
  await writeFixture(folder, false)
  cold = await publish(folders)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

describe('publishing again', () => {
  it('without a change gives the same bytes and touches no page', async () => {
    const before = hashes(cold.out)
    const page = join(cold.out, 'en/findings/f-blackmail-claude-opus-4/index.html')
    const { mtimeMs } = statSync(page)
    const again = await publish(folders)
    expect(cold.rendered).toBe(cold.pages)
    expect([again.pages, again.rendered]).toEqual([cold.pages, 0])
    expect(hashes(again.out)).toEqual(before)
    expect(statSync(page).mtimeMs).toBe(mtimeMs)
  })

  it('with one thread or four gives the same bytes', async () => {
    const before = hashes(cold.out)
    for (const threads of [1, 4]) {
      const again = await publish({ ...folders, out: join(folder, `threads-${threads}`), threads })
      expect(again.rendered).toBe(again.pages)
      expect(hashes(again.out)).toEqual(before)
    }
  })

  it('with pages alone gives the same pages, and neither feeds nor search index nor data', async () => {
    const out = join(folder, 'pages-alone')
    const { pages } = await publish({ ...folders, out, pagesAlone: true })
    const isPage = ([path]: [string, string]) => path.endsWith('.html')
    const alone = hashes(out)
    expect(pages).toBe(cold.pages)
    expect(Object.entries(alone).filter(isPage)).toEqual(Object.entries(hashes(cold.out)).filter(isPage))
    expect(Object.keys(alone).filter((path) => /^(?:search|data|api)\//.test(path))).toEqual([])
    expect(Object.keys(alone).filter((path) => /\.(?:xml|opml|csv|jsonl)$/.test(path))).toEqual([])
  })

  it('with other frames than the site has builds every page again, and keeps what it had not written anew', async () => {
    const out = join(folder, 'reframed')
    await publish({ ...folders, out })
    const before = hashes(out)
    const lines = readFileSync(`${out}.keys`, 'utf8').split('\n')
    writeFileSync(`${out}.keys`, lines.with(2, 'other frames').join('\n'))
    rmSync(`${out}.stamp`)
    const again = await publish({ ...folders, out })
    expect(again.rendered).toBe(again.pages)
    expect(hashes(out)).toEqual(before)
  })

  it('with another public address builds every page again', async () => {
    const moved = await publish({ ...folders, out: join(folder, 'moved') })
    const elsewhere = await publish({ ...folders, out: moved.out, site: 'https://elsewhere.example' })
    expect(elsewhere.rendered).toBe(elsewhere.pages)
    expect(readFileSync(join(moved.out, 'en/index.html'), 'utf8')).toContain('https://elsewhere.example/en/')
  })

  it('with one changed article gives what a build from nothing gives', async () => {
    const store = openFileStore(folders.contentDir)
    const before = statSync(join(cold.out, UNTOUCHED)).mtimeMs
    for await (const article of store.list('articles'))
      if (article.url?.endsWith('lesuo-shiyan'))
        await store.write('articles', { ...article, title: '改过的标题' })
    const changed = await publish(folders)
    const fresh = await publish({ ...folders, out: join(folder, 'fresh') })
    const { mtimeMs } = statSync(join(changed.out, UNTOUCHED))
    expect(changed.rendered).toBeLessThan(fresh.rendered)
    expect(mtimeMs).toBe(before)
    expect(hashes(changed.out)).toEqual(hashes(fresh.out))
    expect(
      readFileSync(join(changed.out, 'en/findings/f-blackmail-claude-opus-4/index.html'), 'utf8'),
    ).toContain('改过的标题')
  })

  it('with an article removed leaves none of its pages behind', async () => {
    const store = openFileStore(folders.contentDir)
    const gone = (await store.listIds('articles'))[0]!
    expect(existsSync(join(cold.out, `en/articles/${gone}/index.html`))).toBe(true)
    await store.remove('articles', gone)
    const rest = await publish(folders)
    const fresh = await publish({ ...folders, out: join(folder, 'fresh') })
    expect(existsSync(join(rest.out, `en/articles/${gone}/index.html`))).toBe(false)
    expect(hashes(rest.out)).toEqual(hashes(fresh.out))
  })
})
