import { load } from 'cheerio'
import { parseFeed } from 'feedsmith'
import iconv from 'iconv-lite'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSampleArticles } from '../../scrapers/sample/articles.ts'
import { OUTLETS } from '../../scrapers/sample/outlets.ts'
import { buildPath, WORDS } from '../../scrapers/sample/page.ts'
import { type SamplePress, startSamplePress } from '../../scrapers/sample/server.ts'

const articles = readSampleArticles()
let press: SamplePress

beforeAll(async () => {
  press = await startSamplePress()
})
afterAll(() => press.close())

const sourceOf = (id: string) => press.sources.find(({ source }) => source.id === id)!.source

describe('the articles', () => {
  test('there are enough outlets and articles in each language, and enough recent ones', () => {
    const working = OUTLETS.filter((outlet) => !outlet.fault)
    const count = (lang: string) => working.filter((o) => o.lang === lang && o.tier !== 'primary').length
    expect([count('en'), count('zh-Hans'), count('zh-Hant')]).toEqual([3, 3, 3])
    expect(working.filter((outlet) => outlet.tier === 'primary')).toHaveLength(2)
    expect(articles.length).toBeGreaterThanOrEqual(60)
    const recent = articles.filter(({ date }) => date >= '2026-10-15' && date < '2026-11-20')
    expect(recent.length).toBeGreaterThanOrEqual(20)
  })

  test('each stands in the folder of an outlet, and no two have the same address', () => {
    const ids = new Set(OUTLETS.map(({ id }) => id))
    expect(articles.filter(({ outlet }) => !ids.has(outlet))).toEqual([])
    const addresses = articles.map((article) => article.outlet + buildPath(article))
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test('each has the length of a short article', () => {
    const short = articles.filter(({ body }) => {
      const han = body.match(/\p{Script=Han}/gu)?.length ?? 0
      return han > 50 ? han < 300 || han > 900 : (body.match(/\S+/g)?.length ?? 0) < 130
    })
    expect(short.map(({ outlet, slug }) => `${outlet}/${slug}`)).toEqual([])
  })

  test('a repost names an article that exists', () => {
    const keys = new Set(articles.map(({ outlet, slug }) => `${outlet}/${slug}`))
    const reposts = articles.flatMap(({ repostOf }) => repostOf ?? [])
    expect(reposts.length).toBeGreaterThan(0)
    expect(reposts.filter((key) => !keys.has(key))).toEqual([])
  })

  test('each page says that it is a sample, in words and in its metadata, and names its own address', async () => {
    for (const { outlet, slug, encoding } of articles) {
      const url = press.urlOf(outlet, slug)
      const $ = load(iconv.decode(await bytesOf(url), encoding ?? 'utf8'))
      expect($('meta[name=sample]').attr('content'), url).toBe('true')
      expect($('.sample-note').text(), url).toBe(WORDS[OUTLETS.find(({ id }) => id === outlet)!.lang].note)
      expect($('link[rel=canonical]').attr('href')).toBe(url)
    }
  })
})

describe('the lists', () => {
  test.each(
    OUTLETS.filter(({ offer, fault }) => !fault && ['rss', 'atom'].includes(offer)).map(({ id }) => id),
  )('%s is read by rss-parser and feedsmith alike, with every article in it', async (id) => {
    const outlet = OUTLETS.find((other) => other.id === id)!
    const xml = iconv.decode(await bytesOf(sourceOf(id).url), outlet.feedEncoding ?? 'utf8')
    const titles = articles.filter((article) => article.outlet === id).map(({ title }) => title)
    const read = await new RssParser().parseString(xml)
    expect(read.items.map(({ title }) => title)).toEqual(titles)
    const { format, feed } = parseFeed(xml)
    expect(format).toBe(outlet.offer)
    const entries = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : []
    expect(entries).toHaveLength(titles.length)
  })

  test('the JSON feeds are read by feedsmith', async () => {
    for (const { id } of OUTLETS.filter(({ offer }) => offer === 'json')) {
      const { format, feed } = parseFeed(await textOf(sourceOf(id).url))
      expect(format).toBe('json')
      const items = 'items' in feed ? (feed.items ?? []) : []
      expect(items).toHaveLength(articles.filter(({ outlet }) => outlet === id).length)
    }
  })

  test('the listing leads page by page to every article, by the selectors of its source', async () => {
    const { source, reading } = press.sources.find(({ source }) => source.method === 'listing')!
    const selectors = reading.selectors!
    const found: string[] = []
    let url: string | undefined = source.url
    while (url) {
      const $ = load(await textOf(url))
      for (const item of $(selectors.item)) {
        found.push(new URL($(item).find(selectors.link!).attr('href')!, url).href)
        expect($(item).find(selectors.date!).text()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/)
      }
      const next: string | undefined = $(selectors.next!).attr('href')
      url = next && new URL(next, url).href
    }
    const all = articles.filter(({ outlet }) => outlet === source.id)
    expect(found).toEqual(all.map(({ outlet, slug }) => press.urlOf(outlet, slug)))
  })

  test('the arXiv-like API pages through its papers and finds them by category, word and id', async () => {
    const api = `${press.originOf('sample-preprints')}/api/query`
    const total = articles.filter(({ outlet }) => outlet === 'sample-preprints').length
    const first = load(await textOf(`${api}?search_query=cat:cs.*&start=0&max_results=4`), { xml: true })
    expect(first('opensearch\\:totalResults').text()).toBe(String(total))
    expect(first('entry')).toHaveLength(4)
    const rest = load(await textOf(`${api}?search_query=cat:cs.*&start=4&max_results=100`), { xml: true })
    expect(rest('entry')).toHaveLength(total - 4)
    const word = load(await textOf(`${api}?search_query=cat:cs.CL+AND+abs:"red line"`), { xml: true })
    expect(word('entry > id').text()).toMatch(/\/abs\/2412\.12140v1$/)
    const byId = load(await textOf(`${api}?id_list=2401.02843`), { xml: true })
    expect(byId('entry > author')).toHaveLength(4)
  })
})

describe('the encodings', () => {
  test('the GBK page is really GBK and says gb2312 in its markup only', async () => {
    const article = articles.find(({ encoding }) => encoding === 'gbk')!
    const response = await fetch(press.urlOf(article.outlet, article.slug))
    expect(response.headers.get('content-type')).toBe('text/html')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError)
    const text = iconv.decode(bytes, 'gbk')
    expect(text).toContain('<meta charset="gb2312">')
    expect(text).toContain('人工智能导致人类灭绝或类似严重后果的概率，中位数为5%')
    expect(text).not.toContain('?</p>')
  })

  test('the Big5 feed is really Big5, with references for what Big5 lacks', async () => {
    const bytes = await bytesOf(sourceOf('sample-dongning-times').url)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError)
    const text = new TextDecoder('big5', { fatal: true }).decode(bytes)
    expect(text).toMatch(/^<\?xml version="1.0" encoding="Big5"\?>/)
    expect(text).toContain('AI怕被關機就勒索主管？實驗：九成六選擇威脅')
  })
})

