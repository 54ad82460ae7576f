import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../scrapers/parse/feed.ts'
import { expectedItems } from '../../scrapers/propose.ts'
import { readSources } from '../../scrapers/registry.ts'

const folder = join(import.meta.dirname, '../fixtures/sources')
const ids = existsSync(folder) ? readdirSync(folder) : []
if (ids.length === 0)
  console.info('test/fixtures/sources: no captured lists; `redline sources add <url> --write` adds one')

describe('captured lists of sources', () => {
  it('belong to sources that are registered', async () => {
    const known = new Set((await readSources()).map(({ source }) => source.id))
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })

  it.each(ids)('of %s still read as expected', async (id) => {
    const source = (await readSources()).find((one) => one.source.id === id)!.source
    const read = await parseFeed(readFileSync(join(folder, id, 'list')), { url: source.url })
    if ('failure' in read) throw new Error(`${id}: ${read.message}`)
    expect(expectedItems(read.entries)).toEqual(
      JSON.parse(readFileSync(join(folder, id, 'expected.json'), 'utf8')),
    )
    const urls = read.entries.map(({ url }) => url)
    expect(new Set(urls).size).toBe(urls.length)
  })
})
