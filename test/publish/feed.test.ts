import { parseFeed as parseThird } from '@rowanmanning/feed-parser'
import fc from 'fast-check'
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import { composeDigests } from '../../src/core/publish/digest.ts'
import { buildDigestEditions } from '../../src/core/publish/digest-view.ts'
import { buildAtom } from '../../src/core/publish/feed-atom.ts'
import { buildJsonFeed } from '../../src/core/publish/feed-json.ts'
import { listFeeds, openFeed } from '../../src/core/publish/feed-list.ts'
import {
  buildFeedDocuments,
  countArchives,
  type Feed,
  type FeedDocument,
  type FeedEntry,
  isArchivedAs,
} from '../../src/core/publish/feed-model.ts'
import { buildRss } from '../../src/core/publish/feed-rss.ts'
import type { Corpus } from '../../src/core/publish/view-corpus.ts'
import { openFixture, SITE, TRANSLATORS } from './corpus.ts'
import { atomFaults, jsonFeedFaults, parseXml, rssFaults } from './feed-rules.ts'

let corpus: Corpus
let remove: () => void
beforeAll(async () => {
  ;({ corpus, remove } = await openFixture())
})
afterAll(() => remove())

function feedsOf(lang: Lang, from: Corpus = corpus): Map<string, FeedDocument[]> {
  const context = { corpus: from, lang, t: TRANSLATORS[lang], site: SITE }
  const issues = composeDigests(from, TRANSLATORS).map((digest) => ({
    digest,
    view: buildDigestEditions(digest, from, TRANSLATORS)[lang],
  }))
  return new Map(
    listFeeds(context, issues).map((listing) => {
      const documents = buildFeedDocuments(openFeed(listing, context), SITE)
      expect(documents.length, listing.key).toBe(countArchives(listing.count) + 1)
      return [listing.key, documents]
    }),
  )
}

const FORMATS = [
  ['atom', buildAtom, atomFaults],
  ['rss', buildRss, rssFaults],
  ['json', buildJsonFeed, jsonFeedFaults],
] as const

/** @rowanmanning/feed-parser folds white space in titles, and leaves a feed's own name and page as they are. */
function expectThird(xml: string, { feed, entries }: FeedDocument): void {
  const read = parseThird(xml)
  const fold = (text: string | null) => text?.replace(/\s+/g, ' ').trim()
  expect([read.title, read.url, read.description]).toEqual([feed.title, feed.pageUrl, feed.subtitle])
  expect(
    read.items.map(({ id, url, title, published }) => [id, url, fold(title), published?.getTime()]),
  ).toEqual(
    entries.map(({ id, url, title, published }) => [
      id,
      url,
      fold(title),
      read.meta.type === 'rss' ? Math.floor(Date.parse(published) / 1000) * 1000 : Date.parse(published),
    ]),
  )
}

const allDocuments = (lang: Lang) => [...feedsOf(lang).values()].flat()

describe('every feed of every edition', () => {
  it('keeps the rules of Atom, RSS and JSON Feed, and stays below 512 KB', () => {
    for (const lang of LANGS)
      for (const document of allDocuments(lang)) {
        const { feed, archive } = document
        for (const [format, build, check] of FORMATS) {
          // Archives of single topics and entities are not written in this format.
          if (archive !== undefined && !isArchivedAs(feed.key, format)) continue
          const file = build(document, SITE)
          expect(check(file), `${lang} ${feed.key} ${format}`).toEqual([])
          expect(Buffer.byteLength(file)).toBeLessThan(512 * 1024)
        }
      }
  })

  it('is read by rss-parser, feedsmith and feed-parser with the same entries', async () => {
    const parser = new RssParser()
    for (const lang of LANGS)
      for (const document of allDocuments(lang)) {
        // What stands in feeds of topics and entities stands in the feed of everything too.
        if (lang !== 'en' && document.feed.key.includes('/')) continue
        const expected = document.entries.map(({ id, title, url }) => ({ id, title: title.trim(), url }))
        const atom = buildAtom(document, SITE)
        const rss = buildRss(document, SITE)
        const read = await parser.parseString(atom)
        expect(read.items.map((item) => item['id'])).toEqual(expected.map(({ id }) => id))
        const readRss = await parser.parseString(rss)
        expect(readRss.items.map(({ guid, link }) => ({ guid, link }))).toEqual(
          expected.map(({ id, url }) => ({ guid: id, link: url })),
        )
        expect(parseFeed(atom).format).toBe('atom')
        expect(parseAtomFeed(atom).entries?.map(({ id }) => id) ?? []).toEqual(expected.map(({ id }) => id))
        expect(parseRssFeed(rss).items?.map(({ guid }) => guid?.value) ?? []).toEqual(
          expected.map(({ id }) => id),
        )
        expect(parseJsonFeed(buildJsonFeed(document, SITE)).items?.map(({ id }) => id) ?? []).toEqual(
          expected.map(({ id }) => id),
        )
        for (const xml of [atom, rss]) expectThird(xml, document)
      }
  })

  it('offers everything the page promises', () => {
    const keys = [...feedsOf('en').keys()]
    expect(keys.slice(0, 6)).toEqual(['all', 'findings', 'corrections', 'blind-spots', 'daily', 'weekly'])
    expect(keys).toContain('topics/jailbreaks')
    expect(keys).toContain('entities/claude-opus-4')
    for (const lang of LANGS) expect([...feedsOf(lang).keys()]).toEqual(keys)
  })

  it('gives the same bytes when nothing changed, whatever order records come in', () => {
    const shuffled: Corpus = {
      ...corpus,
      findings: [...corpus.findings].reverse(),
      articles: [...corpus.articles].reverse(),
    }
    const first = feedsOf('zh-Hant')
      .get('all')!
      .map((document) => buildAtom(document, SITE))
    const again = feedsOf('zh-Hant', shuffled)
      .get('all')!
      .map((document) => buildAtom(document, SITE))
    expect(again).toEqual(first)
  })
})

