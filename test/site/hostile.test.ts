import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../src/cli/publish.ts'
import { articleRow } from '../../src/components/article-row.ts'
import { openView } from '../../src/components/view.ts'
import type { Article } from '../../src/core/model/article.ts'
import { buildTermTable } from '../../src/core/publish/view-convert.ts'
import { buildCorpus } from '../../src/core/publish/view-corpus.ts'
import { pageKeys } from '../../src/core/publish/view-keys.ts'
import { openEdition } from '../../src/layouts/edition.ts'
import { articlePage as articlePageOf } from '../../src/record-pages/article.ts'
import { planPages } from '../../src/record-pages/plan.ts'
import { builtSite, readPages } from './built-site.ts'
import { NO_RECORDS, writeRegistry } from './fixture.ts'

let site: string
let pages: Map<string, string>
const scratch = mkdtempSync(join(tmpdir(), 'redline-site-'))
const page = (address: string) => load(pages.get(address) ?? '')

beforeAll(async () => {
  site = await builtSite()
  pages = readPages(site)
}, 300_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The article page in English whose title starts so. */
function articlePage(start: string) {
  const found = [...pages].find(
    ([at, html]) => /^\/en\/articles\/[0-9a-f]{16}\/$/.test(at) && load(html)('h1').text().startsWith(start),
  )
  if (!found) throw new Error(`no article page is titled ${start}`)
  return load(found[1])
}

/** The first record of its kind, as stored. */
function sample(kind: string) {
  const below = join(site, '../content', kind)
  const [first] = readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((at) => at.endsWith('.json'))
    .sort()
  return { at: first!, record: JSON.parse(readFileSync(join(below, first!), 'utf8')) }
}

const NO_TERMS = buildTermTable({ glossary: [], metrics: [] } as never)

describe('a record that carries markup', () => {
  it('shows it as text and lets none of it out', () => {
    const $ = articlePage('Quoting </script>')
    expect($('h1').text()).toBe(
      'Quoting </script><script>alert(1)</script> and ]]> "safely" & <img src=x onerror=alert(2)>',
    )
    expect($('blockquote').first().text()).toBe(
      'The page says </script><script>alert("x")</script> in 42% of cases ]]> & <!-- more --> <i>now</i>.',
    )
    expect($('.byline bdi').first().text()).toBe('<b>Eve</b>')
  })

  it('adds no element to any page', () => {
    for (const [address, html] of pages) {
      if (!html.includes('alert(')) continue
      const $ = load(html)
      expect($('script:not([type="application/ld+json"], [src^="/assets/"])').length, address).toBe(0)
      expect($('[onerror], [onload], main img, main b, main i').length, address).toBe(0)
    }
  })

  it('keeps JSON-LD whole', () => {
    const json = page('/en/findings/f-markup/')('script[type="application/ld+json"]').text()
    expect(json).not.toContain('<')
    expect(JSON.parse(json).mainEntity.text).toContain('</script><script>alert("x")</script>')
  })
})

describe('text of the other direction', () => {
  it('is isolated from what stands around it', () => {
    const $ = page('/en/findings/f-bidi/')
    expect($('.figure-about bdi').first().text()).toContain('عربي')
    expect($('blockquote').attr('dir')).toBe('auto')
    expect(page('/en/articles/')('bdi').text()).toContain('\u202e')
  })
})

describe('long and bare records', () => {
  it('show a title of 400 characters whole, without author and date', () => {
    const $ = articlePage('很长的标题')
    expect([...$('h1').text()].length).toBe(400)
    expect($('.byline').text()).toContain('No author given')
    expect($('.byline').text()).toContain('No date given')
  })

  it('cut a long quote to the cap around its figure, at the edges of words', () => {
    const $ = page('/en/findings/f-long/')
    const quote = $('blockquote').first()
    const words = quote.clone().find('.cut').remove().end().text()
    expect([...words].length).toBeLessThanOrEqual(120)
    expect(words).toContain('其中只有33%是要紧的')
    expect(quote.find('.cut').length).toBe(2)
    expect(quote.find('mark').text()).toBe('33%')
  })

  it('name a figure without subject and metric by its sentence, once for the eye', () => {
    const $ = page('/zh-hant/findings/f-unbroken/')
    expect($('h1 .figure-value').text().trim()).toBe('5%')
    expect($('h1 .figure-about.heard').text()).toMatch(/^“…y{43} 5% z{43}…”$/)
  })
})

describe('a date that was left out or guessed at', () => {
  const corpus = buildCorpus(NO_RECORDS, { topics: [], entities: [], metrics: [], glossary: [] } as never)
  const head = (edition: string, changes: object) => {
    const { published: _, ...record } = sample('articles').record
    const article = { ...record, firstSeenAt: '2026-08-10T06:00:00Z', ...changes } as Article
    const view = openView(openEdition(edition), { corpus, terms: NO_TERMS }, 'https://redline.example')
    return load(articlePageOf(article, view).main.text)('.article-head')
  }
  const unread = { dateNote: { reason: 'unreadable', asWritten: '<b>soon' } }

  it.each([
    ['en', 'Date as printed <b>soon could not be read. First seen 10 August 2026'],
    ['zh-hans', '原文所印日期<b>soon无法读取。首次收录于2026年8月10日'],
    ['zh-hant', '原文所印日期<b>soon無法判讀。首次收錄於2026年8月10日'],
  ])('is told in %s as printed, with why and what stands for it', (edition, words) => {
    const $head = head(edition, unread)
    expect($head.find('q').parent().text()).toContain(words)
    expect($head.find('q b').length).toBe(0)
    expect($head.find('.byline time').length).toBe(0)
  })

  it('is shown where only its century is a guess, and nothing is told of a good one or of none', () => {
    const guess = { reason: 'two-digit-year', asWritten: '30.10.23' }
    const guessed = head('en', { published: '2023-10-30', dateNote: guess })
    expect(guessed.find('.byline time').text()).toBe('30 October 2023')
    expect(guessed.find('q').parent().text()).toBe(
      'Date as printed 30.10.23 names its year in two digits; the century is a guess.',
    )
    expect(head('en', {}).find('q').length).toBe(0)
    expect(head('en', {}).find('.byline').text()).toContain('No date given')
    expect(head('en', unread).find('.byline').text()).not.toContain('No date given')
  })

  it.each([
    ['en', 'unreadable', 'Printed date could not be read'],
    ['en', 'future', 'Printed date lies in the future'],
    ['zh-hans', 'too-early', '所印日期早于万维网出现'],
    ['zh-hant', 'unreadable', '所印日期無法判讀'],
    ['en', undefined, 'No date given'],
  ])('is told in lists of the %s edition by its reason, %s', (edition, reason, words) => {
    const { published: _, ...record } = sample('articles').record
    const note = reason ? { dateNote: { reason, asWritten: 'soon' } } : {}
    const view = openView(openEdition(edition), { corpus, terms: NO_TERMS }, 'https://redline.example')
    const $meta = load(articleRow({ ...record, ...note } as Article, view).text)('.meta')
    expect($meta.find('time').length).toBe(0)
    expect($meta.text()).toContain(words)
  })
})

describe('a finding of 500 appearances', () => {
  it('lists twelve and pages the others', () => {
    const $ = page('/en/findings/f-crowd/')
    expect($('.thread > li').length).toBe(12)
    expect($('.more').text()).toContain('All 500 appearances')
    const lists = [...pages.keys()].filter((at) => at.startsWith('/en/findings/f-crowd/appearances/'))
    expect(lists.length).toBe(13)
    const rows = lists.reduce((sum, at) => sum + page(at)('.thread > li').length, 0)
    expect(rows).toBe(500)
  })
})

describe('10,000 topics', () => {
  it('have a page each, and lists of them stay short', () => {
    const names = (name: string) => ({ en: name, 'zh-Hans': name, 'zh-Hant': name })
    const topics = Array.from({ length: 10_000 }, (_, index) => ({
      id: `t-${index}`,
      names: names(`Topic ${index}`),
      terms: [],
      // Half of them below one, the others on their own.
      ...(index % 2 === 1 ? { parent: 't-0' } : {}),
    }))
    const corpus = buildCorpus(NO_RECORDS, { topics, entities: [], metrics: [], glossary: [] } as never)
    const view = openView(openEdition('en'), { corpus, terms: NO_TERMS }, 'https://redline.example')
    const plan = planPages(corpus, { en: [], 'zh-Hans': [], 'zh-Hant': [] }, pageKeys(corpus, ''))
    const pages = new Map([...plan].map((page) => page.make(view)).map((page) => [page.path, page.main.text]))
    expect([...pages.keys()].filter((path) => /^topics\/t-\d+\/$/.test(path))).toHaveLength(10_000)
    // 5,000 topmost ones, forty a page.
    expect([...pages.keys()].filter((path) => /^topics\/(page\/\d+\/)?$/.test(path))).toHaveLength(125)
    expect(pages.get('topics/t-0/')!.match(/<li>/g)).toHaveLength(60)
    for (const [path, text] of pages) expect(text.length, path).toBeLessThan(40_000)
  })
})

describe('an empty data folder', () => {
  it('builds a site that says so', async () => {
    const folder = join(scratch, 'empty')
    writeRegistry(join(folder, 'content'))
    const { out } = await publish({
      contentDir: join(folder, 'content'),
      dataDir: folder,
      site: 'https://empty.example',
    })
    const built = readPages(out)
    expect(load(built.get('/zh-hant/')!)('.empty').text()).toBe('尚無紀錄。請先蒐集來源，再重新發布。')
    expect(load(built.get('/en/')!)('.banner').length).toBe(0)
    expect(load(built.get('/en/status/')!)('.standfirst').text()).toBe('Nothing has been collected yet.')
    expect(built.get('/en/')).toContain('<link rel="canonical" href="https://empty.example/en/"')
  })
})

describe('a record that does not satisfy its schema', () => {
  it.each([
    ['findings', { value: 'ninety-six' }, 'value', 'number', 'string'],
    ['articles', { title: undefined }, 'title', 'string', 'undefined'],
    ['articles', { title: '' }, 'title', '>=1', 'got ""'],
    ['articles', { published: 'yesterday' }, 'published', 'must match pattern', 'got "yesterday"'],
    ['articles', { lang: 'fr' }, 'lang', 'zh-Hans', 'got "fr"'],
  ])(
    '%s with %j fails the build naming file, field, expected and got, and leaves the old site alone',
    async (kind, change, field, expected, got) => {
      const folder = join(scratch, 'empty')
      const before = readPages(join(folder, 'site')).size
      const { at, record } = sample(kind)
      const path = join(folder, 'content', kind, at)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify({ ...record, ...change }))
      const failed = await publish({ contentDir: join(folder, 'content'), dataDir: folder }).then(
        () => 'it was built',
        (error: Error) => error.message,
      )
      rmSync(path)
      for (const part of [basename(at), field, expected, got]) expect(failed).toContain(part)
      expect(readPages(join(folder, 'site')).size).toBe(before)
      expect(readdirSync(folder).filter((name) => /^site\.(next|old|keys\.next)/.test(name))).toEqual([])
    },
    60_000,
  )
})
