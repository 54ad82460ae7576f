import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesEn } from '../../src/core/extract/attribution-en.ts'
import { candidatesHan } from '../../src/core/extract/attribution-han.ts'
import { readSigns, SIGN } from '../../src/core/extract/attribution-signs.ts'
import { endOfSaying } from '../../src/core/extract/saying-english.ts'

/** Pieces of all ways to name a voice, whole and broken. */
const PIECES =
  `在|从|用|这是|根据|据|援引|来自|对|王小川|某机构|看来|眼中|的话来说|说这番话的是|披露的数据看|给出的|给出的答案是|的结论是|获悉|提供的数据
|做了测试|的统计|表示|说|,|。|“|”|「|according to |per |the |a |poll |survey |for |from |by |compiled by |respondents to |answers in
|gallup |the ministry’s own estimate |acme: “|" |' |said |told |points out |report |projects |30% |that |.`.split(
    /\n?\|/,
  )
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(''))

describe('readSigns', () => {
  it('rules out no way that a sentence names its voice', () => {
    fc.assert(
      fc.property(words, (sentence) => {
        const signs = readSigns(sentence, 0, sentence.length)
        const all = { ...signs, bits: -1 }
        expect([...candidatesHan(sentence, signs)]).toEqual([...candidatesHan(sentence, all)])
        expect([...candidatesEn(sentence, signs)]).toEqual([...candidatesEn(sentence, all)])
      }),
      { numRuns: 3000 },
    )
  })

  it('tells scripts apart, and takes a short word for none', () => {
    const bitsOf = (text: string) => readSigns(text, 0, text.length).bits & (SIGN.han | SIGN.latin)
    expect(['共3 ai', 'an ai', 'the', '', 'é'].map(bitsOf)).toEqual([SIGN.han, 0, SIGN.latin, 0, 0])
  })
})

describe('endOfSaying', () => {
  it.each<[sentence: string, verbs: string[]]>([
    ['he said so and she told us how', ['said']],
    ['she points out, and he pointed out', ['points out', 'pointed out']],
    ['we find that 3 of them hold', ['find']],
    ['we find three', []],
    ['the agency projects 4%, the firm projects none', ['projects']],
    ['he puts it at 5 and puts up with 6', ['puts']],
    ['unsaid, saids', []],
  ])('%s', (sentence, verbs) => {
    const { verbs: places } = readSigns(sentence, 0, sentence.length)
    const found: string[] = []
    for (let at = 0; at < places.length; at += 2) {
      const end = endOfSaying(sentence, places[at]!, places[at + 1]!)
      if (end >= 0) found.push(sentence.slice(places[at]!, end))
    }
    expect(found).toEqual(verbs)
  })
})
