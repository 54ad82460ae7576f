import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { FEATURES, readFeatures } from '../../src/core/extract/claim-features.ts'
import { readCandidates } from '../../src/core/extract/claims.ts'
import { findHorizon } from '../../src/core/extract/horizon.ts'
import { readSources } from '../../src/core/extract/sources.ts'

const matchers = buildMatchers({
  entities: [
    {
      id: 'lab',
      kind: 'organization',
      names: { en: 'Norde Lab', 'zh-Hans': '北岸实验室', 'zh-Hant': '北岸實驗室' },
      aliases: [],
    },
    {
      id: 'lin',
      kind: 'person',
      names: { en: 'Lan Lin', 'zh-Hans': '林岚', 'zh-Hant': '林嵐' },
      aliases: [],
    },
  ],
  metrics: [],
  topics: [],
  glossary: [],
})
const claims = (text: string, title?: string) =>
  extract({ text, ...(title ? { title } : {}) }, matchers).claims

const ENGLISH = `Models cheat in tests

The weather was fine on the day of the visit to the office.

Researchers at Norde Lab found that 12 of 16 models cheated in 79 percent of runs.

Have you ever wondered how such a test is run?

The tables were made of wood, and the coffee was warm.

Subscribe to our newsletter for more stories like this one.

Safety training should be independently audited before release, Lan Lin urged on Monday.

The lab expects that most models will cheat by 2030, according to Norde Lab.

Norde Lab found that 12 of 16 models cheated in 79 percent of the runs.`

describe('extractClaims', () => {
  it('puts the finding first and leaves out questions and furniture', () => {
    const found = claims(ENGLISH, 'Models cheat in tests')
    expect(found[0]!.quote.exact).toBe(
      'Researchers at Norde Lab found that 12 of 16 models cheated in 79 percent of runs.',
    )
    expect(found.map(({ quote }) => quote.exact).join('\n')).not.toMatch(/Subscribe|wondered|coffee/)
  })

  it('says the same thing once', () => {
    const same = claims(ENGLISH).filter(({ quote }) => quote.exact.includes('79 percent'))
    expect(same).toHaveLength(1)
  })

  it('names kind, speaker, horizon and the figures inside', () => {
    const found = claims(ENGLISH)
    const finding = found.find(({ quote }) => quote.exact.includes('79 percent'))!
    expect(finding.figureIds.length).toBeGreaterThanOrEqual(2)
    const forecast = found.find(({ kind }) => kind === 'forecast')!
    expect(forecast).toMatchObject({ horizon: 'by 2030', speaker: 'Norde Lab' })
    const advice = found.find(({ kind }) => kind === 'recommendation')!
    expect(advice.quote.exact).toMatch(/^Safety training should/)
  })

  it('reads direct and indirect speech in both scripts', () => {
    const hans = claims('林岚表示，十六款模型中有十二款会作弊，比例高达75%。')
    const hant = claims('林嵐表示，十六款模型中有十二款會作弊，比例高達75%。')
    expect(hans[0]).toMatchObject({ kind: 'statement', speaker: '林岚' })
    expect(hant[0]).toMatchObject({ kind: 'statement', speaker: '林嵐' })
    expect(claims('“我们发现十二款模型会作弊，比例高达75%。”林岚说。')[0]).toMatchObject({
      kind: 'quotation',
      speaker: '林岚',
    })
  })

  it('does not take a name in brackets behind the speaker for the speaker', () => {
    const [claim] = claims(
      'Ola Berg (a founder of a firm that owns 50 percent of Norde Lab) warned that 79 percent of models cheat.',
    )
    expect(claim!.speaker).not.toBe('Norde Lab')
  })

  it('gives an interview to the one whose turn it is', () => {
    const text =
      '某报：风险大吗？\n\n林岚：我们的测试发现，79%的模型会作弊。\n\n某报：为什么？\n\n林岚：训练数据中有很多这样的例子。'
    const found = claims(text)
    expect(found[0]).toMatchObject({ kind: 'quotation', speaker: '林岚' })
    expect(found[0]!.quote.exact).toBe('我们的测试发现，79%的模型会作弊。')
  })

  it('stores scores from 0 to 1, best first', () => {
    const scores = claims(ENGLISH).map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.every((score) => score > 0 && score < 1)).toBe(true)
  })

  it('gives nothing for an empty text', () => {
    expect(claims('')).toEqual([])
  })
})

describe('findHorizon', () => {
  it.each<[string, string | undefined]>([
    ['AI将在20年内超过人类', '20年内'],
    ['预计到2030年会翻番', '到2030年'],
    ['未來十年內會發生', '未來十年內'],
    ['It will happen by 2030', 'by 2030'],
    ['AGI within five years', 'within five years'],
    ['over the next decade', 'over the next decade'],
    ['在2023年测试', undefined],
    ['It happened in 2019', undefined],
  ])('of %s is %s', (words, horizon) => {
    expect(findHorizon(words)).toBe(horizon)
  })
})

describe('readFeatures', () => {
  it('gives the features in the order in which they are weighed', () => {
    const text = 'Researchers at Norde Lab found that 12 of 16 models cheated in 79 percent of runs.'
    const { sentences, context } = readCandidates(
      readSources([{ doc: { text }, articleId: '' }], matchers)[0]!,
    )
    expect(sentences).toHaveLength(1)
    expect(Object.keys(readFeatures(sentences[0]!, context))).toEqual(FEATURES)
  })
})
