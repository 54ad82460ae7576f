import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtSite, readPages } from './built-site.ts'

const EDITIONS = { en: 'en', 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant' } as const
const FINDING = 'findings/f-blackmail-claude-opus-4/'
let site: string
let pages: Map<string, string>
const page = (address: string) => {
  const html = pages.get(address)
  if (html === undefined) throw new Error(`no page at ${address}`)
  return load(html)
}

beforeAll(async () => {
  site = await builtSite()
  pages = readPages(site)
}, 300_000)

describe('every page', () => {
  it('P4: exists in all three editions', () => {
    const below = (edition: string) =>
      [...pages.keys()]
        .filter((at) => at.startsWith(`/${edition}/`))
        .map((at) => at.slice(edition.length + 2))
    const english = below('en').sort()
    expect(english.length).toBeGreaterThan(500)
    expect(below('zh-hans').sort()).toEqual(english)
    expect(below('zh-hant').sort()).toEqual(english)
  })

  it('links only to addresses that exist', () => {
    const broken = new Set<string>()
    for (const [address, html] of pages)
      for (const [, link] of html.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)) {
        const target = decodeURI(link!.replace(/[?#].*$/, ''))
        const isThere = pages.has(target) || (!target.endsWith('/') && existsSync(join(site, target)))
        if (!isThere) broken.add(`${address} → ${target}`)
      }
    expect([...broken].slice(0, 10)).toEqual([])
  })

  it('has one heading of the first level, a language, a title, a description, and no style of its own', () => {
    const faults: string[] = []
    for (const [address, html] of pages) {
      const count = html.match(/<h1[\s>]/g)?.length
      if (count !== 1) faults.push(`${address}: ${count} h1`)
      const [, edition] = address.split('/')
      const lang = EDITIONS[edition as keyof typeof EDITIONS] ?? 'en'
      if (!html.includes(`<html lang="${lang}"`)) faults.push(`${address}: lang`)
      if (!/<title>[^<]+<\/title>/.test(html)) faults.push(`${address}: title`)
      if (/<[^>]+\sstyle=/.test(html)) faults.push(`${address}: style attribute`)
      if (!address.startsWith('/404') && !/<meta name="description" content="[^"]+"/.test(html))
        faults.push(`${address}: description`)
    }
    expect(faults).toEqual([])
  })

  it('names itself as canonical and all editions as alternates, and they name it back', () => {
    const faults: string[] = []
    const alternates = (html: string) =>
      [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)]
        .map(([, lang, href]) => `${lang} ${href}`)
        .join('\n')
    for (const [address, html] of pages) {
      if (address.startsWith('/404')) continue
      if (!html.includes(`<link rel="canonical" href="https://redline.example${address}"`))
        faults.push(`${address}: canonical`)
      const own = alternates(html)
      if (own.split('\n').length !== 4 || !own.includes('x-default ')) faults.push(`${address}: ${own}`)
      for (const line of own.split('\n')) {
        const target = new URL(line.split(' ')[1]!).pathname
        if (target !== '/' && alternates(pages.get(target) ?? '') !== own)
          faults.push(`${address} ↮ ${target}`)
      }
    }
    expect(faults.slice(0, 10)).toEqual([])
  })

  it('has a picture to share that exists', () => {
    const pictures = new Set<string>()
    for (const html of pages.values()) {
      const [, picture] =
        /<meta property="og:image" content="https:\/\/redline\.example([^"]+)"/.exec(html) ?? []
      if (picture) pictures.add(picture)
    }
    expect(pictures.size).toBeGreaterThan(3)
    expect([...pictures].filter((picture) => !existsSync(join(site, picture)))).toEqual([])
  })

  it('carries JSON-LD that parses, and no verdict', () => {
    for (const html of pages.values())
      for (const [, json] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        expect(() => JSON.parse(json!)).not.toThrow()
        expect(json).not.toContain('ClaimReview')
      }
  })

  it('says that the data are samples', () => {
    expect(page('/en/')('.banner').text()).toContain('Sample data')
    expect(page(`/zh-hant/${FINDING}`)('.banner').text()).toContain('範例資料')
  })
})

