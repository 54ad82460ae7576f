import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitize } from '../../../scrapers/parse/sanitize.ts'

/** H4 and X12 of the fault list. */
describe('sanitize', () => {
  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<img src=x onerror=alert(1)>a', 'a'],
    ['<svg><script>alert(1)</script></svg>a', 'a'],
    ['<style>p{}</style><p style="position:fixed">a</p>', '<p>a</p>'],
    ['<a href="java\tscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<a href="//cdn.example/x">a</a>', '<a href="https://cdn.example/x">a</a>'],
    ['<a href="../b" target="_blank">a</a>', '<a href="https://press.example/b">a</a>'],
    ['<iframe src="https://ads.example/"></iframe><form><input value="x">a</form>', 'a'],
    ['<p hidden>secret</p><p>a</p>', '<p>a</p>'],
    ['<p>a &lt;script&gt; b</p>', '<p>a &lt;script&gt; b</p>'],
    ['<p>a<math><p>b', '<p>a</p><p>b</p><p></p>'],
    ['<p>a<other-tag><p>b', '<p>a</p><p>b</p><p></p>'],
  ])('makes %s safe', (html, expected) => {
    expect(sanitize(html, { baseUrl: 'https://press.example/a/c' })).toBe(expected)
  })

  it('leaves nothing more to remove', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      'javascript:',
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
        const once = sanitize(list.join(''))
        expect(once).not.toMatch(/<script|<style|<svg|href="(?!https?:)/i)
        expect(sanitize(once)).toBe(once)
      }),
    )
  })
})