describe('the manners of its HTTP', () => {
  test('validators bring 304 without a body, and a stale one the whole page', async () => {
    const { url } = sourceOf('sample-harbour-wire')
    const first = await fetch(url)
    await first.arrayBuffer()
    const etag = first.headers.get('etag')!
    const modified = first.headers.get('last-modified')!
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304)
    // The tag outranks the date.
    const stale = await fetch(url, { headers: { 'if-none-match': '"other"', 'if-modified-since': modified } })
    expect(stale.status).toBe(200)
    expect((await stale.text()).length).toBeGreaterThan(1000)
  })

  test('gzip is used when asked for and not otherwise', async () => {
    const { url } = sourceOf('sample-lab-notes')
    const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await packed.text()).toBe(await plain.text())
  })

  test('robots.txt forbids /private/, which pages link to', async () => {
    const origin = press.originOf('sample-harbour-wire')
    expect(await textOf(`${origin}/robots.txt`)).toContain('Disallow: /private/')
    expect(await textOf(`${origin}/`)).toContain('href="/private/')
  })

  test('requests are logged with their headers, status and how many were open', async () => {
    const { url } = sourceOf('sample-midnight-algorithm')
    const before = press.requests.length
    await Promise.all([bytesOf(url), bytesOf(url)])
    const mine = press.requests.slice(before).filter(({ outlet }) => outlet === 'sample-midnight-algorithm')
    expect(mine.map(({ open }) => open)).toEqual([1, 2])
    expect(mine[0]).toMatchObject({ method: 'GET', path: '/feed.json' })
    await expect.poll(() => mine.map(({ status }) => status)).toEqual([200, 200])
    expect(mine[0]!.finishedAt! - mine[0]!.startedAt).toBeGreaterThanOrEqual(350)
  })
})