describe('a finding in a feed', () => {
  const entry = (lang: Lang) =>
    feedsOf(lang)
      .get('topics/misalignment')!
      .flatMap(({ entries }) => entries)
      .find(({ id }) => id.endsWith('finding/f-blackmail-claude-opus-4'))!

  it('has an id made of the record id, and its own in each edition', () => {
    expect(LANGS.map((lang) => entry(lang).id)).toEqual([
      'tag:redline.example,2026:en/finding/f-blackmail-claude-opus-4',
      'tag:redline.example,2026:zh-hans/finding/f-blackmail-claude-opus-4',
      'tag:redline.example,2026:zh-hant/finding/f-blackmail-claude-opus-4',
    ])
  })

  it('carries our sentence, the verbatim quote with the figure marked, and a link to the place', () => {
    const { summary, html, source } = entry('zh-Hans')
    expect(summary).toContain('Claude Opus 4')
    expect(html).toContain(
      '<blockquote lang="en" cite="https://sample-lab.example/agentic-misalignment#:~:text=When%20the%20',
    )
    expect(html).toContain('Claude Opus 4 chose blackmail in <mark>96%</mark> of runs.')
    expect(source?.url).toBe('https://sample-lab.example/agentic-misalignment')
  })

  it('keeps `published` and moves `updated` and the feed only when the record changed', () => {
    const before = feedsOf('en').get('findings')![0]!
    const changed = '2026-09-09T09:09:09Z'
    const findings = corpus.findings.map((finding) =>
      finding.id === 'f-pause' ? { ...finding, updatedAt: changed } : finding,
    )
    const after = feedsOf('en', { ...corpus, findings }).get('findings')![0]!
    const find = (document: FeedDocument) => document.entries.find(({ id }) => id.endsWith('/f-pause'))!
    expect(find(after).published).toBe(find(before).published)
    expect(find(after).updated).toBe(changed)
    expect(after.updated).toBe(changed)
    const others = (document: FeedDocument) => document.entries.filter(({ id }) => !id.endsWith('/f-pause'))
    expect(others(after)).toEqual(others(before))
  })
})

