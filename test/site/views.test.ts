import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import type { Lang } from '../../src/core/model/lang.ts'
import { barChart, laneChart } from '../../src/core/publish/view-chart.ts'
import { buildReadingAid, buildTermTable } from '../../src/core/publish/view-convert.ts'
import { axisTime, dayOf, sortKey } from '../../src/core/publish/view-dates.ts'
import {
  formatDate,
  formatDay,
  formatPeriod,
  formatPhrase,
  type Valued,
} from '../../src/core/publish/view-format.ts'
import { buildFragmentUrl } from '../../src/core/publish/view-fragment.ts'
import { toScriptJson } from '../../src/core/publish/view-jsonld.ts'
import { buildOgSheet, rootTopic } from '../../src/core/publish/view-og.ts'
import { pageNumbers, paginate } from '../../src/core/publish/view-page.ts'
import { buildFigureQuote, chooseQuotes, QUOTE_CAPS } from '../../src/core/publish/view-quote.ts'
import { buildSitemap } from '../../src/core/publish/view-sitemap.ts'
import { translator } from '../../src/i18n/index.ts'
import { entities, glossary, metrics, topics } from '../fixtures/site/registry.ts'

const registry = { entities, glossary, metrics, topics } as never

describe('formatPhrase', () => {
  const say = (valued: Partial<Valued> & { value: number }, lang: Lang) =>
    formatPhrase({ unit: 'percent', qualifier: 'exact', ...valued }, lang, translator(lang))
  it.each([
    [{ value: 96 }, '96%', '96%', '96%'],
    [{ value: 0.4 }, '0.4%', '0.4%', '0.4%'],
    [{ value: 50, maxValue: 60 }, '50–60%', '50–60%', '50–60%'],
    [{ value: 3, unit: 'multiple' as const }, '3×', '3倍', '3倍'],
    [{ value: 2 / 3, unit: 'fraction' as const }, '2/3', '2/3', '2/3'],
    [{ value: 0.123, unit: 'fraction' as const }, '12.3%', '12.3%', '12.3%'],
    [{ value: 20, unit: 'percentage_point' as const }, '20 percentage points', '20个百分点', '20個百分點'],
    [{ value: 120_000_000, unit: 'count' as const }, '120 million', '1.2亿', '1.2億'],
    [{ value: 1e25, unit: 'count' as const }, '10²⁵', '10²⁵', '10²⁵'],
    [{ value: 2.1e26, unit: 'count' as const }, '2.1 × 10²⁶', '2.1 × 10²⁶', '2.1 × 10²⁶'],
    [{ value: 123_456_789, unit: 'count' as const }, '123,456,789', '123,456,789', '123,456,789'],
    [{ value: 4_200_000, unit: 'money' as const, unitDetail: 'USD' }, 'US$4.2m', '420万美元', '420萬美元'],
    [{ value: 900, unit: 'money' as const, unitDetail: 'CNY' }, 'CN¥900', '900元人民币', '人民幣900元'],
    [{ value: 3e8, unit: 'money' as const, unitDetail: 'TWD' }, 'NT$300m', '新台币3亿元', '新台幣3億元'],
    [
      { value: 2e6, maxValue: 3e6, unit: 'money' as const, unitDetail: 'CNY' },
      'CN¥2m–CN¥3m',
      '200万–300万元人民币',
      '人民幣200萬–300萬元',
    ],
    [{ value: 6, unit: 'duration' as const, unitDetail: 'month' }, '6 months', '6个月', '6個月'],
    [{ value: 6, unit: 'duration' as const, unitDetail: 'fortnight' }, '6', '6', '6'],
    [
      { value: 20, unit: 'duration' as const, unitDetail: 'year', qualifier: 'at_most' as const },
      'at most 20 years',
      '至多20年',
      '至多20年',
    ],
    [{ value: 5, qualifier: 'less_than' as const }, 'less than 5%', '不到5%', '不到5%'],
    [
      { value: 100, unit: 'count' as const, qualifier: 'about' as const, asWritten: '數百份' },
      'hundreds',
      '数百',
      '數百',
    ],
    [
      { value: 100, unit: 'count' as const, qualifier: 'about' as const, asWritten: 'about 100 people' },
      'about 100',
      '约100',
      '約100',
    ],
    [
      { value: 12, unit: 'count' as const, qualifier: 'about' as const, asWritten: 'Dozens of firms' },
      'dozens',
      '数十',
      '數十',
    ],
    [
      { value: 1e7, unit: 'money' as const, unitDetail: 'USD', qualifier: 'about' as const, isInexact: true },
      'tens of millions of US dollars',
      '数千万美元',
      '數千萬美元',
    ],
    [
      { value: 1e9, unit: 'money' as const, unitDetail: 'TWD', qualifier: 'about' as const, isInexact: true },
      'billions of New Taiwan dollars',
      '新台币数十亿元',
      '新台幣數十億元',
    ],
    [
      {
        value: 10,
        unit: 'duration' as const,
        unitDetail: 'year',
        qualifier: 'about' as const,
        isInexact: true,
      },
      'decades',
      '数十年',
      '數十年',
    ],
  ])('%j', (valued, en, hans, hant) => {
    expect([say(valued, 'en'), say(valued, 'zh-Hans'), say(valued, 'zh-Hant')]).toEqual([en, hans, hant])
  })
})