describe('the variety of its pages', () => {
  test('the outlet without metadata prints date and author in the text only', async () => {
    const html = await textOf(press.urlOf('sample-alignment-watch', 'shutdown-counts'))
    expect(html).not.toMatch(/ld\+json|datetime=|article:published/)
    expect(load(html)('.byline').text()).toBe('2026年11月8日 21:00　作者：陆远　来源：对齐观察（样例）')
  })

  test('one page asks not to be archived and to be quoted briefly', async () => {
    const $ = load(await textOf(press.urlOf('sample-midnight-algorithm', 'ai-feelings')))
    expect($('meta[name=robots]').attr('content')).toBe('noarchive, max-snippet:60')
  })

  test('the sitemap that robots.txt names lists every article', async () => {
    const $ = load(await textOf(`${press.originOf('sample-plain-model')}/sitemap.xml`), { xml: true })
    const all = articles.filter(({ outlet }) => outlet === 'sample-plain-model')
    expect(
      $('loc')
        .get()
        .map((node) => $(node).text()),
    ).toEqual(all.map(({ outlet, slug }) => press.urlOf(outlet, slug)))
  })
})

describe('what it does on demand', () => {
  test('one outlet answers 500 and one has an empty feed from the start', async () => {
    expect((await fetch(sourceOf('sample-broken-mirror').url)).status).toBe(500)
    const read = await new RssParser().parseString(await textOf(sourceOf('sample-quiet-page').url))
    expect(read.items).toEqual([])
  })

  test('faults come and go', async () => {
    const id = 'sample-northgate-courier'
    const { url } = sourceOf(id)
    press.fail(id, 'status-503')
    const down = await fetch(url)
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '120'])
    press.fail(id, 'broken-xml')
    const broken = await textOf(url)
    await expect(new RssParser().parseString(broken)).rejects.toThrow()
    press.fail(id, 'bot-wall')
    expect(await textOf(url)).toContain('Just a moment...')
    press.fail(id, 'truncated')
    await expect(textOf(url)).rejects.toThrow()
    press.fail(id, 'reset')
    await expect(fetch(url)).rejects.toThrow()
    press.fail(id, 'empty')
    expect(await textOf(url)).not.toContain('<entry>')
    press.fail(id)
    expect(await textOf(url)).toContain('<entry>')
  })

  test('the clock holds back later articles, and revisions until they are due', async () => {
    const timed = await startSamplePress({ now: new Date('2025-01-01T00:00:00Z') })
    const feed = timed.sources.find(({ source }) => source.id === 'sample-lab-notes')!.source.url
    const page = timed.urlOf('sample-harbour-wire', 'finance-worker-deepfake')
    expect((await textOf(feed)).match(/<entry>/g)).toHaveLength(1)
    expect((await fetch(page)).status).toBe(404)
    timed.advance(new Date('2026-11-01T00:00:00Z'))
    expect(await textOf(page)).toContain('lost $25 million')
    timed.advance(new Date('2026-11-20T00:00:00Z'))
    expect(await textOf(page)).toContain('lost HK$200 million ($25.6 million)')
    await timed.close()
  })

  test('a revision changes text, validators and modified date, and keeps the address', async () => {
    const url = press.urlOf('sample-harbour-wire', 'finance-worker-deepfake')
    const first = await fetch(url)
    expect(await first.text()).toContain('$25 million')
    press.revise('sample-harbour-wire', 'finance-worker-deepfake')
    const second = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(second.status).toBe(200)
    expect(second.headers.get('last-modified')).toBe('Tue, 17 Nov 2026 10:05:00 GMT')
    expect(await second.text()).toContain('"dateModified":"2026-11-17T10:05:00+00:00"')
  })

  test('a new version of a paper has a new address, and the old address shows it too', async () => {
    const old = press.urlOf('sample-preprints', 'package-hallucinations')
    press.revise('sample-preprints')
    const api = `${press.originOf('sample-preprints')}/api/query?id_list=2406.10279`
    expect(await textOf(api)).toContain('/abs/2406.10279v3</id>')
    expect((await fetch(old)).status).toBe(200)
  })
})

async function bytesOf(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text()
}
