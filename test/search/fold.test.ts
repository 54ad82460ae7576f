import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldChars } from '../../src/search/fold.ts'
import { readFoldGroups } from '../../src/search/fold-groups.ts'
import { PACKED_GROUPS } from '../../src/search/tables/fold-groups.ts'
import { buildFoldGroups, buildRegionPairs, packGroups } from '../../src/search/tables/generate.ts'
import { REGION_PAIRS } from '../../src/search/tables/region-pairs.ts'

describe('folding characters', () => {
  it.each([
    ['Traditional to Simplified', '臺灣的機器學習與後門', '台湾的机器学习与后门'],
    ['variants of one character', '裡裏里 台臺 線綫', '里里里 台台 线线'],
    ['full width', 'ＧＰＴ－４ｏ　９６％', 'gpt-4o 96%'],
    ['case and accents', 'Éclair NAÏVE', 'eclair naive'],
    ['quotation marks', '“a” ‘b’ 「c」 『d』', '"a" "b" "c" "d"'],
    ['dashes', 'a–b—c−d', 'a-b-c-d'],
  ])('%s', (_, text, folded) => {
    expect(foldChars(text)).toBe(folded)
  })

  it('keeps every place and does nothing twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const folded = foldChars(text)
        expect(folded).toHaveLength(text.length)
        expect(foldChars(folded)).toBe(folded)
      }),
    )
  })

  it('does nothing twice to any character', () => {
    const all = String.fromCharCode(...Array.from({ length: 0x10000 }, (_, unit) => unit))
    const folded = foldChars(all)
    expect([...Array(0x10000).keys()].filter((at) => foldChars(folded[at]!) !== folded[at])).toEqual([])
  })

  it('the tables are what the generator makes of the installed OpenCC', () => {
    const groups = buildFoldGroups()
    expect(packGroups(groups)).toBe(PACKED_GROUPS)
    expect(buildRegionPairs(groups).join('|')).toBe(REGION_PAIRS)
    const unpacked = readFoldGroups()
    for (const group of groups)
      for (const char of group.slice(1)) expect(unpacked.get(char.charCodeAt(0))).toBe(group.charCodeAt(0))
  })
})
