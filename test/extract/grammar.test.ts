import fc from 'fast-check'
import * as OpenCC from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { readQuantities } from '../../src/core/extract/grammar.ts'

/** Quantities as `words = value[-max] unit`, joined by `; `. */
const read = (text: string) =>
  readQuantities(text)
    .map(({ start, end, value, maxValue, unit }) => {
      const round = (number: number) => Number(number.toPrecision(6))
      const max = maxValue === undefined ? '' : `–${round(maxValue)}`
      return `${text.slice(start, end)} = ${round(value)}${max} ${unit}`
    })
    .join('; ')

type Case = [text: string, expected: string]

const ordinals: Case[] = [
  ['第二百五十', '二百五十 = 250 count'],
  ['第3萬回', '3萬 = 30000 count'],
  ['the twenty-first', 'twenty-first = 21 count'],
  ['one hundred twenty-fifth', 'one hundred twenty-fifth = 125 count'],
  ['three trillionth', 'three trillionth = 3000000000000 count'],
  ['She finished second!', 'second = 2 count'],
]

const numerals: Case[] = [
  ['7 万5 千4 百', '7 万5 千4 百 = 75400 count'],
  ['5亿1万4千6百', '5亿1万4千6百 = 500015000 count'],
  ['2千零30万', '2千零30万 = 20300000 count'],
  ['三千 八百 九十六 万 四千 九百 六十五', '三千 八百 九十六 万 四千 九百 六十五 = 38965000 count'],
  ['一百 二 十 几亿', '一百 二 十 几亿 = 12000000000 count'],
  ['壹佰貳拾叁', '壹佰貳拾叁 = 123 count'],
  ['四十九兆九千五百九十二億元', '四十九兆九千五百九十二億元 = 49959200000000 money'],
  ['年近半百', '半百 = 50 count'],
  ['十打苹果', '十打 = 120 count'],
  ['四 点 五 个百分点', '四 点 五 个百分点 = 4.5 percentage_point'],
  ['一百五十   个百分点', '一百五十   个百分点 = 150 percentage_point'],
  ['40 000 and 1 234 567', '40 000 = 40000 count; 1 234 567 = 1234570 count'],
  ['12,34,567.89 rupees', '12,34,567.89 rupees = 1234570 money'],
  ['three lakh crore', 'three lakh crore = 3000000000000 count'],
  ['minus five point five', 'minus five point five = -5.5 count'],
  ['nought point nought three', 'nought point nought three = 0.03 count'],
  ['five and a half million fish', 'five and a half million = 5500000 count'],
  ['3 million and a half', '3 million and a half = 3500000 count'],
  ['three dozens', 'three dozens = 36 count'],
  ['6.23x10^-4', '6.23x10^-4 = 0.000623 count'],
  ['2.7890e-1', '2.7890e-1 = 0.2789 count'],
  ['192.168.1.2', '192 = 192 count; 168 = 168 count; 1 = 1 count; 2 = 2 count'],
]

const fractions: Case[] = [
  ['三百五十又3分之1', '三百五十又3分之1 = 350.333 count'],
  ['五 分之 一', '五 分之 一 = 0.2 fraction'],
  ['万分之四', '万分之四 = 0.0004 fraction'],
  ['百 分 之 一 百二 十点 五', '百 分 之 一 百二 十点 五 = 120.5 percent'],
  ['六 点 五 成', '六 点 五 成 = 65 percent'],
  ['打对折', '对折 = 50 percent'],
  ['forty-two and a third', 'forty-two and a third = 42.3333 count'],
  ['twenty-three fifths', 'twenty-three fifths = 4.6 count'],
  ['three twenty-firsts', 'three twenty-firsts = 0.142857 fraction'],
  ['a hundredth', 'a hundredth = 0.01 fraction'],
  ['1 3/5', '1 3/5 = 1.6 count'],
  ['the result is ⅔, not 3½', '⅔ = 0.666667 count; 3½ = 3.5 count'],
  ['one over three', 'one over three = 0.333333 fraction'],
]

