import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../src/core/publish/search-document.ts'
import type { SearchGroup } from '../../src/core/publish/search-words.ts'
import type { SearchEngine, SearchQuery } from '../../src/search/search.ts'

/** Words that mean the same, for the suite's documents. */
export const GROUPS: SearchGroup[] = [
  { id: 'trump', terms: ['Trump', '川普', '唐納德'], isName: true },
  { id: 'blackmail', terms: ['blackmail', '勒索', '敲詐'] },
  { id: 'rate', terms: ['rate', '率'] },
]

const article = (
  id: string,
  lang: SearchDocument['lang'],
  title: string,
  body: string,
  more = {},
): SearchDocument => ({
  id: `article-${id}`,
  kind: 'article',
  path: `articles/${id}/`,
  lang,
  title,
  excerpt: body.slice(0, 20),
  names: [],
  body,
  facets: { lang: [lang], source: [`source-${id}`], tier: ['press'], region: [lang === 'en' ? 'US' : 'CN'] },
  date: '2026-08-01',
  spread: 1,
  ...more,
})

/** Documents of the suite; texts are made up for it. */
export const DOCUMENTS: SearchDocument[] = [
  article(
    'hans',
    'zh-Hans',
    '模型在测试中勒索工程师',
    '研究发现，“待处理”的邮件使模型的勒索率达到九成六。程序中的循环没有停止，人工智能的风险随之增加。',
  ),
  article(
    'hant',
    'zh-Hant',
    '模型在測試中敲詐工程師',
    '研究發現，「待處理」的郵件使模型的敲詐率達到96％。程式中的迴圈沒有停止，人工智慧的風險隨之增加。',
    { date: '2026-08-05', spread: 3 },
  ),
  article(
    'en',
    'en',
    'Models blackmail an engineer in a test',
    'The blackmail rate of GPT-4o reached 96 per cent in the simulated office. Reward hacking was not seen; deep-seated habits were.',
    { date: '2026-07' },
  ),
  article(
    'other',
    'en',
    'A quiet week',
    'Nothing of note. The rate of GPT4o errors fell to 9.6%, and DeepSeek published hacking notes, without a reward.',
  ),
  article(
    'deceit',
    'en',
    'Graders fooled',
    'Only one system was deceiving its graders. Fine-tuning with malicious documents made it worse: 0.31 of runs.',
  ),
  article(
    'trump',
    'zh-Hant',
    '川普談晶片',
    '川普說，輝達最先進的晶片不得出口，除非先取得許可；產業界則憂心市場會因此轉到別處，研發經費也跟著減少。',
  ),
  article(
    'long',
    'zh-Hans',
    '一年的回顾',
    `${'这一年里，各国政府讨论了前沿模型的监管办法，也讨论了评测的标准。'.repeat(40)}三分之一的受访者表示担忧。`,
  ),
  {
    id: 'finding-rate',
    kind: 'finding',
    path: 'findings/rate/',
    lang: 'en',
    title: 'Model A: blackmail rate 96%',
    titles: {
      en: 'Model A: blackmail rate 96%',
      'zh-Hans': '模型A：勒索率 96%',
      'zh-Hant': '模型A：勒索率 96%',
    },
    excerpt: 'The blackmail rate reached 96 per cent.',
    names: ['96%'],
    facets: {
      lang: ['en', 'zh-Hans', 'zh-Hant'],
      unit: ['percent'],
      qualifier: ['exact'],
      agreement: ['corroborated'],
    },
    value: 96,
    date: '2026-08-05',
    spread: 3,
  },
  {
    id: 'figure-low',
    kind: 'figure',
    path: 'figures/low/',
    lang: 'en',
    title: 'Errors 9–10%',
    excerpt: 'The rate of errors fell to 9–10%.',
    names: [],
    facets: { lang: ['en'], unit: ['percent'], qualifier: ['about'] },
    value: 9,
    maxValue: 10,
    isMember: true,
  },
  {
    id: 'entity-gpt-4o',
    kind: 'entity',
    path: 'entities/gpt-4o/',
    lang: 'en',
    title: 'GPT-4o',
    excerpt: '',
    names: ['GPT-4o'],
    facets: { entity: ['gpt-4o'] },
  },
  {
    id: 'source-odd',
    kind: 'source',
    path: 'sources/odd/',
    lang: 'en',
    title: 'The "Odd" Gazette \\ Co',
    excerpt: '',
    names: [],
    facets: { source: ['odd" OR 1 = 1'], lang: ['en'] },
  },
]

