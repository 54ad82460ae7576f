import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  arxiv,
  defineSource,
  listing,
  markdown,
  source as ownSource,
  pdf,
  type SourceDraft,
  sitemap,
} from '../../scrapers/define.ts'
import type { FetchResponse } from '../../scrapers/fetch.ts'
import { readList } from '../../scrapers/read-list.ts'

const SITE = 'https://outlet.example'
const common = {
  names: { en: 'O', 'zh-Hans': '源', 'zh-Hant': '源' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
} as const

/** Reads a list from pages given by address; says which were asked for after the first. */
async function read(draft: SourceDraft, pages: Record<string, string | Uint8Array>) {
  const definition = defineSource('outlet', draft)
  const asked: string[] = []
  const answer = (url: string): FetchResponse => {
    if (!(url in pages)) throw new Error(`unexpected request for ${url}`)
    const body = typeof pages[url] === 'string' ? new TextEncoder().encode(pages[url]) : pages[url]!
    return { url, finalUrl: url, status: 200, headers: {}, body, retrievedAt: 0 }
  }
  const { items } = await readList(definition, answer(definition.source.url), async ({ url }) => {
    asked.push(url)
    return answer(url)
  })
  return { items, urls: items.map(({ url }) => url), asked }
}

describe('listing', () => {
  const page = (numbers: number[], next?: string) =>
    `<ul>${numbers.map((at) => `<li><a href="/${at}">Sample ${at}</a><i>2026年11月${at}日</i></li>`).join('')}</ul>${next ? `<a class="next" href="${next}">more</a>` : ''}`
  const draft = (maxPages?: number) =>
    listing({
      ...common,
      url: `${SITE}/`,
      selectors: { item: 'li', date: 'i', next: 'a.next' },
      ...(maxPages && { maxPages }),
    })
  const pages = {
    [`${SITE}/`]: page([1, 2], '/p2'),
    [`${SITE}/p2`]: page([3], '/p3'),
    [`${SITE}/p3`]: page([4], '/'),
  }

  it('reads entries with their dates as printed, one page unless told', async () => {
    const { items, asked } = await read(draft(), pages)
    expect(items[0]).toEqual({ url: `${SITE}/1`, title: 'Sample 1', published: '2026年11月1日' })
    expect(asked).toEqual([])
  })

  it('follows pages up to the cap and never in a circle', async () => {
    expect((await read(draft(2), pages)).asked).toEqual([`${SITE}/p2`])
    const { urls, asked } = await read(draft(9), pages)
    expect(urls).toEqual([1, 2, 3, 4].map((at) => `${SITE}/${at}`))
    expect(asked).toEqual([`${SITE}/p2`, `${SITE}/p3`])
  })
})

describe('sitemap', () => {
  const set = (entries: [string, string?][]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries
      .map(
        ([loc, lastmod]) => `<url><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
      )
      .join('')}</urlset>`

  it('gives the newest pages first', async () => {
    const { urls } = await read(sitemap({ ...common, url: `${SITE}/sitemap.xml` }), {
      [`${SITE}/sitemap.xml`]: set([
        [`${SITE}/old`, '2025-01-01'],
        [`${SITE}/none`],
        [`${SITE}/new`, '2026-11-01'],
      ]),
    })
    expect(urls).toEqual([`${SITE}/new`, `${SITE}/old`, `${SITE}/none`])
  })

  it('reads the newest sitemaps of an index, gzip included, and not all of many', async () => {
    const part = (at: number) => `${SITE}/part-${at}.xml.gz`
    const index = `<sitemapindex>${[1, 2, 3, 4, 5, 6].map((at) => `<sitemap><loc>${part(at)}</loc><lastmod>2026-0${at}-01</lastmod></sitemap>`).join('')}</sitemapindex>`
    const pages = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((at) => [part(at), gzipSync(set([[`${SITE}/${at}`, `2026-0${at}-01`]]))]),
    )
    const { urls, asked } = await read(sitemap({ ...common, url: `${SITE}/sitemap.xml` }), {
      ...pages,
      [`${SITE}/sitemap.xml`]: index,
    })
    expect(asked).toEqual([part(6), part(5), part(4)])
    expect(urls).toEqual([`${SITE}/6`, `${SITE}/5`, `${SITE}/4`])
  })

  it('refuses what is no sitemap', async () => {
    await expect(
      read(sitemap({ ...common, url: `${SITE}/sitemap.xml` }), {
        [`${SITE}/sitemap.xml`]: '<html><p>No</p></html>',
      }),
    ).rejects.toMatchObject({ code: 'not-a-feed' })
  })
})

describe('arXiv', () => {
  const answer = (start: number, ids: string[], total: number) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>${total}</opensearch:totalResults><opensearch:startIndex>${start}</opensearch:startIndex><opensearch:itemsPerPage>${ids.length}</opensearch:itemsPerPage>
${ids.map((id) => `<entry><id>http://arxiv.org/abs/${id}</id><title>Sample paper ${id}</title><summary>Abstract.</summary></entry>`).join('')}</feed>`
  const draft = (maxItems: number) => arxiv({ names: common.names, query: 'cat:cs.CY', maxItems })
  const first = draft(3).metadata.url
  const second = `${first}&start=2`

  it('reads page after page up to what the source wants, one record for all versions', async () => {
    const pages = {
      [first]: answer(0, ['2401.00001v2', '2401.00002v1'], 5),
      [second]: answer(2, ['2401.00003v1', '2401.00004v1'], 5),
    }
    const { urls, asked } = await read(draft(3), pages)
    expect(asked).toEqual([second])
    expect(urls).toEqual([1, 2, 3, 4].map((at) => `https://arxiv.org/abs/2401.0000${at}`))
  })

  it('X18: an error in the form of an entry is no paper', async () => {
    const error = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title><summary>malformed</summary></entry></feed>`
    await expect(read(draft(3), { [first]: error })).rejects.toMatchObject({
      code: 'not-a-feed',
      message: expect.stringContaining('malformed'),
    })
  })
})

describe('files', () => {
  it('finds Markdown posts in a GitHub listing and on a page', async () => {
    const url = 'https://api.github.example/repos/o/r/contents/posts'
    const contents = [
      { name: 'one.md', download_url: 'https://raw.example/one.md' },
      { name: 'image.png', download_url: 'https://raw.example/image.png' },
      { name: 'folder', download_url: null },
    ]
    expect((await read(markdown({ ...common, url }), { [url]: JSON.stringify(contents) })).items).toEqual([
      { url: 'https://raw.example/one.md', title: 'one.md' },
    ])
    const page = '<a href="posts/two.markdown">Two</a><a href="about.html">About</a>'
    expect((await read(markdown({ ...common, url: `${SITE}/` }), { [`${SITE}/`]: page })).urls).toEqual([
      `${SITE}/posts/two.markdown`,
    ])
  })

  it('takes a PDF itself, or those that a page links to, and says when there are none', async () => {
    const own = `${SITE}/card.pdf`
    expect((await read(pdf({ ...common, url: own }), { [own]: '%PDF-1.7' })).items).toEqual([{ url: own }])
    const page = `${SITE}/reports`
    expect((await read(pdf({ ...common, url: page }), { [page]: '<a href="/a.PDF">A</a>' })).urls).toEqual([
      `${SITE}/a.PDF`,
    ])
    await expect(read(pdf({ ...common, url: page }), { [page]: '<p>none</p>' })).rejects.toMatchObject({
      code: 'no-items',
    })
  })
})

it('gives text and address to a parser of the source’s own', async () => {
  const url = `${SITE}/data.json`
  const parse = (body: string, base: string) =>
    (JSON.parse(body) as string[]).map((path) => ({ url: new URL(path, base).href }))
  expect((await read(ownSource({ ...common, url, parse }), { [url]: '["/甲"]' })).urls).toEqual([
    `${SITE}/%E7%94%B2`,
  ])
})