const money: Case[] = [
  ['50元6角三分', '50元6角三分 = 50.63 money'],
  ['两美元又三美分', '两美元又三美分 = 2.03 money'],
  ['thirteen dollars and forty-five cents', 'thirteen dollars and forty-five cents = 13.45 money'],
  ['75 USD million', '75 USD million = 75000000 money'],
  ['30 MUSD', '30 MUSD = 30000000 money'],
  ['USD 20 million', 'USD 20 million = 20000000 money'],
  ['10 turkish lira', '10 turkish lira = 10 money'],
  ['445奈拉', '445奈拉 = 445 money'],
  ['₿21,000,000', '₿21,000,000 = 21000000 money'],
  ['a 12-cent dividend', '12-cent = 0.12 money'],
]

const ranges: Case[] = [
  ['大于10且小于20', '10且小于20 = 10–20 count'],
  ['小于12并大于10', '12并大于10 = 10–12 count'],
  ['在20和30之间', '20和30 = 20–30 count'],
  ['1000以上，1500以下', '1000以上，1500 = 1000–1500 count'],
  ['greater than 100 and smaller than 300', '100 and smaller than 300 = 100–300 count'],
  ['at most 100 and at least 20 apples', '100 and at least 20 = 20–100 count'],
  ['between 20 and 30.', '20 and 30 = 20–30 count'],
  ['20 through 100', '20 through 100 = 20–100 count'],
  ['5k-20k', '5k-20k = 5000–20000 count'],
  ['1000-5000', '1000-5000 = 1000–5000 count'],
  ['2001-2010', '2001 = 2001 count; 2010 = 2010 count'],
]

/** Words with a numeral character or a number word, and addresses, that say no number even here. */
const words: Case[] = [
  '我家在四川',
  '美味十足',
  '我一看你就笑',
  '登陆部队已经上岸',
  '我準備要退伍了',
  '小明拾起石子',
  '两两',
  '以億計',
  'This one is really good',
  'see https://example.org/search?q=30%25%2020%',
].map((text): Case => [text, ''])

describe.each(Object.entries({ ordinals, numerals, fractions, money, ranges, words }))(
  '%s',
  (_name, table) => {
    it.each(table)('reads %s', (text, expected) => expect(read(text)).toBe(expected))
  },
)

/** Values that Microsoft's recognizers get wrong, from the survey of libraries. */
describe('what other readers get wrong', () => {
  it.each<Case>([
    ['百萬分之一', '百萬分之一 = 0.000001 fraction'],
    ['3 out of 10', '3 out of 10 = 0.3 fraction'],
    ['one in five', 'one in five = 0.2 fraction'],
    ['五六成', '五六成 = 50–60 percent'],
    ['twice the rate', 'twice = 2 multiple'],
    ['5x', '5x = 5 multiple'],
    ['兩億三千萬', '兩億三千萬 = 230000000 count'],
    ['百分之零点五', '百分之零点五 = 0.5 percent'],
    ['down from 50% to 40%', '50% = 50 percent; 40% = 40 percent'],
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'零一二两三十百千万亿兆点分之成折半又负打壹陆拾第0123456789.,/%-^ '.split(''),
    ...[
      ' and ',
      ' half',
      ' third',
      ' point ',
      'twenty',
      ' million',
      '$',
      '元',
      '角',
      ' over ',
      '大于',
      '小于',
      '和',
      '之间',
    ],
  )
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  it('is read in order, without overlap, inside the text, as finite numbers', () => {
    fc.assert(
      fc.property(text, (words) => {
        let last = 0
        for (const { start, end, value } of readQuantities(words)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(words.length)
          expect(Number.isFinite(value)).toBe(true)
          last = end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads no part of nothing', () => {
    for (const words of ['零分之零', '0分之5', '零分之一', '三又零分之一', '三又零分之零'])
      for (const { value } of readQuantities(words)) expect(Number.isFinite(value)).toBe(true)
  })

  it('gives the same values in the other script', () => {
    const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
    const values = (words: string) =>
      readQuantities(words).map(({ value, maxValue, unit }) => ({ value, maxValue, unit }))
    for (const [words] of [...numerals, ...fractions, ...money, ...ranges])
      expect(values(toTraditional(words))).toEqual(values(words))
  })
})
