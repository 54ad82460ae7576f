import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeUrl, resolveUrl } from '../../../src/core/text/url.ts'

describe('normalizeUrl', () => {
  it.each([
    ['HTTPS://Example.ORG:443/a?utm_source=x&b=1#top', 'https://example.org/a?b=1'],
    ['https://example.org/a?fbclid=1&spm=2', 'https://example.org/a'],
    ['https://user:secret@example.org/', 'https://example.org/'],
    ['https://example.org/%E4%B8%AD?q=%7Ea', 'https://example.org/%E4%B8%AD?q=%7Ea'],
    ['https://web.archive.org/web/20210628204923/https://example.org/a', 'https://example.org/a'],
    ['https://web.archive.org/web/2021im_/http://example.org/a.png', 'http://example.org/a.png'],
    ['https://example-org.cdn.ampproject.org/c/s/example.org/a', 'https://example.org/a'],
    [' https://example.org/a\n', 'https://example.org/a'],
  ])('knows %s as %s', (url, expected) => {
    expect(normalizeUrl(url)).toBe(expected)
  })

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@example.org',
    '/a',
    '',
    'http://',
    'ftp://example.org/',
  ])('drops %s', (url) => {
    expect(normalizeUrl(url)).toBeUndefined()
  })

  it('resolves relative and protocol-relative addresses', () => {
    expect(resolveUrl('../b', 'https://example.org/a/c')).toBe('https://example.org/b')
    expect(resolveUrl('//cdn.example.org/x', 'https://example.org/')).toBe('https://cdn.example.org/x')
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, size: 'xsmall' }), (url) => {
        const once = normalizeUrl(url)
        return once === undefined || normalizeUrl(once) === once
      }),
    )
  })
})
