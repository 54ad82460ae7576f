import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToBlocks } from '../../../scrapers/parse/html-blocks.ts'

const read = (html: string) => htmlToBlocks(html, 'https://press.example/a/c')

/** H4 and X12 of the fault list. */
describe('hostile markup', () => {
  it.each([
    ['<p onclick="x()">a</p>', 'a'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['<svg><script>alert(1)</script></svg>a', 'a'],
    ['<style>p{}</style><p style="position:fixed">a</p>', 'a'],
    ['<iframe src="https://ads.example/"></iframe><form><input value="x">a</form>', 'a'],
    ['<p hidden>secret</p><p>a</p>', 'a'],
    ['<p>a &lt;script&gt; b</p>', 'a <script> b'],
    ['<p>a<math><p>b', 'a\n\nb'],
    ['<p>a<other-tag><p>b', 'a\n\nb'],
  ])('%s leaves the text alone', (html, text) => {
    expect(read(html)).toMatchObject({ text, links: [] })
  })

  it.each([
    ['java\tscript:alert(1)', []],
    ['data:text/html,x', []],
    ['//cdn.example/x', ['https://cdn.example/x']],
    ['../b', ['https://press.example/b']],
  ])('a link to %j leads to %j', (href, urls) => {
    const { text, links } = read(`<a href="${href}" target="_blank">a</a>`)
    expect([text, links.map(({ url }) => url)]).toEqual(['a', urls])
  })

  it('gives no link but to http(s), however it is nested', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      'javascript:',
      'https://a.example/',
      '">',
      '<svg>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<math>',
      '<style>',
      '&lt;',
      '"',
      "'",
      'text',
      '<',
      '>',
    )
    fc.assert(
      fc.property(fc.array(parts), (list) => {
        for (const { url } of read(list.join('')).links) expect(url).toMatch(/^https?:\/\/[^"<>]*$/)
      }),
    )
  })
})
