import { Converter } from 'opencc-js'
import type { Lang } from '../../../src/core/model/lang.ts'
import { alterQueries } from './altered.ts'
import { askQueries } from './asked.ts'
import type { Text } from './texts.ts'
import type { Truth } from './truth.ts'

export const CATEGORIES = [
  'word',
  'phrase',
  'inner word',
  'pasted sentence',
  'number',
  'model name',
  'changed quote',
  'full width',
  'mixed script',
  'region term',
  'inflection',
  'hyphen',
  'alias',
  'typo',
] as const
export type Category = (typeof CATEGORIES)[number]

/** A query with the texts that it must find. */
export interface Query {
  category: Category
  /** The script that it is asked in. */
  lang: Lang
  text: string
  relevant: string[]
}

const toTaiwan = Converter({ from: 'cn', to: 'twp' })
const toMainland = Converter({ from: 'twp', to: 'cn' })
const toHant = Converter({ from: 'cn', to: 't' })
const toHans = Converter({ from: 't', to: 'cn' })

/** Queries drawn from the texts by a fixed rule: the same texts always give the same queries. */
export function drawQueries(texts: Text[], truth: Truth): Query[] {
  const random = lottery(20261121)
  const queries: Query[] = []
  const add = (category: Category, lang: Lang, text: string, relevant = truth.saying(text)) => {
    if (relevant.length > 0) queries.push({ category, lang, text, relevant })
  }
  for (const { lang, body } of texts) {
    const sentences = body
      .split(/[。！？!?\n]|(?<=[a-z])\. /)
      .map((sentence) => sentence.trim().replace(/^[-*#>\d. ]+/, ''))
      .filter((sentence) => sentence.length > 12 && !/[[\]|`]|https?:/.test(sentence))
    if (sentences.length === 0) continue
    const pick = () => sentences[Math.floor(random() * sentences.length)]!
    if (lang === 'en') {
      add('word', 'en', wordOf(pick(), random))
      add('phrase', 'en', wordsOf(pick(), 3, random))
      add('phrase', 'en', wordsOf(pick(), 2, random))
      add('pasted sentence', 'en', rewrite(pick()))
      continue
    }
    for (const [category, text] of [
      ['word', hanWord(pick(), random)],
      ['phrase', hanSlice(pick(), 4 + Math.floor(random() * 5), random)],
      ['inner word', hanSlice(pick(), 2 + Math.floor(random() * 2), random)],
      ['pasted sentence', rewrite(pick())],
    ] as const) {
      if (text.length < 2) continue
      const other = lang === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'
      add(category, lang, text)
      add(category, other, convert(text, lang, category === 'inner word'))
    }
  }
  for (const { lang, text, pattern } of [...NUMBERS, ...drawPercents(texts)])
    add('number', lang, text, truth.matching(pattern))
  for (const { text, pattern } of MODELS) {
    for (const lang of ['en', 'zh-Hans', 'zh-Hant'] as const)
      add('model name', lang, text, truth.matching(pattern))
  }
  queries.push(...askQueries(truth), ...alterQueries(texts, truth, lottery(20261127)))
  return queries.filter(({ text }) => text.trim() !== '')
}

/** The same in the other script. A piece cut out of a word has no words of its own to replace, only characters. */
function convert(text: string, from: Lang, isPiece: boolean): string {
  if (from === 'zh-Hans') return isPiece ? toHant(text) : toTaiwan(text)
  return isPiece ? toHans(text) : toMainland(text)
}

/** A pasted sentence seldom comes as it was printed: other quotation marks, other spaces. */
function rewrite(sentence: string): string {
  return sentence
    .replace(/[\u201c\u300c]/g, '"')
    .replace(/[\u201d\u300d]/g, '"')
    .replace(/(?<=\p{Script=Han})(?=[a-zA-Z0-9])/gu, ' ')
}

function hanSlice(sentence: string, length: number, random: () => number): string {
  const runs = sentence.match(/\p{Script=Han}{2,}/gu)?.filter((run) => run.length >= length) ?? []
  const run = runs[Math.floor(random() * runs.length)] ?? ''
  const start = Math.floor(random() * (run.length - length + 1))
  return run.slice(start, start + length)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function hanWord(sentence: string, random: () => number): string {
  const words = [...segmenter.segment(sentence)].map(({ segment }) => segment)
  const long = words.filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  return long[Math.floor(random() * long.length)] ?? ''
}

function wordOf(sentence: string, random: () => number): string {
  const words = sentence.match(/\b[A-Za-z]{5,}\b/g) ?? []
  return words[Math.floor(random() * words.length)] ?? ''
}

function wordsOf(sentence: string, count: number, random: () => number): string {
  const runs = sentence.match(/[A-Za-z]+(?: [A-Za-z]+)+/g)?.map((run) => run.split(' ')) ?? []
  const long = runs.filter((run) => run.length >= count)
  const run = long[Math.floor(random() * long.length)] ?? []
  const start = Math.floor(random() * (run.length - count + 1))
  return run.slice(start, start + count).join(' ')
}

/** Spellings of one quantity, each asked for all of them. */
const spellings = (lang: Lang, pattern: RegExp, ...texts: string[]) =>
  texts.map((text) => ({ lang, text, pattern }))

const NUMBERS = [
  ...spellings(
    'en',
    /(?<![\d.%])96 ?%(?![\da-z])|96 per ?cent|九成六|百分之(九十六|96)/,
    '96%',
    '96 per cent',
    '96 percent',
  ),
  ...spellings(
    'zh-Hans',
    /(?<![\d.%])96 ?%(?![\da-z])|96 per ?cent|九成六|百分之(九十六|96)/,
    '九成六',
    '96％',
    '百分之九十六',
  ),
  ...spellings(
    'zh-Hant',
    /(?<![\d.%])30 ?%(?![\da-z])|30 per ?cent|(?<![一二三四五六七八九十])三成(?![一-九为功长立])|(?<!\d)3成|百分之(三十(?![一二三四五六七八九])|30)/,
    '三成',
    '30％',
  ),
  ...spellings(
    'zh-Hans',
    /(?<![\d.%])90 ?%(?![\da-z])|90 per ?cent|九成(?![一二三四五六七八九半])|百分之(九十(?![一二三四五六七八九])|90)/,
    '九成',
    '百分之九十',
    '90%',
  ),
  ...spellings('en', /三分之一|\bone[ -]third|(?<![\d/])1\/3(?![\d/])/, 'one third', '1/3', '三分之一'),
]

const MODELS = [
  { pattern: /gpt[- ]?4o(?![a-z0-9])/, texts: ['GPT-4o', 'GPT4o', 'gpt 4o'] },
  { pattern: /gpt[- ]?4(?![a-z0-9]|\.\d)/, texts: ['GPT-4', 'gpt4'] },
  { pattern: /gpt[- ]?3\.5(?![a-z0-9])/, texts: ['GPT-3.5', 'gpt 3.5'] },
  { pattern: /claude[- ]?opus[- ]?4(?![a-z0-9]|\.\d)/, texts: ['Claude Opus 4', 'claude-opus-4'] },
  { pattern: /deep[- ]?seek(?![a-z0-9])/, texts: ['DeepSeek', 'deep seek'] },
  { pattern: /llama[- ]?3(?![a-z0-9]|\.\d)/, texts: ['Llama 3', 'llama3', 'Llama-3'] },
  { pattern: /gemini[- ]?2\.5[- ]?pro(?![a-z0-9])/, texts: ['Gemini 2.5 Pro', 'gemini-2.5-pro'] },
  { pattern: /(?<![a-z0-9])o3(?![a-z0-9]|\.\d)/, texts: ['o3'] },
].flatMap(({ pattern, texts }) => texts.map((text) => ({ text, pattern })))

/** Percentages that the texts print in digits, asked in digits and in Chinese. */
function drawPercents(texts: Text[]) {
  const printed = new Set(texts.flatMap(({ body }) => body.match(/(?<![\d.,])[1-9]\d(?=[%％])/g) ?? []))
  return [...printed]
    .sort()
    .filter((_, at) => at % 3 === 0)
    .flatMap((digits) => {
      const [tens, ones] = [...digits].map((digit) => '零一二三四五六七八九'[Number(digit)]!)
      const han = `${tens === '一' ? '一?' : tens}十${ones === '零' ? '(?![一二三四五六七八九])' : ones}`
      const tenths = ones === '零' ? `${tens}成(?![一二三四五六七八九半为功长立])` : `${tens}成${ones}`
      const pattern = new RegExp(
        `(?<![\\d.%]|\\d,)${digits} ?%(?![\\da-z])|(?<![\\d.%]|\\d,)${digits} per ?cent|百分之(${han}|${digits}(?![\\d.]))|(?<![一二三四五六七八九十])${tenths}`,
      )
      const asked = `百分之${tens === '一' ? '' : tens}十${ones === '零' ? '' : ones}`
      return [
        { lang: 'en' as const, text: `${digits}%`, pattern },
        { lang: 'zh-Hans' as const, text: asked, pattern },
      ]
    })
}

/** Numbers from 0 to 1 in a fixed order (mulberry32). */
function lottery(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}