describe('the corrections feed', () => {
  it('names differences from the primary and replaced figures', () => {
    const entries = feedsOf('en')
      .get('corrections')!
      .flatMap((document) => document.entries)
    const ids = entries.map(({ id }) => id.replace(/^.*change\//, ''))
    expect(ids).toContain('superseded/f-faking-12/f-faking-78')
    expect(ids.some((id) => id.startsWith('differs/'))).toBe(true)
  })
})

describe('archived pages', () => {
  const entry = (index: number, updated?: string): FeedEntry => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString()
    return {
      id: `tag:redline.example,2026:en/finding/${String(index).padStart(4, '0')}`,
      url: `https://redline.example/en/findings/${index}/`,
      title: `Entry ${index}`,
      published: at,
      updated: updated ?? at,
      summary: 's',
      html: '<p>s</p>',
      authors: [],
      categories: [],
    }
  }
  const feed = (entries: FeedEntry[]): Feed => ({
    key: 'all',
    title: 'All',
    subtitle: 'all',
    pageUrl: 'https://redline.example/en/',
    lang: 'en',
    entries,
  })
  const count = (length: number) => Array.from({ length }, (_, index) => entry(index))

  it('are none up to 50 entries', () => {
    expect(buildFeedDocuments(feed(count(50)), SITE)).toHaveLength(1)
    expect(buildFeedDocuments(feed(count(51)), SITE)).toHaveLength(2)
  })

  it('never lose an entry and never move one that is archived', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 230 }), fc.integer({ min: 0, max: 60 }), (before, added) => {
        const old = buildFeedDocuments(feed(count(before)), SITE)
        const now = buildFeedDocuments(feed(count(before + added)), SITE)
        const union = new Set(now.flatMap(({ entries }) => entries.map(({ id }) => id)))
        expect(union.size).toBe(before + added)
        expect(Math.max(...now.map(({ entries }) => entries.length))).toBeLessThanOrEqual(50)
        for (const document of old.slice(1)) expect(now[document.archive!]!.entries).toEqual(document.entries)
      }),
      { numRuns: 60 },
    )
  })

  it('chain from the current document to the first page and back, in each format', () => {
    const documents = buildFeedDocuments(feed(count(170)), SITE)
    expect(documents).toHaveLength(4)
    const links = (document: FeedDocument) =>
      Object.fromEntries(
        parseXml(buildAtom(document, SITE))
          .children.filter(
            ({ name, attributes }) => name === 'link' && /archive|current/.test(attributes['rel']!),
          )
          .map(({ attributes }) => [attributes['rel'], attributes['href']]),
      )
    const at = (page: string) => `https://redline.example/en/feeds/all/${page}atom.xml`
    expect(links(documents[0]!)).toEqual({ 'prev-archive': at('archive/3/') })
    expect(links(documents[2]!)).toEqual({
      current: at(''),
      'prev-archive': at('archive/1/'),
      'next-archive': at('archive/3/'),
    })
    expect(links(documents[1]!)).toEqual({ current: at(''), 'next-archive': at('archive/2/') })
    expect(buildAtom(documents[1]!, SITE)).toContain('<fh:archive/>')
    expect(buildAtom(documents[0]!, SITE)).not.toContain('<fh:archive/>')
    expect(JSON.parse(buildJsonFeed(documents[0]!, SITE)).next_url).toBe(
      'https://redline.example/en/feeds/all/archive/3/feed.json',
    )
    expect(JSON.parse(buildJsonFeed(documents[1]!, SITE)).next_url).toBeUndefined()
    expect(rssFaults(buildRss(documents[1]!, SITE))).toEqual([])
  })

  it('of single topics and entities are in Atom alone, and the other formats do not point at them', () => {
    const [current] = buildFeedDocuments({ ...feed(count(120)), key: 'topics/jailbreaks' }, SITE)
    expect(buildAtom(current!, SITE)).toContain('/topics/jailbreaks/archive/2/atom.xml')
    expect(buildRss(current!, SITE)).not.toContain('archive')
    expect(JSON.parse(buildJsonFeed(current!, SITE)).next_url).toBeUndefined()
  })

  it('give an old entry that changed to readers of the current document', () => {
    const entries = count(120)
    entries[3] = entry(3, '2027-01-01T00:00:00Z')
    const [current] = buildFeedDocuments(feed(entries), SITE)
    expect(current!.entries[0]!.id).toContain('0003')
    expect(current!.updated).toBe('2027-01-01T00:00:00Z')
  })

  it('P3: survive any text in any place', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        ']]>',
        '</script>',
        '<![CDATA[',
        '&nbsp;',
        '\u0000\u0001\u001f',
        '\ud800',
        '\udc00x',
        '\ufffe',
        '\u202e abc',
        '\r\n\t',
        '&#0;',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(nasty, { minLength: 4, maxLength: 8 }), async (texts) => {
        const text = (index: number) => texts[index % texts.length]!
        const hostile: FeedEntry = {
          ...entry(1),
          title: `x${texts.join('')}`,
          summary: text(0),
          html: text(1),
          authors: [`a${text(2)}`],
          categories: [{ term: `t${text(3)}`, label: text(0) }],
          source: { url: 'https://a.example/', title: text(1), lang: 'zh-Hans' },
          outlet: { name: `o${text(2)}`, url: 'https://a.example/feed', updated: '2026-01-01T00:00:00Z' },
        }
        const [document] = buildFeedDocuments({ ...feed([hostile]), title: `t${texts.join('')}` }, SITE)
        const [atom, rss, json] = [
          buildAtom(document!, SITE),
          buildRss(document!, SITE),
          buildJsonFeed(document!, SITE),
        ]
        expect([...atomFaults(atom), ...rssFaults(rss), ...jsonFeedFaults(json)]).toEqual([])
        expect(json.isWellFormed() && JSON.parse(json).items[0].title.isWellFormed()).toBe(true)
        const read = await new RssParser().parseString(atom)
        expect(read.items).toHaveLength(1)
        expect(parseRssFeed(rss).items).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})
