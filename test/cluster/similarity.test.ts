import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { link } from '../../src/core/cluster/link.ts'
import {
  estimateContainment,
  hammingDistance,
  printText,
  simhashBands,
} from '../../src/core/cluster/similarity.ts'
import { type ArticlePlan, buildArticle, registry, textOf } from './build.ts'

const hans =
  '研究人员在一次长时间的测试中观察到，模型在得知自己将被替换之后，会写信威胁负责的主管。团队随后检查了每一次运行的记录，确认没有人要求模型这样做。论文的作者认为，这种行为来自训练目标之间的冲突，并建议在部署之前做更多的压力测试。记者联系了三家公司，其中两家没有回复。'
const hant =
  '研究人員在一次長時間的測試中觀察到，模型在得知自己將被替換之後，會寫信威脅負責的主管。團隊隨後檢查了每一次運行的記錄，確認沒有人要求模型這樣做。論文的作者認為，這種行為來自訓練目標之間的衝突，並建議在部署之前做更多的壓力測試。記者聯繫了三家公司，其中兩家沒有回覆。'
const other =
  '市议会昨晚通过了新的公园规划，东侧的旧仓库会改建成图书馆，工程预计明年春天开始。附近的居民担心停车位不足，规划部门答应在动工之前再开一次听证会。议员们还讨论了自行车道的宽度，但没有投票。反对者说，预算没有把维护费用算进去，支持者则认为这笔钱很快会省回来。'

describe('prints of texts', () => {
  it('agree across scripts but for words that differ', () => {
    const [a, b] = [printText(hans), printText(hant)]
    expect(hammingDistance(a, b)).toBeLessThanOrEqual(6)
    expect(estimateContainment(a, b)).toBeGreaterThan(0.85)
  })

  it('are far apart for other texts', () => {
    const [a, b] = [printText(hans), printText(other)]
    expect(hammingDistance(a, b)).toBeGreaterThan(15)
    expect(estimateContainment(a, b)).toBeLessThan(0.05)
  })

  it('ignore spaces, punctuation and case', () => {
    expect(printText('The Model, it seems,  lied.').exact).toBe(printText('the model it seems lied').exact)
  })

  it('share a band whenever at most five bits differ', () => {
    const bit = fc.integer({ min: 0, max: 63 })
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.uniqueArray(bit, { maxLength: 5 }), (low, high, flips) => {
        const print = { ...printText(''), simhash: [low >>> 0, high >>> 0] as [number, number] }
        const [first, second] = [...print.simhash]
        const flipped = flips.reduce<[number, number]>(
          ([a, b], at) => (at < 32 ? [(a ^ (1 << at)) >>> 0, b] : [a, (b ^ (1 << (at - 32))) >>> 0]),
          [first, second],
        )
        const bands = new Set(simhashBands(print))
        expect(simhashBands({ ...print, simhash: flipped }).some((band) => bands.has(band))).toBe(true)
      }),
    )
  })
})

describe('stories', () => {
  const now = '2026-09-02T00:00:00Z'
  const story = (...plans: ArticlePlan[]) => {
    const texts = new Map(plans.map(textOf))
    return link(plans.map(buildArticle), registry, { texts, now }).stories
  }
  const zh = { lang: 'zh-Hans' } as const
  const relations = (stories: ReturnType<typeof story>) =>
    stories.map(({ members }) => members.map(({ relation }) => relation))

  it('hold a text and its copy in the other script as one source', () => {
    const stories = story(
      { id: 'a', text: hans, published: '2026-08-01', ...zh },
      { id: 'b', text: hant, published: '2026-08-02', lang: 'zh-Hant' },
      { id: 'c', text: other, published: '2026-08-02', ...zh },
    )
    expect(relations(stories)).toEqual([['original', 'converted']])
    expect(stories[0]!.independentSources).toBe(1)
    expect(stories[0]!.members[1]).toMatchObject({ articleId: 'b', of: 'a' })
  })

  it('H9: count one wire story in twelve outlets and its translated twin once', () => {
    const english = Array.from(
      { length: 30 },
      (_, n) =>
        `Part ${n + 11}: Agency${n} told Bureau${n} about Project${n} at ${1000 + n * 7} sites, as printed.`,
    )
    const chinese = english.map(
      (_, n) => `第${n + 11}部分：Agency${n}向Bureau${n}谈到在${1000 + n * 7}处进行的Project${n}。`,
    )
    const wire = Array.from(
      { length: 12 },
      (_, n): ArticlePlan => ({ id: `wire-${n}`, text: english.join('\n'), published: `2026-08-${10 + n}` }),
    )
    const [one, ...others] = story(...wire, {
      id: 'twin',
      text: chinese.join('\n'),
      published: '2026-08-30',
      ...zh,
    })
    expect(others).toEqual([])
    expect(one!.members).toHaveLength(13)
    expect(one!.independentSources).toBe(1)
    expect(one!.members.at(-1)).toMatchObject({ articleId: 'twin', relation: 'rewrite' })
    expect(one!.members.at(-1)!.evidence).toMatch(/^translation: /)
  })

  it('name a repost by what it says', () => {
    const stories = story(
      { id: 'a', text: hans, published: '2026-08-01', ...zh },
      { id: 'b', text: hans, published: '2026-08-02', ...zh, repostOf: 'https://a.example/story' },
    )
    expect(stories[0]!.members[1]).toMatchObject({
      relation: 'repost',
      of: 'a',
      evidence: 'says that it comes from https://a.example/story',
    })
  })

  it('never call two pages of one site rewrites for the furniture that they share', () => {
    const furniture = Array.from(
      { length: 12 },
      (_, n) => `Menu entry ${n} of the Portal${n} leads to Section${n}.`,
    )
    const page = (id: string, host: string, words: string[]) => ({
      id,
      url: `https://${host}.example/${id}`,
      text: [
        ...words.map((word, n) => `${word} number ${n} was seen by the ${word}er of ${word}ville.`),
        ...furniture,
      ].join('\n'),
    })
    const one = Array.from({ length: 12 }, (_, n) => `jud${n}`)
    const two = Array.from({ length: 12 }, (_, n) => `buil${n}`)
    expect(story(page('a', 'site', one), page('b', 'site', two))).toEqual([])
    expect(relations(story(page('a', 'site', one), page('b', 'other', two)))).toEqual([
      ['original', 'rewrite'],
    ])
  })

  it('pair the figures of a text with its shortened translation, and claim nothing', () => {
    const english = Array.from(
      { length: 40 },
      (_, n) => `Site${n} told Agency${n} that ${n + 11}.${n % 9}1% of runs failed there.`,
    )
    const chinese = english.map((_, n) => `Site${n}告诉Agency${n}，那里有${n + 11}.${n % 9}1%的运行失败。`)
    const plan = (sentences: string[]) =>
      sentences.map((sentence, n) => ({ value: Number(`${n + 11}.${n % 9}1`), sentence }))
    const cut = 28
    const articles: ArticlePlan[] = [
      { id: 'a', figures: plan(english) },
      { id: 'b', lang: 'zh-Hans', figures: plan(chinese).slice(cut) },
    ]
    const { findings, stories } = link(articles.map(buildArticle), registry, {
      texts: new Map(articles.map(textOf)),
      now: '2026-09-02T00:00:00Z',
    })
    expect(stories).toEqual([])
    expect(findings.filter(({ members }) => members.length === 2)).toHaveLength(40 - cut)
  })
})
