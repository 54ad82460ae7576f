import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArxiv } from '../../../scrapers/parse/arxiv.ts'
import { parseListing } from '../../../scrapers/parse/listing.ts'
import { parseSitemap } from '../../../scrapers/parse/sitemap.ts'

const url = 'https://press.example/list'

describe('parseListing', () => {
  const html = `<base href="/news/"><ul><li class="e"><a href="a">  First
    sample </a><time datetime="2026-08-03">Monday</time><p>Summary</p></li>
    <li class="e"><a href="/b">第二条</a><span class="d">3小时前</span></li><li class="e"><a href="javascript:x()">No</a></li>
    <li class="e"><a href="a">Again</a></li></ul><a rel="next" href="?page=2">Older</a>`

  it('reads link, title, date as printed and summary of each entry once, and the next page', () => {
    expect(
      parseListing(html, url, { item: '.e', date: 'time, .d', summary: 'p', next: '[rel=next]' }),
    ).toEqual({
      matched: 4,
      next: 'https://press.example/news/?page=2',
      items: [
        { url: 'https://press.example/news/a', title: 'Again' },
        { url: 'https://press.example/b', title: '第二条', published: '3小时前' },
      ],
    })
  })

  it('H2: says that nothing matched, so that a redesign is noticed', () => {
    expect(parseListing(html, url, { item: '.gone' })).toEqual({ matched: 0, items: [] })
  })
})

describe('parseSitemap', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const news = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://press.example/1?a=1&amp;b=2</loc><lastmod>2026-08-04</lastmod><news:news><news:publication><news:name>Press</news:name></news:publication><news:publication_date>2026-08-03</news:publication_date><news:title>样例 &amp; 标题</news:title></news:news></url>
    <url><loc>javascript:alert(1)</loc></url></urlset>`
  const item = {
    url: 'https://press.example/1?a=1&b=2',
    title: '样例 & 标题',
    published: '2026-08-03',
    updated: '2026-08-04',
  }

  it.each([
    ['a news sitemap', bytes(news)],
    ['a news sitemap in gzip', gzipSync(news)],
  ])('reads %s', (_, source) => {
    expect(parseSitemap(source, url)).toEqual({ items: [item], sitemaps: [], isCut: false })
  })

  it('lists the sitemaps of an index, newest first', () => {
    const index =
      '<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2025-01-01</lastmod></sitemap><sitemap><loc>/new.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>'
    expect(parseSitemap(bytes(index), url)).toMatchObject({
      items: [],
      sitemaps: [
        { url: 'https://press.example/new.xml.gz', lastmod: '2026-01-01' },
        { url: 'https://press.example/old.xml', lastmod: '2025-01-01' },
      ],
    })
  })

  it('reads a list of addresses, and what stands before a fault', () => {
    expect(parseSitemap(bytes('https://press.example/1\nhttps://press.example/2\n'), url)).toMatchObject({
      items: [{ url: 'https://press.example/1' }, { url: 'https://press.example/2' }],
    })
    expect(
      parseSitemap(bytes('<urlset><url><loc>https://press.example/1</loc></url><url><loc>https://pr'), url),
    ).toMatchObject({ items: [{ url: 'https://press.example/1' }] })
  })

  it('refuses a page, entities of its own, and a bomb', () => {
    expect(parseSitemap(bytes('<html></html>'), url)).toMatchObject({ failure: 'not-a-sitemap' })
    expect(parseSitemap(bytes('<!DOCTYPE u [<!ENTITY a "b">]><urlset/>'), url)).toMatchObject({
      failure: 'not-a-sitemap',
    })
    expect(parseSitemap(gzipSync(Buffer.alloc(60_000_000)), url)).toMatchObject({ failure: 'too-large' })
  })

  it('never throws', () => {
    const parts = fc.constantFrom(
      '<urlset>',
      '<url>',
      '<loc>',
      'https://a.example/',
      '</loc>',
      '</url>',
      '&',
      '<![CDATA[',
      '<sitemapindex>',
      '"',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(parts).map((list) => bytes(list.join(''))),
        ),
        (source) => {
          parseSitemap(source, url)
        },
      ),
    )
  })
})

describe('parseArxiv', () => {
  const entry = (id: string, rest = '') => `<entry><id>http://arxiv.org/abs/${id}</id><title>A sample
    paper</title><published>2026-01-05T00:00:00Z</published><updated>2026-02-01T00:00:00Z</updated><summary>We show a sample.</summary><author><name>Jane Doe</name></author><arxiv:primary_category term="cs.AI"/><category term="cs.CL"/><category term="cs.AI"/>${rest}</entry>`
  const answer = (entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><opensearch:totalResults>120</opensearch:totalResults><opensearch:startIndex>50</opensearch:startIndex><opensearch:itemsPerPage>50</opensearch:itemsPerPage>${entries}</feed>`

  it('X17: makes one record of the versions of a paper, with its cross-lists', () => {
    expect(parseArxiv(answer(entry('2601.01234v1') + entry('2601.01234v2')), url)).toMatchObject({
      total: 120,
      start: 50,
      perPage: 50,
      items: [
        {
          url: 'https://arxiv.org/abs/2601.01234',
          title: 'A sample paper',
          authors: ['Jane Doe'],
          arxiv: { id: '2601.01234', version: 2, categories: ['cs.AI', 'cs.CL'], withdrawn: false },
        },
      ],
    })
  })

  it('X17: notes a withdrawn paper', () => {
    const [item] = (
      parseArxiv(
        answer(
          entry(
            'cs/0112017v3',
            '<arxiv:comment>This paper has been withdrawn by the authors</arxiv:comment>',
          ),
        ),
        url,
      ) as { items: { arxiv: unknown }[] }
    ).items
    expect(item?.arxiv).toMatchObject({ id: 'cs/0112017', version: 3, withdrawn: true })
  })

  it('X18: takes an error for an error, not for a paper', () => {
    const error =
      '<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>incorrect id format for 1234</summary></entry>'
    expect(parseArxiv(answer(error), url)).toMatchObject({
      failure: 'arxiv-error',
      message: expect.stringContaining('incorrect id format'),
    })
  })
})
