import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { formatBibtex, formatCslJson, formatRis } from '../../src/core/publish/cite-export.ts'
import type { CslItem, CslName } from '../../src/core/publish/cite-model.ts'
import { markWithin, parseName } from '../../src/core/publish/cite-names.ts'
import { formatApa, formatChicago, formatGbt } from '../../src/core/publish/cite-styles.ts'
import { buildCoins, dublinCore } from '../../src/core/publish/coins.ts'

// The oracle is CommonJS and brings no types.
interface Oracle {
  format(name: string, options?: Record<string, unknown>): string
  data: Record<string, unknown>[]
}
const require = createRequire(import.meta.url)
const Cite = require('citation-js') as new (input: unknown, options?: unknown) => Oracle
require('@citation-js/plugin-ris')

const people = (...names: string[]): CslName[] => names.map(parseName)
const accessed = { 'date-parts': [[2026, 11, 21]] as [[number, number, number]] }
const on = (...parts: number[]) => ({ 'date-parts': [parts] }) as NonNullable<CslItem['issued']>
const base = { id: 'abcdef0123456789', accessed, URL: 'https://harbour.example/a', language: 'en' as string }
const news = { ...base, type: 'article-newspaper' as const, 'container-title': 'Harbour Wire' }

/** Five types of sources and our own record, with every kind of name, date and title that the sources print. */
const CASES: Record<string, CslItem> = {
  news: {
    ...news,
    title: 'Guards that cost little: the case of classifiers',
    author: people('Anna Reed'),
    issued: on(2026, 8, 3),
  },
  'news by two': {
    ...news,
    title: 'Two hands',
    author: people('Anna B. Reed', 'Jean-Luc Smith'),
    issued: on(2026, 8, 3),
  },
  'news by three': {
    ...news,
    title: 'Three hands',
    author: people('Anna Reed', 'B. Cole', 'Cy D. Ray'),
    issued: on(2026, 12, 31),
  },
  'news without author': { ...news, title: 'Nobody signed this', issued: on(2026, 8, 3) },
  'news without date': { ...news, title: 'No day', author: people('Anna Reed') },
  'news without author and date': { ...news, title: 'Nothing known' },
  'news by an organisation': {
    ...news,
    title: 'From the desk',
    author: people('Harbour News Desk'),
    issued: on(2026, 1, 9),
  },
  'a question': { ...news, title: 'Is it safe?', author: people('Anna Reed'), issued: on(2026, 8, 3) },
  'news of a month': { ...news, title: 'Some day in May', author: people('Anna Reed'), issued: on(2026, 5) },
  'news of a year': { ...news, title: 'Some day', author: people('Anna Reed'), issued: on(2026) },
  'simplified Chinese': {
    ...news,
    language: 'zh-Hans',
    title: '九成六：模型勒索测试',
    author: people('王小明'),
    'container-title': '江海科技',
    issued: on(2026, 8, 3),
  },
  'traditional Chinese by two': {
    ...news,
    language: 'zh-Hant',
    title: '模型在測試中勒索',
    author: people('歐陽修文', '陳美玲'),
    'container-title': '香港樣例報',
    issued: on(2026, 8, 3),
  },
  'Chinese organisation': {
    ...news,
    language: 'zh-Hans',
    title: '数字周报',
    author: people('江海科技编辑部'),
    'container-title': '江海科技',
    issued: on(2026, 8),
  },
  preprint: {
    ...base,
    type: 'article',
    title: 'Frontier models that replicate',
    author: people('X. Pan', 'Jia-Rui Dai', 'Y. Fan', 'M. Yang'),
    number: 'arXiv:2412.12140',
    publisher: 'arXiv',
    issued: on(2024, 12, 9),
    URL: 'https://arxiv.org/abs/2412.12140',
  },
  'preprint by one': {
    ...base,
    type: 'article',
    title: 'Alone',
    author: people('Xu Pan'),
    number: 'arXiv:2401.00001',
    publisher: 'arXiv',
    issued: on(2024),
    URL: 'https://arxiv.org/abs/2401.00001',
  },
  'preprint by twenty-two': {
    ...base,
    type: 'article',
    title: 'Many hands',
    author: people(
      ...Array.from(
        { length: 22 },
        (_, index) => `${String.fromCharCode(65 + index)}. Name${String.fromCharCode(97 + index)}`,
      ),
    ),
    number: 'arXiv:2401.00002',
    publisher: 'arXiv',
    issued: on(2024, 1, 1),
  },
  report: {
    ...base,
    type: 'report',
    title: 'Index of risks',
    author: people('Anna Reed'),
    publisher: 'Northern Institute',
    issued: on(2025, 3, 1),
  },
  'report without author': {
    ...base,
    type: 'report',
    title: 'Index of harms',
    publisher: 'Northern Institute',
    issued: on(2025),
  },
  blog: {
    ...base,
    type: 'post-weblog',
    title: 'Why we keep count',
    author: people('Lee van Dyk'),
    'container-title': 'Plain Model',
    issued: on(2026, 5),
  },
  'blog by a junior': {
    ...base,
    type: 'post-weblog',
    title: 'Why not',
    author: people('Sam Cole Jr.'),
    'container-title': 'Plain Model',
    issued: on(2026, 5, 4),
  },
  interview: {
    ...base,
    type: 'interview',
    title: 'On control',
    author: people('Dana Krueger'),
    'container-title': 'Intelligence Weekly',
    issued: on(2026, 5, 2),
  },
  'interview in Chinese': {
    ...base,
    language: 'zh-Hans',
    type: 'interview',
    title: '谈失控',
    author: people('李雷'),
    'container-title': '智能周刊',
    issued: on(2026, 5, 2),
  },
  record: {
    ...base,
    type: 'dataset',
    title: 'Claude Opus 4: blackmail rate 96%',
    author: [{ literal: 'Redline' }],
    publisher: 'Redline',
    version: '1',
    issued: on(2026, 8, 10),
    URL: 'https://redline.example/en/findings/f/',
  },
}