/** What every engine must do, whatever it is built on. `open` gives one that holds {@link DOCUMENTS}. */
export function searchContract(name: string, open: () => Promise<SearchEngine>): void {
  const ask = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await open()).search({ text, ...more })
  const ids = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await ask(text, more)).hits.map(({ id }) => id).sort()
  const alone = { expand: false }

  describe(`${name}: what is found (I4)`, () => {
    it.each([
      ['either script', ['模型在测试中', '模型在測試中'], ['article-hans', 'article-hant']],
      ['inner words', ['处理', '處理'], ['article-hans', 'article-hant']],
      ['words of Taiwan and the mainland', ['人工智慧', '人工智能'], ['article-hans', 'article-hant']],
      ['a word of one region by the other’s', ['影片', '视频'], []],
      ['names of one person', ['川普', '特朗普'], ['article-trump']],
      ['makers and chips', ['辉达', '英偉達最先进的芯片'], ['article-trump']],
      ['forms of an English word', ['deceive', 'deceived', 'Deceiving'], ['article-deceit']],
      ['forms of a word in a row', ['malicious document', 'malicious documents'], ['article-deceit']],
      [
        'words with a hyphen, a space or neither',
        ['fine-tuning', 'fine tuning', 'finetuning'],
        ['article-deceit'],
      ],
      ['a share as percentage or decimal', ['31%', '0.31', '三成一'], ['article-deceit']],
      ['loops', ['迴圈', '循环'], ['article-hans', 'article-hant']],
      [
        'numbers in any form',
        ['96%', '九成六', '96 per cent', '百分之九十六', '９６％'],
        ['article-en', 'article-hans', 'article-hant', 'finding-rate'],
      ],
      [
        'names of models',
        ['GPT-4o', 'gpt4o', 'GPT 4o', 'ＧＰＴ－４ｏ'],
        ['article-en', 'article-other', 'entity-gpt-4o'],
      ],
      ['fractions', ['三分之一', 'one third', '1/3'], ['article-long']],
      [
        'quotation marks of any kind',
        ['“待处理”的邮件', '「待處理」的郵件', '待处理的邮件'],
        ['article-hans', 'article-hant'],
      ],
    ])('finds %s alike', async (_, queries, expected) => {
      for (const query of queries) expect(await ids(query, alone), query).toEqual(expected)
    })

    it('I5: finds a pasted sentence, with other spaces and quotation marks', async () => {
      expect(await ids('研究發現，"待處理" 的郵件使模型的敲詐率達到 96%', alone)).toEqual(['article-hant'])
      expect(
        await ids('The blackmail rate of GPT-4o reached 96 per cent in the simulated office', alone),
      ).toEqual(['article-en'])
    })

    it('finds a sentence whose punctuation was lost or that begins and ends within a word', async () => {
      expect(await ids('研究发现待处理的邮件使模型的勒索率达到九成六程序中的循环没有停止', alone)).toEqual([
        'article-hans',
      ])
      expect(await ids('kmail rate of GPT-4o reached 96 per cent in the simul', alone)).toEqual([
        'article-en',
      ])
    })

    it('keeps a word in quotation marks to that form', async () => {
      expect(await ids('"deceived"', alone)).toEqual([])
    })

    it('keeps words in a row together, and tells when they stand apart', async () => {
      expect(await ids('"reward hacking"')).toEqual(['article-en'])
      expect(await ids('reward hacking')).toEqual(['article-en'])
      const apart = await ask('reward DeepSeek')
      expect(apart.hits.map(({ id }) => id)).toEqual(['article-other'])
      expect(apart.notice).toBe('apart')
    })

    it('adds texts that have the words apart, below, when asked to', async () => {
      const narrow = await ask('rate reward')
      expect(narrow.notice).toBe('apart')
      const row = await ask('blackmail rate', alone)
      expect(row.isNarrow).toBe(true)
      const wide = await ask('blackmail rate', { ...alone, apart: true })
      expect(wide.total).toBeGreaterThanOrEqual(row.total)
      const hacking = await ask('hacking reward', { ...alone, apart: true })
      expect(hacking.hits.map(({ id }) => id).sort()).toEqual(['article-en', 'article-other'])
      const both = await ask('reward hacking', { ...alone, apart: true })
      expect(both.hits.map(({ id }) => id)).toEqual(['article-en', 'article-other'])
      expect(both).not.toHaveProperty('isNarrow')
      expect((await ask('reward hacking', alone)).hits.map(({ id }) => id)).toEqual(['article-en'])
    })

    it('leaves out what stands after a minus', async () => {
      expect(await ids('GPT-4o -blackmail')).toEqual(['article-other', 'entity-gpt-4o'])
    })

    it('comes as near as it can when nothing has all of it', async () => {
      const near = await ask('勒索 循环 龘龘龘', alone)
      expect(near.notice).toBe('partly')
      expect(near.hits[0]?.id).toMatch(/article-han[st]/)
    })
  })

  describe(`${name}: glossary`, () => {
    it('finds the other languages with lower weight, and says so', async () => {
      const { hits, expansions } = await ask('blackmail')
      expect(new Set(hits.map(({ id }) => id))).toEqual(
        new Set(['finding-rate', 'article-en', 'article-hans', 'article-hant']),
      )
      expect(
        hits
          .slice(0, 2)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['article-en', 'finding-rate'])
      expect(expansions).toEqual([{ term: 'blackmail', added: ['勒索', '敲詐'] }])
    })

    it('can be switched off, whole or by term', async () => {
      expect(await ids('blackmail', { expand: false })).toEqual(['article-en', 'finding-rate'])
      expect(await ids('blackmail', { without: ['blackmail'] })).toEqual(['article-en', 'finding-rate'])
    })
  })

  describe(`${name}: filters, facets, order, pages`, () => {
    it('filters by facet and counts the other values of it', async () => {
      const { hits, facets } = await ask('blackmail', { filters: { lang: ['zh-Hant'] } })
      expect(hits.map(({ id }) => id).sort()).toEqual(['article-hant', 'finding-rate'])
      expect(facets['lang']).toEqual({ en: 2, 'zh-Hans': 2, 'zh-Hant': 2 })
      expect(facets['kind']).toEqual({ article: 1, finding: 1 })
    })

    it('reads a query the same way whatever is filtered', async () => {
      const { hits, notice } = await ask('reward hacking', { filters: { lang: ['zh-Hans'] } })
      expect(hits).toEqual([])
      expect(notice).toBeUndefined()
    })

    it('filters by kind, and shows member figures only when asked', async () => {
      expect(await ids('errors')).toEqual(['article-other'])
      expect(await ids('errors', { kinds: ['figure'] })).toEqual(['figure-low'])
    })

    it('filters by value and by date, ranges and coarse dates included', async () => {
      expect(await ids('rate', { value: { min: 10, max: 95 } })).toEqual(['figure-low'])
      expect(await ids('rate', { value: { min: 96 } })).toEqual(['finding-rate'])
      expect(await ids('blackmail', { dates: { from: '2026-08-02' } })).toEqual([
        'article-hant',
        'finding-rate',
      ])
      expect(await ids('blackmail', { dates: { to: '2026-07-31' } })).toEqual(['article-en'])
    })

    it('sorts by date and by spread', async () => {
      const first = async (sort: 'date' | 'spread') =>
        (await ask('模型', { ...alone, sort, kinds: ['article'] })).hits[0]?.id
      expect(await first('date')).toBe('article-hant')
      expect(await first('spread')).toBe('article-hant')
    })

    it('browses by filters alone, newest first', async () => {
      const { hits } = await ask('', { filters: { tier: ['press'] } })
      expect(hits.map(({ id }) => id)[0]).toBe('article-hant')
      expect(hits).toHaveLength(7)
    })

    it('I6: pages', async () => {
      const one = await ask('模型', { perPage: 2 })
      const two = await ask('模型', { perPage: 2, page: 2 })
      expect(one.hits).toHaveLength(2)
      expect(one.total).toBe(two.total)
      expect(one.hits.map(({ id }) => id)).not.toContain(two.hits[0]?.id)
      expect((await ask('模型', { page: 999 })).hits).toEqual([])
    })
  })

  describe(`${name}: what a hit shows`, () => {
    it('marks matches in the text’s own script', async () => {
      const { hits } = await ask('测试中敲诈', alone)
      const hit = hits.find(({ id }) => id === 'article-hant')!
      const [range] = hit.highlights.title
      expect(hit.title.slice(...range!)).toBe('測試中敲詐')
    })

    it('never shows a body', async () => {
      const text = JSON.stringify(await ask('人工智能', alone))
      expect(text).not.toContain('程序中的循环')
    })

    it('names the engine', async () => {
      expect((await ask('模型')).engine).toMatch(/^(static|meilisearch)$/)
    })
  })

  describe(`${name}: bad input`, () => {
    it('answers an empty query with nothing, and one without letters with the reason', async () => {
      expect(await ask('')).toMatchObject({ hits: [], total: 0 })
      expect(await ask('   ')).toMatchObject({ hits: [], total: 0 })
      for (const text of ['！？。…', '""', '😀', '()[]{}', '\u0000\u200b'])
        expect((await ask(text)).notice, text).toBe('nothing')
    })

    it.each([
      ['10,000 characters', '模型的风险'.repeat(2_000)],
      ['20,000 characters', 'model '.repeat(4_000)],
      ['unbalanced operators', '"blackmail -( OR AND "'],
      ['a lone surrogate', 'black\ud800mail'],
      ['an injected filter', 'x" OR source = "odd'],
      ['emoji among words', 'blackmail 😀 rate'],
      ['only a minus', '- -- ---'],
      ['markup', '<script>alert(1)</script>'],
    ])('answers %s without failing', async (_, text) => {
      const { hits } = await ask(text)
      expect(Array.isArray(hits)).toBe(true)
    })

    it('I7: takes a hostile filter value for a value', async () => {
      expect(await ids('', { filters: { source: ['x" OR 1 = 1', "y' --"] } })).toEqual([])
      expect(await ids('', { filters: { source: ['odd" OR 1 = 1'] } })).toEqual(['source-odd'])
      expect(await ids('gazette', { filters: { evil: ['x'], 'lang = en OR kind': ['y'] } })).toEqual([
        'source-odd',
      ])
    })
  })
}
