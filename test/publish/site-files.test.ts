import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { FileRoom, TextShelf } from '../../src/cli/site-bytes.ts'
import { SiteWriter } from '../../src/cli/site-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-files-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['nothing', ''],
  ['one byte a letter', 'plain'],
  ['Chinese and letters beyond U+FFFF', '简繁 𠮷😀 é'],
  ['half a surrogate pair, which becomes U+FFFD', 'a\ud800b 中\udc00'],
  ['more than there is room for at first', '中a'.repeat(700_000)],
])('writes UTF-8: %s', (_, text) => {
  new SiteWriter(folder).put('a/b/c.html', text)
  expect(readFileSync(join(folder, 'a/b/c.html')).equals(Buffer.from(text))).toBe(true)
})

test('writes any text as Node would', () => {
  const { put } = new SiteWriter(folder)
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      put('any.html', text)
      expect(readFileSync(join(folder, 'any.html'))).toEqual(Buffer.from(text))
    }),
  )
})

test('leaves out what the present site holds already', () => {
  new SiteWriter(join(folder, 'present')).put('same.html', '简')
  const { put, files } = new SiteWriter(join(folder, 'fresh'), join(folder, 'present'))
  put('same.html', '简')
  put('other.html', '繁')
  expect(existsSync(join(folder, 'fresh/same.html'))).toBe(false)
  expect(readFileSync(join(folder, 'fresh/other.html'), 'utf8')).toBe('繁')
  expect(files).toEqual(['same.html', 'other.html'])
})

test('keeps texts as UTF-8 side by side, and joins files of them', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
  const text = fc
    .tuple(fc.string({ unit }), fc.integer({ min: 0, max: 40_000 }))
    .map(([a, n]) => a + '中'.repeat(n))
  const shelf = new TextShelf()
  const room = new FileRoom()
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
      const kept = texts.map((one) => shelf.keep(one))
      for (const bytes of kept) room.add(bytes)
      const whole = room.take()
      expect(Buffer.compare(whole, Buffer.concat(texts.map((one) => Buffer.from(one))))).toBe(0)
    }),
    { numRuns: 30 },
  )
})
