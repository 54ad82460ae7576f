import { describe, expect, it } from 'vitest'
import { discoverFeeds, discoverLinks } from '../../scrapers/discover.ts'
import { slugOf } from '../../scrapers/propose.ts'
import { parseRobotsTag } from '../../scrapers/robots-meta.ts'

const URL_OF = 'https://outlet.example/zh/'
const link = (href: string, rest = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" href="${href}" ${rest}>`

describe('feeds that a page names', () => {
  it('resolves addresses, takes each once, and leaves out what is no feed', () => {
    const html = `<head><base href="/base/">${link('feed')}${link('/base/feed')}${link('javascript:x')}
      ${link('/style', '', 'text/css')}${link('/json', 'title="J"', 'application/feed+json')}</head>`
    expect(discoverFeeds(html, URL_OF)).toEqual([
      { url: 'https://outlet.example/base/feed' },
      { url: 'https://outlet.example/json', title: 'J' },
    ])
  })

  it.each([
    ['zh-Hans', ['/zh-cn/feed', '/feed', '/en/feed', '/zh-tw/feed', '/comments/feed']],
    ['zh-Hant', ['/zh-tw/feed', '/feed', '/en/feed', '/zh-cn/feed', '/comments/feed']],
    ['en', ['/en/feed', '/feed', '/zh-cn/feed', '/zh-tw/feed', '/comments/feed']],
  ] as const)('prefers the edition in %s, comments last', (lang, expected) => {
    const html = `<head>${link('/comments/feed')}${link('/en/feed')}${link('/feed')}${link('/zh-cn/feed')}${link('/zh-tw/feed')}</head>`
    const paths = discoverFeeds(html, URL_OF, lang).map(({ url }) => new URL(url).pathname)
    expect([paths[0], paths[1], paths.at(-1)]).toEqual([expected[0], expected[1], expected.at(-1)])
  })

  it('believes hreflang', () => {
    const html = link('/a', 'hreflang="en"') + link('/b', 'hreflang="zh-Hant"')
    expect(discoverFeeds(html, URL_OF, 'zh-Hant')[0]).toEqual({
      url: 'https://outlet.example/b',
      lang: 'zh-Hant',
    })
  })
})

it('finds links of a kind once, with their text', () => {
  const html =
    '<a href="/a.pdf">Report A</a><a href="/a.pdf">again</a><a href="/b.html">B</a><a href="c.PDF?x=1"> C </a>'
  expect(discoverLinks(html, 'https://outlet.example/papers/', /\.pdf$/i)).toEqual([
    { url: 'https://outlet.example/a.pdf', title: 'again' },
    { url: 'https://outlet.example/papers/c.PDF?x=1', title: 'C' },
  ])
})

it.each([
  ['www.alignmentforum.org', 'alignmentforum'],
  ['blog.example.co.uk', 'blog-example'],
  ['feeds.outlet.example', 'outlet'],
  ['localhost', 'source'],
])('names a source of %s %s', (host, slug) => {
  expect(slugOf(host)).toBe(slug)
})

it.each([
  [undefined, {}],
  ['noindex, nofollow', {}],
  ['nosnippet', { excerptLimit: 0 }],
  ['NOARCHIVE, max-snippet:80', { excerptLimit: 80, noArchive: true }],
  ['otherbot: noarchive, nosnippet', {}],
  ['otherbot: noarchive, redline: nosnippet, noarchive', { excerptLimit: 0, noArchive: true }],
  ['unavailable_after: 25 Jun 2030 15:00:00 PST, nosnippet', { excerptLimit: 0 }],
  ['max-snippet:x', {}],
])('reads X-Robots-Tag %j', (header, expected) => {
  expect(parseRobotsTag(header)).toEqual(expected)
})