describe('sizes', () => {
  it('keeps finding pages within 40 KB, styles within 20 KB and scripts to search and small ones', () => {
    const heavy = [...pages].filter(
      ([at, html]) => at.includes('/findings/') && Buffer.byteLength(html) > 40_960,
    )
    expect(heavy.map(([at]) => at)).toEqual([])
    const size = (path: string) => statSync(join(site, path)).size
    for (const address of [`/en/${FINDING}`, '/zh-hans/', '/zh-hant/about/', '/']) {
      const sheets = page(address)('link[rel="stylesheet"]')
        .toArray()
        .map((node) => node.attribs['href']!)
      expect(sheets.length, address).toBeGreaterThan(0)
      expect(
        sheets.reduce((sum, path) => sum + size(path), 0),
        address,
      ).toBeLessThanOrEqual(20_480)
    }
    // Apart from search, the one script is the copy buttons' of citations, which pages work without.
    const scripts = new Set<string>()
    for (const [at, html] of pages) {
      if (at.endsWith('/search/')) continue
      // A title may hold the word inside an attribute, where it is no element.
      const elements = html.replace(/ (?:content|title)="[^"]*"/g, '')
      for (const [, attributes] of elements.matchAll(/<script(?! type="application\/ld)([^>]*)>/g))
        scripts.add(attributes!.match(/src="([^"]+)"/)?.[1] ?? `inline on ${at}`)
    }
    expect([...scripts].filter((src) => !src.startsWith('/assets/CopyScript'))).toEqual([])
    const scriptSize = [...scripts].reduce((sum, src) => sum + statSync(join(site, src)).size, 0)
    expect(scriptSize).toBeGreaterThan(0)
    expect(scriptSize).toBeLessThanOrEqual(8192)
  })
})

describe('a finding', () => {
  it('quotes the publisher in the publisher’s script, whatever the edition, with the figure marked', () => {
    for (const edition of Object.keys(EDITIONS)) {
      const quotes = page(`/${edition}/${FINDING}`)('blockquote')
      const $ = page(`/${edition}/${FINDING}`)
      const texts = quotes.toArray().map((node) => `${$(node).attr('lang')} ${$(node).text()}`)
      expect(texts).toContain(
        'en When the replacement also had different goals, Claude Opus 4 chose blackmail in 96% of runs.',
      )
      expect(texts).toContain('zh-Hans 报告写道，Claude Opus 4 的勒索率高达九成。')
      expect($('blockquote mark').first().text()).toBe('96%')
    }
  })

  it('shows a conversion beside a quote in the other script, labelled, never as a quotation', () => {
    const $ = page(`/zh-hant/${FINDING}`)
    const aid = $('.aid').filter((_, node) => $(node).text().includes('報告寫道'))
    expect(aid.find('.aid-label').text()).toBe('機器轉換為繁體，僅供閱讀，並非引文')
    expect(aid.closest('blockquote').length).toBe(0)
    expect($('blockquote').text()).not.toContain('報告寫道')
  })

  it('shows glossary words beside a quote in another language', () => {
    const $ = page(`/en/${FINDING}`)
    expect($('.terms').text()).toContain('勒索率blackmail rate')
  })

  it('links to the place in the source', () => {
    const links = page(`/en/${FINDING}`)('a.out')
      .toArray()
      .map((node) => node.attribs['href'])
    expect(links).toContain(
      'https://sample-machine.example/lesuo-cuowu#:~:text=%E6%8A%A5%E5%91%8A%E5%86%99%E9%81%93%EF%BC%8CClaude%20Opus%204%20%E7%9A%84%E5%8B%92%E7%B4%A2%E7%8E%87%E9%AB%98%E8%BE%BE%E4%B9%9D%E6%88%90%E3%80%82',
    )
  })

  it('counts what comparing showed and sets both quotes side by side', () => {
    const $ = page(`/en/${FINDING}`)
    expect(
      $('.tally li')
        .toArray()
        .map((node) => $(node).text().trim()),
    ).toEqual(['Same as the primary source 3', 'Value differs from the primary source 1'])
    expect($('.pair h3').text()).toBe('Value differs from the primary source')
  })

  it('draws comparable figures with the same numbers in a table', () => {
    const $ = page(`/zh-hans/${FINDING}`)
    expect(
      $('.chart .bar-value')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['96%', '95%', '80%', '80%', '79%'])
    expect(
      $('.chart tbody th')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['Claude Opus 4', 'Gemini 2.5 Flash', 'GPT-4.1', 'Grok 3 Beta', 'DeepSeek-R1'])
  })

  it('is a schema.org Claim with its appearances at their own addresses', () => {
    const json = page(`/en/${FINDING}`)('script[type="application/ld+json"]').text()
    const { mainEntity } = JSON.parse(json)
    expect(mainEntity['@type']).toBe('Claim')
    expect(mainEntity.inLanguage).toBe('en')
    expect(mainEntity.appearance.map((work: { url: string }) => work.url)).toContain(
      'https://sample-island.example/office-extortion',
    )
  })

  it('keeps an address that was merged away alive', () => {
    const old = [...pages.keys()].find((address) => address.startsWith('/en/findings/f-old-'))!
    expect(page(old)('.row-head a').attr('href')).toBe(`/en/${FINDING}`)
  })
})

describe('numbers and dates', () => {
  it('are written as each edition writes them', () => {
    const head = (address: string) => page(address)('.figure-value').text().replace(/\s+/g, ' ').trim()
    expect(head('/en/findings/f-pause/')).toBe('at least 6 months')
    expect(head('/zh-hans/findings/f-pause/')).toBe('至少 6个月')
    expect(head('/zh-hant/findings/f-defence-cost/')).toBe('約 420萬美元')
    expect(head('/en/findings/f-asr-gpt41/')).toBe('about 1/3')
    expect(head('/zh-hans/findings/f-attempts-growth/')).toBe('3倍')
    const unit = (address: string) => page(address)('.figure-value .unit').text()
    expect([unit('/en/findings/f-pause/'), unit('/zh-hans/findings/f-pause/')]).toEqual([' months', '个月'])
    expect([unit('/zh-hant/findings/f-defence-cost/'), unit('/en/findings/f-asr-gpt41/')]).toEqual(['', ''])
    const dated = (edition: string) =>
      page(`/${edition}/findings/f-faking-78/`)('.thread-date').first().text()
    expect([dated('en'), dated('zh-hans'), dated('zh-hant')]).toEqual(['Jun 2026', '2026年6月', '2026年6月'])
  })
})

describe('the page of a finding', () => {
  it('leads from each bar to its finding, and from the comparison to what its words mean', () => {
    const $ = page(`/en/${FINDING}`)
    const bars = $('.bars li:not(.current)')
    expect(bars.length).toBeGreaterThan(0)
    expect(bars.find('a[href^="/en/findings/"]').length).toBe(bars.length)
    expect($('.bars .current a').length).toBe(0)
    const [path, id] = $('#comparison ~ .note a').attr('href')!.split('#')
    expect(page(path!)(`#${id}`).text()).toBe('Comparison')
  })
})

describe('the data page', () => {
  it('tells of each table how many records it holds', () => {
    const $ = page('/en/data/')
    const counts = $('tbody tr .num')
      .toArray()
      .map((cell) => Number($(cell).text().replace(',', '')))
    const lines = (name: string) =>
      readFileSync(join(site, 'data', `${name}.jsonl`), 'utf8')
        .trim()
        .split('\n').length
    expect(counts).toEqual(['findings', 'appearances', 'figures', 'articles', 'sources'].map(lines))
  })
})

describe('the status page', () => {
  it('names the source that failed and the reason in the reader’s language', () => {
    const $ = page('/zh-hant/status/')
    expect($('tbody tr').first().find('th').text()).toBe('範例港灣郵報')
    expect($('tbody tr').first().find('.outcome-failed').text()).toBe('失敗')
    expect($('tbody tr').first().text()).toContain('網站回報了自身錯誤')
  })
})
