import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { FACETS } from '../../src/core/publish/search-facets.ts'
import { formatState, parseState, toggle } from '../../src/search/client/state.ts'
import { STRINGS } from '../../src/search/client/strings.ts'
import type { SearchNotice } from '../../src/search/search.ts'

describe('the state of the page', () => {
  it('goes into the address and comes back whole', () => {
    const text = fc.string({ maxLength: 40 })
    const query = fc.record({
      text,
      kinds: fc.uniqueArray(fc.constantFrom('finding' as const, 'article' as const), { minLength: 1 }),
      filters: fc.dictionary(
        fc.constantFrom(...FACETS),
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        { minKeys: 1 },
      ),
      value: fc.record({ min: fc.integer(), max: fc.integer() }),
      dates: fc.record({ from: fc.constant('2026-08-03') }),
      sort: fc.constantFrom('date' as const, 'spread' as const),
      expand: fc.constant(false),
      without: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 2 }),
      page: fc.integer({ min: 2, max: 99 }),
    })
    fc.assert(
      fc.property(query, (state) => {
        expect(parseState(formatState(state))).toEqual(state)
      }),
    )
  })

  it('of any address is a legal query', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const state = parseState(`?${search}`)
        expect(parseState(formatState(state))).toEqual(state)
      }),
    )
    expect(parseState('?kind=evil&sort=drop&page=-1&min=NaN&from=yesterday&x=1&lang=')).toEqual({ text: '' })
  })

  it('switches a value of a facet on and off, back on the first page', () => {
    const on = toggle({ text: 'a', page: 3 }, 'lang', 'en')
    expect(on).toEqual({ text: 'a', filters: { lang: ['en'] } })
    expect(formatState(toggle(on, 'lang', 'en'))).toBe('?q=a')
  })
})

describe('the words', () => {
  it('are all there in three languages, with the same places to fill', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const [lang, strings] of Object.entries(STRINGS)) {
      expect(Object.keys(strings).sort(), lang).toEqual(Object.keys(STRINGS.en).sort())
      for (const [key, text] of Object.entries(strings)) {
        expect(text.trim(), `${lang} ${key}`).not.toBe('')
        expect(places(text), `${lang} ${key}`).toEqual(places(STRINGS.en[key as keyof typeof STRINGS.en]))
      }
    }
  })

  it('say every notice and name every facet', () => {
    const notices: SearchNotice[] = [
      'nothing',
      'cut',
      'apart',
      'unfinished',
      'corrected',
      'partly',
      'fallback',
    ]
    for (const notice of notices) expect(STRINGS.en[`notice.${notice}`]).toBeTruthy()
    for (const facet of FACETS) expect(STRINGS['zh-Hant'][facet]).toBeTruthy()
  })
})

describe('the script', () => {
  it('is at most 40 KB gzip, folding tables and both engines included', async () => {
    const root = resolve(import.meta.dirname, '../..')
    const lib = { entry: resolve(root, 'src/search/client/mount.ts'), formats: ['es' as const] }
    const built = await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: true, lib },
    })
    const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
    const sizes = outputs.map((chunk) => (chunk.type === 'chunk' ? gzipSync(chunk.code).length : 0))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40 * 1024)
  })
})
