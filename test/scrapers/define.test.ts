import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arxiv, defineSource, feed, listing } from '../../scrapers/define.ts'
import { readSources } from '../../scrapers/registry.ts'

const names = { en: 'Example', 'zh-Hans': '示例', 'zh-Hant': '示例' }
const common = { names, lang: 'en', region: 'US', kind: 'press', tier: 'press' } as const

describe('define', () => {
  it('adds the defaults that a file leaves out and keeps reading options apart', () => {
    const { source, reading } = defineSource(
      'example',
      feed({ ...common, url: 'https://example.org/feed', only: /AI/ }),
    )
    expect(source).toEqual({
      id: 'example',
      ...common,
      method: 'feed',
      url: 'https://example.org/feed',
      topics: [],
      intervalMinutes: 60,
      sample: false,
    })
    expect(reading).toEqual({ only: /AI/ })
  })

  it('names the file and the field of what is not valid', () => {
    const wrong = feed({ ...common, url: 'ftp://example.org/', region: 'usa' })
    expect(() => defineSource('example', wrong)).toThrow(
      /scrapers\/sources\/example\.ts:\n {2}region: .*\n {2}url: /,
    )
  })

  it('builds the address of an arXiv query, newest first', () => {
    const { source } = defineSource('arxiv-x', arxiv({ names, query: 'cat:cs.CY AND abs:"AI safety"' }))
    const url = new URL(source.url)
    expect(url.searchParams.get('search_query')).toBe('cat:cs.CY AND abs:"AI safety"')
    expect(url.searchParams.get('sortBy')).toBe('submittedDate')
    expect(source).toMatchObject({ method: 'arxiv', tier: 'primary', kind: 'repository', lang: 'en' })
  })

  it('keeps selectors out of the stored metadata', () => {
    const { source, reading } = defineSource(
      'list',
      listing({ ...common, url: 'https://example.org/', selectors: { item: 'li' } }),
    )
    expect(source).not.toHaveProperty('selectors')
    expect(reading.selectors).toEqual({ item: 'li' })
  })
})

describe('the registry', () => {
  it('is the directory: the file name is the id', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'redline-sources-'))
    const define = join(import.meta.dirname, '../../scrapers/define.ts')
    const file = `import { feed } from '${define}'
export default feed(${JSON.stringify({ ...common, url: 'https://example.org/feed' })})`
    await writeFile(join(directory, 'b-outlet.ts'), file)
    await writeFile(join(directory, 'a-outlet.ts'), file)
    expect((await readSources(directory)).map(({ source }) => source.id)).toEqual(['a-outlet', 'b-outlet'])
  })

  it('refuses a file without a definition, naming it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'redline-sources-'))
    await writeFile(join(directory, 'empty.ts'), 'export const x = 1')
    await expect(readSources(directory)).rejects.toThrow('scrapers/sources/empty.ts: expected')
  })
})