describe('dates', () => {
  it.each([
    ['2026', '2026', '2026年'],
    ['2026-08', 'August 2026', '2026年8月'],
    ['2026-08-03', '3 August 2026', '2026年8月3日'],
    ['2026-08-03T23:30:00-08:00', '3 August 2026', '2026年8月3日'],
  ])('%s is shown with its own precision, in its own zone', (date, en, zh) => {
    expect([formatDate(date, 'en'), formatDate(date, 'zh-Hant')]).toEqual([en, zh])
  })

  it.each([
    ['2026-11-23', '2026-11-29', '23 | 29 November 2026', '2026年11月23日 | 29日'],
    ['2026-11-30', '2026-12-06', '30 November | 6 December 2026', '2026年11月30日 | 12月6日'],
    ['2026-12-28', '2027-01-03', '28 December 2026 | 3 January 2027', '2026年12月28日 | 2027年1月3日'],
    ['2026-08-10', '2026-08-10', '10 August 2026 | 10 August 2026', '2026年8月10日 | 2026年8月10日'],
  ])('the period from %s to %s says once what its days share', (from, to, en, zh) => {
    const say = (lang: Lang) => Object.values(formatPeriod(from, to, lang)).join(' | ')
    expect([say('en'), say('zh-Hans')]).toEqual([en, zh])
  })

  it('are named with their day of the week under the name of their month', () => {
    const say = (lang: Lang) => formatDay('2026-11-19', lang)
    expect([say('en'), say('zh-Hans'), say('zh-Hant')]).toEqual([
      'Thu 19 Nov',
      '11月19日 周四',
      '11月19日 週四',
    ])
  })

  it('sort in UTC where they have a zone, and coarse ones first', () => {
    const dates = ['2026-08-04T01:00:00+08:00', '2026-08-04', '2026-08', '2026-08-03T18:00:00Z']
    expect(dates.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      '2026-08',
      '2026-08-04T01:00:00+08:00',
      '2026-08-03T18:00:00Z',
      '2026-08-04',
    ])
  })

  it('name a day only when they have one', () => {
    expect([dayOf('2026-08'), dayOf('2026-08-03T10:00:00')]).toEqual([undefined, '2026-08-03'])
    expect(axisTime('2026-08')).toBe(Date.parse('2026-08-15T00:00:00Z'))
    expect(axisTime('2026-08-03T10:00:00')).toBe(Date.parse('2026-08-03T10:00:00Z'))
  })
})

describe('buildFragmentUrl', () => {
  const url = 'https://press.example/a'
  it('encodes what the fragment’s own syntax uses', () => {
    expect(buildFragmentUrl(url, 'a well-known, rate & more', 'en')).toBe(
      `${url}#:~:text=a%20well%2Dknown%2C%20rate%20%26%20more`,
    )
  })
  it('names the first and last words of a long sentence, whole words only', () => {
    const long = '研究人员在虚构的公司里安排了十六个大模型，让它们读到自己将被替换的邮件，'.repeat(3)
    const [start, end] = decodeURIComponent(buildFragmentUrl(url, long, 'zh-Hans').split('text=')[1]!).split(
      /,(?=[^,]*$)/,
    )
    expect(long.startsWith(start!)).toBe(true)
    expect(long.endsWith(end!)).toBe(true)
    expect(start!.length).toBeLessThanOrEqual(24)
  })
  it('leaves addresses with a fragment of their own alone', () => {
    expect(buildFragmentUrl(`${url}#part`, 'words', 'en')).toBe(`${url}#part`)
  })
  it('always gives a URL that parses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        expect(() => new URL(buildFragmentUrl(url, text, 'zh-Hans'))).not.toThrow()
      }),
    )
  })
})

const figureIn = (text: string, written: string): Figure => {
  const start = text.indexOf(written)
  return {
    asWritten: written,
    start,
    end: start + written.length,
    quote: { exact: text, prefix: '', suffix: '', start: 0, end: text.length },
  } as Figure
}

describe('quotes', () => {
  it('stay verbatim, hold the figure and keep within the cap, whatever the text', () => {
    const texts = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom<Lang>('en', 'zh-Hans', 'zh-Hant'), ([before, after], lang) => {
        const exact = `${before}96%${after}`
        const view = buildFigureQuote(
          { ...figureIn(exact, '96%'), start: before.length, end: before.length + 3 },
          { lang } as Article,
        )!
        const shown = view.before + view.mark + view.after
        expect(exact.includes(shown)).toBe(true)
        expect(view.mark).toBe('96%')
        expect([...shown].length).toBeLessThanOrEqual(QUOTE_CAPS[lang])
        expect(view.isCutBefore || view.isCutAfter).toBe(shown !== exact)
      }),
    )
  })

  it('follow the page’s and the source’s own limits; nothing when they allow nothing', () => {
    const figure = figureIn('九成六的测试选择了勒索，研究者说。', '九成六')
    expect(buildFigureQuote(figure, { lang: 'zh-Hans', excerptLimit: 0 } as Article)).toBeUndefined()
    const short = buildFigureQuote(figure, { lang: 'zh-Hans' } as Article, { excerptLimit: 8 } as never)!
    expect(short.mark + short.after).toBe('九成六的测试选择')
  })

  it('are at most three of an article, and a tenth of a long text of others', () => {
    const items = ['a', 'b', 'c', 'd'].map((letter) => ({ quote: { exact: letter.repeat(100) } })) as never[]
    expect(chooseQuotes(items, { lang: 'en', sample: true, textLength: 500 } as Article).size).toBe(3)
    expect(chooseQuotes(items, { lang: 'en', sample: false, textLength: 2100 } as Article).size).toBe(2)
    expect(chooseQuotes(items, { lang: 'en', sample: false, textLength: 10 } as Article).size).toBe(1)
  })
})

