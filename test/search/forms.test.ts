import { describe, expect, it } from 'vitest'
import {
  cutVariants,
  formVariants,
  joinedVariants,
  shareVariants,
  ungluedVariants,
} from '../../src/search/forms.ts'
import { buildPieces, rankByPieces } from '../../src/search/meilisearch-nearest.ts'
import { likelyForms, stemEnglish } from '../../src/search/stem.ts'

describe('the stem of an English word', () => {
  it.each([
    'model models modeled modelled modelling',
    'deceive deceives deceived deceiving',
    'policy policies',
    'copy copies copied',
    'plan plans planned planning',
    'attack attacks attacked attacking',
    'bias biases biased',
    'loss losses',
    'refuse refuses refused refusing',
    'process processes processed',
  ])('is one for %s', (row) => {
    expect(new Set(row.split(' ').map(stemEnglish)).size).toBe(1)
  })

  it.each([
    ['not', 'note'],
    ['rate', 'rat'],
    ['news', 'new'],
    ['file', 'fill'],
    ['less', 'le'],
    ['string', 'str'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stemEnglish(a)).not.toBe(stemEnglish(b))
  })

  it('names the forms that a word may have', () => {
    expect(likelyForms('benchmarks')).toEqual([
      'benchmark',
      'benchmarke',
      'benchmarkes',
      'benchmarked',
      'benchmarking',
    ])
    expect(likelyForms('policy')).toContain('policies')
  })
})

describe('other ways to spell a query', () => {
  const flats = (variants: { flat: string }[]) => variants.map(({ flat }) => flat)

  it('forms of a few words, the typed ones first', async () => {
    const formsOf = async (word: string) =>
      word === 'model' ? ['models'] : word === 'fail' ? ['failed', 'fails'] : []
    expect(flats(await formVariants('model fail', formsOf))).toEqual([
      'model failed',
      'model fails',
      'models fail',
      'models failed',
      'models fails',
    ])
    expect(await formVariants('a model may fail often', formsOf)).toEqual([])
    expect(await formVariants('gpt-4', formsOf)).toEqual([])
  })

  it.each([
    ['#96%', ['0.96']],
    ['0.96', ['#96%']],
    ['0.125', ['#12.5%']],
    ['#5%', []],
    ['0.05', []],
    ['#96% of models', ['0.96 of models']],
    ['#120%', []],
  ])('%s as a share', (flat, expected) => {
    expect(flats(shareVariants(flat))).toEqual(expected)
  })

  it('names with spaces too many or too few, and texts cut within words', () => {
    expect(flats(joinedVariants('deep seek r-1'))).toEqual(['deepseek r-1', 'deep seekr-1'])
    expect(joinedVariants('deep seek')).toEqual([])
    expect(flats(ungluedVariants('claudeopus-4'))).toEqual(['claudeopus 4'])
    expect(ungluedVariants('gpt-4o')).toEqual([])
    expect(flats(cutVariants('tive guards can adapt to attac'))).toEqual(['guards can adapt to'])
    expect(cutVariants('short text')).toEqual([])
  })
})

describe('pieces of a pasted text', () => {
  it('are phrases spread over it, at most twelve', () => {
    const text = Array.from({ length: 120 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
    const pieces = buildPieces(text)
    expect(pieces).toHaveLength(12)
    expect(pieces.every((piece) => /^"(zz[a-p]{8} ?)+"$/.test(piece))).toBe(true)
    expect(buildPieces('the blackmail rate reached')).toEqual(['"the blackmail rate"', '"reached"'])
    expect(buildPieces('')).toEqual([])
  })

  it('weigh by rarity, and only documents near the best one count', () => {
    const ranked = rankByPieces([
      { ids: ['a', 'b'], total: 2 },
      { ids: ['a'], total: 1 },
      { ids: ['a', 'b', 'c'], total: 900 },
      { ids: [], total: 0 },
    ])
    expect(ranked.map(([id]) => id)).toEqual(['a'])
    expect(rankByPieces([])).toEqual([])
  })
})