/** Where the stock style is wrong by APA 7: section 9.24 leaves out a publisher that is also the author. */
const RIGHT_APART_FROM_STOCK = new Set(['record'])

describe('APA 7', () => {
  const straight = (text: string) => text.trim().replace(/’/g, "'")
  it.each(Object.entries(CASES))('agrees with citeproc: %s', (name, item) => {
    const stock = straight(new Cite([item]).format('bibliography', { template: 'apa' }))
    if (RIGHT_APART_FROM_STOCK.has(name))
      expect(formatApa(item)).toBe(stock.replace('[Data set]. Redline. ', '[Data set]. '))
    else expect(formatApa(item)).toBe(stock)
  })
})

describe('Chicago and GB/T 7714-2025', () => {
  const rows: [keyof typeof CASES, string, string][] = [
    [
      'news',
      'Reed, Anna. “Guards that cost little: the case of classifiers.” Harbour Wire, August 3, 2026. https://harbour.example/a.',
      'Reed A. Guards that cost little: the case of classifiers[N/OL]. Harbour Wire, 2026-08-03[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'news by two',
      'Reed, Anna B., and Jean-Luc Smith. “Two hands.” Harbour Wire, August 3, 2026. https://harbour.example/a.',
      'Reed A B, Smith J-L. Two hands[N/OL]. Harbour Wire, 2026-08-03[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'news without author and date',
      '“Nothing known.” Harbour Wire. Accessed November 21, 2026. https://harbour.example/a.',
      'Nothing known[N/OL]. Harbour Wire[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'a question',
      'Reed, Anna. “Is it safe?” Harbour Wire, August 3, 2026. https://harbour.example/a.',
      'Reed A. Is it safe?[N/OL]. Harbour Wire, 2026-08-03[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'simplified Chinese',
      '王小明. “九成六：模型勒索测试.” 江海科技, August 3, 2026. https://harbour.example/a.',
      '王小明. 九成六：模型勒索测试[N/OL]. 江海科技, 2026-08-03[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'traditional Chinese by two',
      '歐陽修文, and 陳美玲. “模型在測試中勒索.” 香港樣例報, August 3, 2026. https://harbour.example/a.',
      '歐陽修文, 陳美玲. 模型在測試中勒索[N/OL]. 香港樣例報, 2026-08-03[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'preprint',
      'Pan, X., Jia-Rui Dai, Y. Fan, and M. Yang. “Frontier models that replicate.” Preprint, arXiv, December 9, 2024. https://arxiv.org/abs/2412.12140.',
      'Pan X, Dai J-R, Fan Y, et al. Frontier models that replicate[PP/OL]. arXiv (2024-12-09)[2026-11-21]. https://arxiv.org/abs/2412.12140.',
    ],
    [
      'report',
      'Reed, Anna. Index of risks. Northern Institute, March 1, 2025. https://harbour.example/a.',
      'Reed A. Index of risks[R/OL]. Northern Institute, 2025-03-01[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'blog',
      'van Dyk, Lee. “Why we keep count.” Plain Model, May 2026. https://harbour.example/a.',
      'van Dyk L. Why we keep count[EB/OL]. Plain Model (2026-05)[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'interview in Chinese',
      '李雷. “谈失控.” Interview. 智能周刊, May 2, 2026. https://harbour.example/a.',
      '李雷. 谈失控[EB/OL]. 智能周刊 (2026-05-02)[2026-11-21]. https://harbour.example/a.',
    ],
    [
      'record',
      'Redline. “Claude Opus 4: blackmail rate 96%.” Data set. Redline, August 10, 2026. https://redline.example/en/findings/f/.',
      'Redline. Claude Opus 4: blackmail rate 96%[DS/OL]. Redline (2026-08-10)[2026-11-21]. https://redline.example/en/findings/f/.',
    ],
  ]
  it('sets quotation marks of a title single within its own, as citeproc does', () => {
    const item = { ...CASES['news']!, title: '19%: “took 19% longer”' }
    const title = 'Reed, Anna. “19%: ‘took 19% longer.’” Harbour Wire, August 3, 2026.'
    expect(formatChicago(item)).toBe(`${title} https://harbour.example/a.`)
    expect(markWithin('十六款《模型》', 'zh-Hans')).toBe('十六款〈模型〉')
  })

  it.each(rows)('%s', (name, chicago, gbt) => {
    expect(formatChicago(CASES[name]!)).toBe(chicago)
    expect(formatGbt(CASES[name]!)).toBe(gbt)
  })

  it('writes 等 for the fourth author of a Chinese work', () => {
    const item = { ...CASES['simplified Chinese']!, author: people('王小明', '李雷', '陈美玲', '赵云') }
    expect(formatGbt(item)).toContain('王小明, 李雷, 陈美玲, 等. ')
  })
})

