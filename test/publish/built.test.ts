import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { load } from 'cheerio'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtSite, readPages } from '../site/built-site.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from './feed-rules.ts'

const ORIGIN = 'https://redline.example'
let site: string
let pages: Map<string, string>
const read = (path: string) => readFileSync(join(site, path), 'utf8')
const page = (address: string) => load(pages.get(address)!)

beforeAll(async () => {
  site = await builtSite()
  pages = readPages(site)
}, 300_000)

describe('the built site', () => {
  it('offers feeds on every page that exist and keep their rules', () => {
    const addresses = new Set<string>()
    for (const html of pages.values())
      for (const [, type, href] of html.matchAll(
        /<link rel="alternate" type="([^"]+)" title="[^"]*" href="([^"]+)"/g,
      )) {
        expect(type).toMatch(/^application\/(atom\+xml|rss\+xml|feed\+json)$/)
        addresses.add(href!)
      }
    expect(addresses.size).toBeGreaterThan(60)
    for (const address of addresses) expect(read(address.replace(ORIGIN, '')), address).toContain(address)
  })

  it('writes no feed, current or archived, that breaks the rules of its format or leads nowhere', () => {
    const rules = { 'atom.xml': atomFaults, 'rss.xml': rssFaults, 'feed.json': jsonFeedFaults }
    const faults: string[] = []
    let count = 0
    for (const edition of ['en', 'zh-hans', 'zh-hant'])
      for (const at of readdirSync(join(site, edition, 'feeds'), { recursive: true, encoding: 'utf8' })) {
        const check = rules[basename(at) as keyof typeof rules]
        if (!check) continue
        const text = read(`/${edition}/feeds/${at}`)
        count++
        faults.push(...check(text).map((fault) => `${edition}/${at}: ${fault}`))
        for (const [, path] of text.matchAll(/https:\/\/redline\.example(\/[^"&\\<#]*)/g))
          if (!existsSync(join(site, path!))) faults.push(`${edition}/${at} leads to ${path}`)
      }
    expect(count).toBeGreaterThan(250)
    expect(faults.slice(0, 10)).toEqual([])
  })

  it('gives a topic its own feed, in its edition, with a link that a reader can press', () => {
    const $ = page('/zh-hant/topics/jailbreaks/')
    expect($('link[type="application/atom+xml"]').attr('href')).toBe(
      `${ORIGIN}/zh-hant/feeds/topics/jailbreaks/atom.xml`,
    )
    const visible = $('footer a[href="/zh-hant/feeds/topics/jailbreaks/rss.xml"]')
    expect(visible.text()).toBe('RSS')
    expect(parseRssFeed(read('/zh-hant/feeds/topics/jailbreaks/rss.xml')).language).toBe('zh-Hant')
  })

  it('walks from the current document through all archives', () => {
    const seen = new Set<string>()
    let at: string | undefined = '/en/feeds/all/feed.json'
    while (at) {
      const feed = parseJsonFeed(read(at))
      for (const { id } of feed.items ?? []) seen.add(id!)
      at = (JSON.parse(read(at)) as { next_url?: string }).next_url?.replace(ORIGIN, '')
    }
    const { counts } = JSON.parse(read('/api/v1/index.json'))
    expect(seen.size).toBe(counts.findings + counts.articles)
  })

  it('lists its feeds and its sources as OPML', () => {
    const outlines = parseOpml(read('/feeds.opml')).body?.outlines ?? []
    expect(outlines.map(({ text }) => text)).toEqual(['English', '简体中文', '繁體中文'])
    const missing = outlines
      .flatMap((edition) => edition.outlines ?? [])
      .filter(({ xmlUrl }) => !existsSync(join(site, xmlUrl!.replace(ORIGIN, ''))))
    expect(missing).toEqual([])
    expect(parseOpml(read('/sources.opml')).body?.outlines).toHaveLength(7)
  })

  it('shows the digests of its days and weeks with equal figures in three editions', () => {
    const figures = ['en', 'zh-hans', 'zh-hant'].map((edition) => {
      const $ = page(`/${edition}/digests/day-2026-08-10/`)
      return $('main section ul a')
        .toArray()
        .map((node) => node.attribs['href']!.replace(`/${edition}/`, ''))
    })
    expect(figures[0]!.length).toBeGreaterThan(10)
    expect(figures[1]).toEqual(figures[0])
    expect(figures[2]).toEqual(figures[0])
    expect(page('/en/digests/')('a[href="/en/digests/week-2026-08-10/"]').length).toBe(1)
    const heading = (edition: string) => page(`/${edition}/digests/week-2026-08-10/`)('h1').text().trim()
    expect(['en', 'zh-hans', 'zh-hant'].map(heading)).toEqual([
      'Weekly digest, 10 to 16 August 2026',
      '每周简报：2026年8月10日至16日',
      '每週摘要：2026年8月10日至16日',
    ])
    const atom = parseAtomFeed(read('/zh-hans/feeds/daily/atom.xml'))
    expect(atom.entries?.[0]?.title).toEqual({ value: '每日简报：2026年8月10日' })
  })

  it('cites source and record on the page of a finding, without script', () => {
    const $ = page('/zh-hans/findings/f-blackmail-claude-opus-4/')
    const forms = $('.cite [data-text]')
      .toArray()
      .map((node) => $(node).text())
    expect(forms).toHaveLength(15)
    expect(forms[1]).toContain('Sample, A., & Example, B. (2026, August 3).')
    expect(forms[3]).toContain('[N/OL]. Sample Lab Notes, 2026-08-03')
    const coins = new URLSearchParams($('.Z3988').attr('title'))
    expect(coins.get('rft.identifier')).toBe('https://sample-lab.example/agentic-misalignment')
    expect($('.cite button:not([hidden])').length).toBe(0)
    expect($('.cite pre').first().text()).toMatch(/^@article\{sample-2026-/)
  })

  it('has a JSON record beside each finding and article', () => {
    for (const [address, html] of pages) {
      if (!/^\/en\/(findings|articles)\/[^/]+\/$/.test(address) || address.includes('/f-old-')) continue
      const href = /<link rel="alternate" type="application\/json" href="([^"]+)"/.exec(html)?.[1]
      if (address.includes('/page/')) continue
      expect(href && existsSync(join(site, href)), address).toBe(true)
    }
  })

  it('describes its data as a schema.org Dataset whose downloads exist', () => {
    const $ = page('/en/data/')
    const { mainEntity } = JSON.parse($('script[type="application/ld+json"]').text())
    expect(mainEntity['@type']).toBe('Dataset')
    for (const { contentUrl } of mainEntity.distribution)
      expect(existsSync(join(site, contentUrl.replace(ORIGIN, ''))), contentUrl).toBe(true)
    expect(read('/llms.txt')).toContain('/api/v1/index.json')
  })
})
