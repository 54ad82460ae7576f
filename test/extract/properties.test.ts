import fc from 'fast-check'
import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { buildMatchers, extract, extractAll } from '../../src/core/extract/article.ts'
import { foldNumbers } from '../../src/core/extract/grammar.ts'
import { readRegistry } from '../../src/registry.ts'
import { counts } from './tables/counts.ts'
import { durations } from './tables/durations.ts'
import { fractions } from './tables/fractions.ts'
import { guide } from './tables/guide.ts'
import { measures } from './tables/measures.ts'
import { money } from './tables/money.ts'
import { multiples } from './tables/multiples.ts'
import { news } from './tables/news.ts'
import { numerals } from './tables/numerals.ts'
import { percent } from './tables/percent.ts'
import { qualifiers } from './tables/qualifiers.ts'
import { ranges } from './tables/ranges.ts'
import { scores } from './tables/scores.ts'

const matchers = buildMatchers(readRegistry('content'))
const figuresOf = (text: string) => extract({ text }, matchers).figures
const valuesOf = (text: string) =>
  figuresOf(text).map(({ value, maxValue, unit, qualifier }) => ({ value, maxValue, unit, qualifier }))

/** Pieces of which hostile and plausible texts are made. */
const piece = fc.oneof(
  fc.constantFrom(
    '96%',
    '九成六',
    '三分之一',
    '數百名',
    '1.2亿',
    '$3–5 million',
    '10^26',
    '增长3倍',
    '分别以50%和90%',
    '1 in 5',
  ),
  fc.constantFrom(
    '，',
    '。',
    '\n',
    '\n\n',
    '「',
    '」',
    '“',
    '”',
    '(',
    ')',
    '|',
    ' ',
    '的',
    '和',
    '到',
    '-',
    '–',
    '…',
    ':',
  ),
  fc.constantFrom(
    '模型',
    'Claude Opus 4',
    'GPT-4o',
    '成功率',
    '超过',
    'about ',
    'the model ',
    '表示',
    'according to ',
    '如果',
    'two of the five hospitals',
    'zero sellers',
    'eight of our ',
    '```\n',
    'It halved ',
    '两百七八',
    '百分之',
    '十',
  ),
  fc.constantFrom('\ud800', '\udc00', '\u202e', '\u200b', '\u0000', '\ufeff', '𠀀', '👩‍💻', '９６％'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('extraction', () => {
  it('never throws, and every quote and figure is an exact slice of the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const figure of figuresOf(text)) {
          expect(text.slice(figure.quote.start, figure.quote.end)).toBe(figure.quote.exact)
          expect(text.slice(figure.start, figure.end)).toBe(figure.asWritten)
          expect(figure.start).toBeGreaterThanOrEqual(figure.quote.start)
          expect(figure.end).toBeLessThanOrEqual(figure.quote.end)
          expect(Number.isFinite(figure.value)).toBe(true)
          expect(figure.maxValue ?? Number.POSITIVE_INFINITY).toBeGreaterThan(figure.value)
          for (const named of [figure.subject, figure.metric, figure.condition])
            if (named !== undefined) expect(text).toContain(named)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives figures in order, none overlapping, and ids that are unique', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const figures = figuresOf(text)
        for (const [index, figure] of figures.entries())
          if (index > 0) expect(figure.start).toBeGreaterThanOrEqual(figures[index - 1]!.end)
        expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['Two of the five hospitals went further.', ['Two', 'five hospitals']],
    ['Eight of our ten test accounts got instructions.', ['Eight', 'ten test accounts']],
    ['We suspended 612 zero sellers.', ['612', 'zero sellers']],
  ])('writes what two figures count with the second one: %s', (text, written) => {
    expect(figuresOf(text).map(({ asWritten }) => asWritten)).toEqual(written)
  })

  it('folds a text once and for all, and keeps its length', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const folded = foldNumbers(text)
        expect(folded).toHaveLength(text.length)
        expect(foldNumbers(folded)).toBe(folded)
      }),
      { numRuns: 300 },
    )
  })

  it('is deterministic: the same text gives the same record', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(extract({ text }, matchers)).toEqual(extract({ text }, matchers))
      }),
      { numRuns: 50 },
    )
  })

  it('reads of many texts together what it reads of each by itself', () => {
    const long = fc.constant(`勒索率高达96%。${' \n'.repeat(40_000)}`)
    const documents = fc.array(fc.oneof({ weight: 9, arbitrary: hostile }, long), { maxLength: 40 })
    fc.assert(
      fc.property(documents, (texts) => {
        const docs = texts.map((text) => ({ text }))
        expect(extractAll(docs, matchers)).toEqual(docs.map((doc) => extract(doc, matchers)))
      }),
      { numRuns: 20 },
    )
  })
})