describe('exports', () => {
  const year = (item: CslItem) => item.issued?.['date-parts'][0][0]
  it.each(Object.entries(CASES))('BibTeX is read back by citation-js: %s', (_, item) => {
    const [read] = new Cite(formatBibtex(item)).data
    const title = String(read!['title']).replace(/<[^>]+>/g, '')
    expect(title).toBe(item.title)
    expect((read!['author'] as unknown[] | undefined)?.length).toBe(item.author?.length)
    expect((read!['issued'] as CslItem['issued'])?.['date-parts'][0][0]).toBe(year(item))
    expect(read!['URL']).toBe(item.URL)
  })

  it.each(Object.entries(CASES))('RIS is read back by citation-js: %s', (_, item) => {
    const [read] = new Cite(formatRis(item)).data
    expect(read!['title']).toBe(item.title)
    // citation-js 0.7 neither reads nor writes AU of NEWS, which Zotero and EndNote do.
    if (item.type !== 'article-newspaper')
      expect((read!['author'] as unknown[] | undefined)?.length).toBe(item.author?.length)
    expect(formatRis(item).match(/^AU {2}- .+$/gm)?.length).toBe(item.author?.length)
    expect((read!['issued'] as CslItem['issued'])?.['date-parts'][0][0]).toBe(year(item))
    expect(read!['URL']).toBe(item.URL)
  })

  it('has the same RIS types, titles and places as citation-js where that has a type of its own', () => {
    const fields = (ris: string) =>
      new Map(ris.split(/\r?\n/).map((line): [string, string] => [line.slice(0, 2), line.slice(6).trim()]))
    for (const name of ['news', 'simplified Chinese', 'report', 'blog', 'interview', 'record']) {
      const stock = fields(new Cite([CASES[name]]).format('ris'))
      const own = fields(formatRis(CASES[name]!))
      for (const tag of ['TY', 'TI', 'T2', 'PB', 'PY', 'UR', 'ET'])
        expect(own.get(tag), `${name} ${tag}`).toBe(stock.get(tag))
    }
  })

  it('CSL-JSON is read by citation-js as it is', () => {
    for (const item of Object.values(CASES)) {
      const [read] = new Cite(formatCslJson(item)).data
      expect(read).toMatchObject(JSON.parse(JSON.stringify(item)))
    }
  })

  it('escapes what TeX would run, and gives Chinese works a key that is not empty', () => {
    const item: CslItem = { ...CASES['simplified Chinese']!, title: '100% & \\input{x} _$#~^' }
    expect(formatBibtex(item)).toContain(
      '  title = {{100\\% \\& \\textbackslash{}input\\{x\\} \\_\\$\\#\\textasciitilde{}\\textasciicircum{}}}',
    )
    expect(formatBibtex(item)).toMatch(/^@article\{redline-2026-abcdef01,/)
  })

  it('keeps a title with line breaks on one RIS line, so that it cannot add fields', () => {
    const ris = formatRis({ ...CASES['news']!, title: 'A\r\nER  - \r\nTY  - BOOK' })
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(1)
  })
})

describe('names', () => {
  const rows: [string, CslName][] = [
    ['王小明', { family: '王', given: '小明' }],
    ['歐陽修', { family: '歐陽', given: '修' }],
    ['司马 光', { family: '司马', given: '光' }],
    ['機器之心', { literal: '機器之心' }],
    ['新华社', { literal: '新华社' }],
    ['约翰·史密斯', { literal: '约翰·史密斯' }],
    ['Anna B. Reed', { family: 'Reed', given: 'Anna B.' }],
    ['Reed, Anna', { family: 'Reed', given: 'Anna' }],
    ['Lee van der Dyk', { family: 'Dyk', given: 'Lee', 'non-dropping-particle': 'van der' }],
    ['Sam Cole, Jr.', { family: 'Cole', given: 'Sam', suffix: 'Jr.' }],
    ['The Example Institute', { literal: 'The Example Institute' }],
    ['Madonna', { literal: 'Madonna' }],
  ]
  it.each(rows)('%s', (written, expected) => {
    expect(parseName(written)).toEqual(expected)
  })
})

describe('for reference managers', () => {
  it('COinS carries a Chinese work to Zotero', () => {
    const read = new URLSearchParams(buildCoins(CASES['simplified Chinese']!))
    expect(Object.fromEntries(read)).toEqual({
      ctx_ver: 'Z39.88-2004',
      rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
      rfr_id: 'info:sid/redline',
      'rft.type': 'newspaperArticle',
      'rft.title': '九成六：模型勒索测试',
      'rft.source': '江海科技',
      'rft.date': '2026-08-03',
      'rft.identifier': 'https://harbour.example/a',
      'rft.language': 'zh-Hans',
      'rft.aulast': '王',
      'rft.aufirst': '小明',
      'rft.au': '王小明',
    })
  })

  it('Dublin Core names creator, date and source', () => {
    expect(dublinCore(CASES['blog']!)).toEqual([
      { name: 'DC.creator', content: 'Lee van Dyk' },
      { name: 'DC.date', content: '2026-05' },
      { name: 'DC.source', content: 'https://harbour.example/a' },
    ])
  })
})