describe('reading aids', () => {
  const terms = buildTermTable(registry)
  it('convert between scripts and leave equal text alone', () => {
    expect(buildReadingAid('软件信息', 'zh-Hans', 'zh-Hant', terms)).toEqual({
      kind: 'converted',
      lang: 'zh-Hant',
      text: '軟體資訊',
    })
    expect(buildReadingAid('對齊', 'zh-Hant', 'zh-Hans', terms)).toEqual({
      kind: 'converted',
      lang: 'zh-Hans',
      text: '对齐',
    })
    expect(buildReadingAid('96%', 'zh-Hant', 'zh-Hans', terms)).toBeUndefined()
  })
  it('give the glossary’s words between languages, whole words, the longest first', () => {
    expect(buildReadingAid('A jailbreak raised the blackmail rate.', 'en', 'zh-Hant', terms)).toEqual({
      kind: 'glossary',
      terms: [
        { term: 'jailbreak', meaning: '越獄' },
        { term: 'blackmail rate', meaning: '勒索率' },
      ],
    })
    expect(buildReadingAid('blackmailed jailbreaks', 'en', 'zh-Hant', terms)).toBeUndefined()
  })
  it('do not gloss words by which a sentence speaks of a metric', () => {
    const runs = { id: 'runs', names: { en: 'test runs', 'zh-Hans': '测试次数', 'zh-Hant': '測試次數' } }
    const table = buildTermTable({ glossary: [], metrics: [{ ...runs, aliases: ['question'] }] } as never)
    expect(buildReadingAid('The question of test runs.', 'en', 'zh-Hant', table)).toEqual({
      kind: 'glossary',
      terms: [{ term: 'test runs', meaning: '測試次數' }],
    })
  })
})

describe('pages of a list', () => {
  it('hold every item once, and one page is there even for none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, perPage) => {
        const pages = paginate(items, perPage)
        expect(pages.flatMap((page) => page.items)).toEqual(items)
        expect(pages.length).toBe(Math.max(1, Math.ceil(items.length / perPage)))
      }),
    )
  })
  it('are linked near the current one, with gaps', () => {
    expect(pageNumbers(10, 20)).toEqual([1, 0, 9, 10, 11, 0, 20])
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3])
  })
})

describe('charts', () => {
  it('start at zero and run to 100 for percentages', () => {
    const chart = barChart([{ value: 50 }, { value: 96 }], true)
    expect(chart.bars.map((bar) => bar.width)).toEqual([50, 96])
    expect(chart.ticks.at(-1)!.value).toBe(100)
    expect(barChart([{ value: 0 }], false).bars[0]!.width).toBe(0)
  })
  it('place appearances of one day without dividing by zero', () => {
    const { dots } = laneChart(
      [
        { time: 1e12, lane: 0 },
        { time: 1e12, lane: 2 },
      ],
      3,
    )
    expect(dots.every((dot) => Number.isFinite(dot.x))).toBe(true)
  })
})

describe('values inside markup', () => {
  it('P5: cannot close the script that carries them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const json = toScriptJson({ text: `${text}</script>\u2028` })
        expect(json).not.toMatch(/[<\u2028]/)
        expect(JSON.parse(json).text).toBe(`${text}</script>\u2028`)
      }),
    )
  })
  it('are escaped in pictures and sitemaps', () => {
    expect(buildOgSheet([{ name: 'a', title: 'A & <b>' }], 'en')).toContain('A &amp; &lt;b&gt;')
    const map = buildSitemap([{ path: 'a&b/' }], [{ lang: 'en', path: 'en' }], 'https://x.example')
    expect(map).toContain('<loc>https://x.example/en/a&amp;b/</loc>')
    expect(map).toContain('hreflang="x-default" href="https://x.example/en/a&amp;b/"')
  })
})

describe('topics', () => {
  it('share the picture of their topmost ancestor, even when the tree is a ring', () => {
    const tree = new Map([
      ['a', { id: 'a', parent: 'b' }],
      ['b', { id: 'b', parent: 'a' }],
      ['c', { id: 'c', parent: 'd' }],
      ['d', { id: 'd' }],
    ]) as never
    expect(rootTopic('c', tree)).toBe('d')
    expect(['a', 'b']).toContain(rootTopic('a', tree))
  })
})