const tables = [
  counts,
  durations,
  fractions,
  guide,
  measures,
  money,
  multiples,
  news,
  numerals,
  percent,
  qualifiers,
  ranges,
  scores,
]

describe('layouts', () => {
  const sentences = tables.flatMap((table) => [...table.zh, ...table.en].map(([text]) => text))
  const openings = ['', '他表示，', 'It said ', 'She said: ']

  it.each([
    ['a listing', (text: string) => `\`\`\`\n${text}\n\`\`\``],
    ['a quotation', (text: string) => `> ${text}`],
    ['a row', (text: string) => `| ${text} | 12 |\n| --- | --- |\n| b | ${text} |`],
    ['a heading', (text: string) => `# ${text}\n\n${text}`],
    ['an item', (text: string) => `- ${text}\n- ${text}`],
    ['a note', (text: string) => `Text.[^1]\n\n[^1]: ${text}`],
  ])('of %s hold every sentence of the tables, whoever may speak in it', (_, lay) => {
    const docs = sentences.map((text, index) => ({ text: lay(openings[index % openings.length]! + text) }))
    for (const [index, { figures, dropped }] of extractAll(docs, matchers).entries()) {
      expect(dropped).toBe(0)
      for (const { start, end, asWritten } of figures)
        expect(docs[index]!.text.slice(start, end)).toBe(asWritten)
    }
  })
})

describe('script invariance', () => {
  const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
  const sentences = new Set(tables.flatMap((table) => table.zh.map(([text]) => text)))

  it.each([...sentences])('reads the same from the Traditional conversion of %s', (text) => {
    expect(valuesOf(toTraditional(text))).toEqual(valuesOf(text))
  })

  it('reads words the same that Taiwan and Hong Kong write in characters of their own', () => {
    const words = '计劃计畫 规劃规畫 賬帐帳 反復反覆 回復回覆 答復答覆 想象想像 部分部份 成分成份 什麼甚麼'
      .split(' ')
      .map((pair) => [
        toTraditional(pair.slice(0, pair.length / 2)),
        toTraditional(pair.slice(pair.length / 2)),
      ])
    for (const text of sentences) {
      const hant = toTraditional(text)
      const own = words.reduce((all, [taiwan, other]) => all.replaceAll(taiwan!, other!), hant)
      if (own !== hant) expect(valuesOf(own)).toEqual(valuesOf(text))
    }
  })
})

/** Texts that make careless patterns explode; long enough that anything but linear work would not end. */
const WORST: Record<string, string> = {
  'a million digits': '9'.repeat(1_000_000),
  'a million Chinese numerals': '百'.repeat(1_000_000),
  'digits and commas': '1,'.repeat(100_000),
  'ranges without end': '1-'.repeat(100_000),
  'brackets that never close': '('.repeat(200_000),
  'a line of 5 MB': 'lorem ipsum dolor sit amet '.repeat(190_000),
  'numbers only': '12 34 56 78 '.repeat(20_000),
  possessives: '的'.repeat(200_000),
  'reporting verbs': '表示'.repeat(50_000),
  'number words': 'two million '.repeat(20_000),
  'tens without end': 'twenty '.repeat(20_000),
  'halves without end': 'one and a half '.repeat(10_000),
  'arithmetic without end': 'one over '.repeat(10_000),
  'spaced numerals': '一 百 '.repeat(100_000),
  'fractions without end': '三分之'.repeat(400),
  'magnitudes without end': '2千3万'.repeat(100_000),
  'bounds without end': '大于10小于20'.repeat(10_000),
  'bidi controls inside numbers': '9\u202e6\u200b%'.repeat(1_000),
  'all caps': 'CLAUDE OPUS 4 BLACKMAILED IN 96% OF RUNS. '.repeat(1_000),
  'OCR spacing': '9 6 % 的 样 本 。'.repeat(1_000),
}

describe('worst cases', () => {
  it.each(Object.entries(WORST))('reads %s without throwing', (_name, text) => {
    expect(() => figuresOf(text)).not.toThrow()
  })

  it('reads ten thousand figures in one document', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `模型${i}号共有${i + 5}个样本。`).join('\n')
    expect(figuresOf(text).length).toBe(10_000)
  })

  it('gives nothing for an empty text', () => {
    expect(figuresOf('')).toEqual([])
  })
})
