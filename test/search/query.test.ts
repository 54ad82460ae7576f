import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSearchGroups } from '../../src/core/publish/search-words.ts'
import { readRegistry } from '../../src/registry.ts'
import { expand, flattenGroups, regionVariants } from '../../src/search/expand.ts'
import { buildNeedles, highlight } from '../../src/search/highlight.ts'
import { parseQuery } from '../../src/search/query.ts'
import { countSlips, suggestWord } from '../../src/search/suggest.ts'

describe('reading a query', () => {
  it.each([
    ['GPT-4o 勒索', { free: ['gpt-4o 勒索'] }],
    ['GPT4o', { free: ['gpt-4o'] }],
    ['九成六的模型', { free: ['#96%~的模型', '九成六的模型'] }],
    ['96% of models', { free: ['#96% of models'] }],
    ['"chain of thought" -claude', { free: [], exact: [['chain of thought']], excluded: ['claude'] }],
    ['「勒索」行为', { free: ['勒索行为'], exact: [] }],
    ['“红线” 模型', { free: ['模型'], exact: [['红线']] }],
    ['例子——社会', { free: ['例子 社会'] }],
    ['"unbalanced', { free: ['unbalanced'], exact: [] }],
    ['temperature -5%', { free: ['temperature #5%'], excluded: [] }],
    ['red-teaming', { free: ['red-teaming'], excluded: [] }],
    ['30,000 people', { free: ['30000 people'] }],
    ['', { free: [], exact: [], excluded: [] }],
  ])('%s', (text, expected) => {
    expect(parseQuery(text)).toMatchObject(expected)
  })

  it('any text is a query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.constantFrom('"', '-', '「', ' '),
        (text, operator) => {
          const parsed = parseQuery(operator + text + operator)
          for (const flat of [...parsed.free, ...parsed.exact.flat(), ...parsed.excluded])
            expect(flat.trim()).not.toBe('')
        },
      ),
    )
  })
})

describe('other ways to say it', () => {
  const groups = flattenGroups([
    { terms: ['blackmail', '勒索', '敲詐', '敲诈'] },
    { terms: ['red team', '红队'] },
  ])
  const ways = (text: string, options = {}) =>
    expand([text], groups, { isExpanded: true, without: [], ...options })

  it('replaces a term of the glossary where it stands, once for each script', () => {
    expect(ways('勒索行为').variants.map(({ flat }) => flat)).toEqual([
      '勒索行为',
      '敲诈行为',
      'blackmail 行为',
    ])
    expect(ways('blackmail').expansions).toEqual([{ term: 'blackmail', added: ['勒索', '敲詐'] }])
  })

  it('replaces whole Latin words only, hyphens or not', () => {
    expect(ways('blackmailing').expansions).toEqual([])
    expect(ways('red-team tests').expansions).toEqual([{ term: 'red team', added: ['红队'] }])
  })

  it('looks at a group of the project’s own glossary wherever one of its terms stands', () => {
    const registry = readRegistry()
    const entity = registry.entities.map(({ id }) => id)
    const own = flattenGroups(buildSearchGroups(registry, [{ facets: { entity } }]))
    expect(own.length).toBeGreaterThan(1_000)
    const missed = own.flatMap(({ starts, terms }) =>
      terms.filter(({ flat }) => !starts.some((start) => flat.includes(start))).map(({ shown }) => shown),
    )
    expect(missed).toEqual([])
  })

  it('shows words in the script of the edition', () => {
    const pairs = [{ id: 'b', terms: ['blackmail', '敲诈', '敲詐'] }]
    const shown = (edition: 'zh-Hans' | 'zh-Hant') =>
      expand(['blackmail'], flattenGroups(pairs, edition), { isExpanded: true, without: [] }).expansions[0]
        ?.added
    expect([shown('zh-Hans'), shown('zh-Hant')]).toEqual([['敲诈'], ['敲詐']])
  })

  it('names a term as it was typed', () => {
    const named = (typed: string) =>
      expand(parseQuery(typed).free, groups, { isExpanded: true, without: [], typed }).expansions[0]?.term
    expect(['敲詐率', 'Red-Team tests', '勒索'].map(named)).toEqual(['敲詐', 'Red-Team', '勒索'])
  })

  it('says what the reader removed no longer', () => {
    expect(ways('勒索', { without: ['勒索'] })).toEqual({
      variants: [{ flat: '勒索', weight: 1 }],
      expansions: [],
    })
    expect(ways('勒索', { isExpanded: false }).variants).toHaveLength(1)
  })

  it('knows the words of Taiwan and the mainland for each other', () => {
    expect(regionVariants('程式安全')).toContain('程序安全')
    expect(regionVariants('循环')).toContain('回圈')
    expect(regionVariants('人工智慧')).toContain('人工智能')
    for (const [taiwan, mainland] of ['计画 计划', '反覆 反复', '想像 想象', '部份 部分'].map((one) =>
      one.split(' '),
    )) {
      expect(regionVariants(`${taiwan}测试`)).toContain(`${mainland}测试`)
      expect(regionVariants(`${mainland}测试`)).toContain(`${taiwan}测试`)
    }
  })
})

describe('marking matches', () => {
  const marked = (text: string, ...flats: string[]) =>
    highlight(text, buildNeedles(flats)).map(([start, end]) => text.slice(start, end))

  it.each([
    ['the other script', '測試中敲詐率很高', ['敲诈率'], ['敲詐率']],
    ['across quotation marks', '使「勒索」率上升', ['勒索率'], ['勒索」率']],
    ['a number in another form', '達到九成六，或 96 per cent', ['#96%'], ['九成六', '96 per cent']],
    ['a model name with another hyphen', 'GPT 4o 與 GPT-4o', ['gpt-4o'], ['GPT 4o', 'GPT-4o']],
    [
      'words in a row before single ones',
      'reward hacking and a reward',
      ['reward hacking'],
      ['reward hacking'],
    ],
    ['parts where nothing is whole', 'a reward for hacking', ['reward hacking'], ['reward', 'hacking']],
    ['no half words', 'blackmailing', ['blackmail'], []],
  ])('%s', (_, text, flats, expected) => {
    expect(marked(text, ...flats)).toEqual(expected)
  })
})

describe('spelling', () => {
  const known = [
    { word: 'blackmail', documents: 9 },
    { word: 'blacklist', documents: 20 },
    { word: 'claude', documents: 5 },
  ]
  it.each([
    ['blackmial', 'blackmail'],
    ['blakcmail', 'blackmail'],
    ['cluade', 'claude'],
    ['xyzzy', undefined],
    ['cla', undefined],
  ])('%s is likely %s', (typed, expected) => {
    expect(suggestWord(typed, known)).toBe(expected)
  })

  it('counts slips as edits, neighbours swapped as one', () => {
    expect([
      countSlips('abcd', 'abdc', 2),
      countSlips('abcd', 'abd', 2),
      countSlips('abcd', 'wxyz', 2),
    ]).toEqual([1, 1, 3])
  })
})
