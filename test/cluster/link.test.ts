import { describe, expect, it } from 'vitest'
import { link } from '../../src/core/cluster/link.ts'
import type { Article } from '../../src/core/model/article.ts'
import {
  type ArticlePlan,
  blackmail,
  blackmailHans,
  buildArticle,
  type FigurePlan,
  registry,
} from './build.ts'

const now = '2026-09-02T00:00:00Z'
const run = (articles: Article[]) => link(articles, registry, { now })

/** Figures that share a finding with others, as lists of figure ids. */
const joined = (articles: Article[]) =>
  run(articles)
    .findings.map(({ members }) => members.map(({ figureId }) => figureId).sort())
    .filter((members) => members.length > 1)

const of = (id: string, figure: FigurePlan, plan: Partial<ArticlePlan> = {}) =>
  buildArticle({ id, published: '2026-08-20', ...plan, figures: [figure] })

const hans = { lang: 'zh-Hans' } as const
const money = (unitDetail: string) => ({ unit: 'money' as const, unitDetail })

describe('figures of different articles', () => {
  it('join across languages when value, subject and metric agree', () => {
    const articles = [of('a', blackmail), of('b', blackmailHans, hans)]
    expect(joined(articles)).toEqual([['a-0', 'b-0']])
    const [finding] = run(articles).findings
    expect(finding).toMatchObject({
      value: 96,
      unit: 'percent',
      subjectId: 'claude-opus-4',
      status: 'corroborated',
    })
    expect(finding!.langs).toEqual(['en', 'zh-Hans'])
    expect(finding!.members[1]!.reasons).toContain('subject claude-opus-4')
  })

  it.each<[string, FigurePlan]>([
    [
      '九成六',
      {
        ...blackmailHans,
        asWritten: '九成六',
        sentence: '实验中，Claude Opus 4的勒索率达到九成六，高管要关闭它。',
      },
    ],
    ['0.96 as a fraction', { ...blackmail, value: 0.96, unit: 'fraction', asWritten: '0.96' }],
  ])('join with %s', (_, figure) => {
    expect(joined([of('a', blackmail), of('b', figure, hans)])).toEqual([['a-0', 'b-0']])
  })

  it('tell of a size in words that it is no number', () => {
    const signed = (asWritten: string): FigurePlan => ({
      ...blackmail,
      value: 100,
      unit: 'count',
      qualifier: 'about',
      asWritten,
      sentence: `In August ${asWritten} experts signed a letter on AI.`,
    })
    const told = (asWritten: string) => run([of('a', signed(asWritten))]).findings.map((one) => one.isInexact)
    expect([told('hundreds of'), told('about 100')]).toEqual([[true], [undefined]])
  })

  it('stay apart when one names another model', () => {
    const grok = {
      ...blackmail,
      value: 80,
      subject: 'Grok 3',
      sentence: 'Grok 3 had a blackmail rate of 80% in the experiment.',
    }
    const gpt = {
      ...blackmail,
      value: 80,
      subject: 'GPT-4.1',
      sentence: 'GPT-4.1 had a blackmail rate of 80% in the experiment.',
    }
    expect(joined([of('a', grok), of('b', gpt)])).toEqual([])
  })

  it('stay apart when only a third text, which names no model, resembles both', () => {
    const sentence = (name: string) =>
      `In the long experiment of that summer ${name} had a blackmail rate of 81% in text tests.`
    const articles = [
      of('a', { value: 81, subject: 'Grok 3', metric: 'blackmail rate', sentence: sentence('Grok 3') }),
      of('b', { value: 81, subject: 'GPT-4.1', metric: 'blackmail rate', sentence: sentence('GPT-4.1') }),
      of('c', { value: 81, metric: 'blackmail rate', sentence: sentence('the model') }),
    ]
    for (const members of joined(articles))
      expect(members.includes('a-0') && members.includes('b-0')).toBe(false)
  })

  it('stay apart for a number alone', () => {
    const bare = (sentence: string) => ({ value: 24.2, sentence })
    expect(
      joined([of('a', bare('Sales rose by 24.2% in May.')), of('b', bare('He polled 24.2% of the vote.'))]),
    ).toEqual([])
  })

  it.each<[string, Partial<FigurePlan>]>([
    [
      'another metric',
      {
        metric: 'success rate',
        sentence: 'Claude Opus 4 had a success rate of 96% in that test of its skill.',
      },
    ],
    ['a denial', { polarity: 'denied' }],
    ['a forecast', { tense: 'forecast' }],
    ['the opposite bound', { qualifier: 'less_than' }],
  ])('stay apart from %s', (_, change) => {
    expect(
      joined([
        of('a', { ...blackmail, qualifier: 'at_least' }),
        of('b', { ...blackmail, qualifier: 'at_least', ...change }),
      ]),
    ).toEqual([])
  })

  it('keep 增长3倍 apart from 增至3倍', () => {
    const grew = (change: 'by' | 'to', word: string): FigurePlan => ({
      value: 3,
      unit: 'multiple',
      asWritten: '3倍',
      change,
      subject: 'Claude Opus 4',
      metric: '成功率',
      sentence: `实验中Claude Opus 4的成功率${word}3倍，高管决定关闭它的访问权限。`,
    })
    const articles = [
      of('a', grew('by', '增长'), hans),
      of('b', grew('to', '增至'), hans),
      of('c', grew('by', '增长'), hans),
    ]
    expect(joined(articles)).toEqual([['a-0', 'c-0']])
  })

  it('join a share with its complement, marked so', () => {
    const detected = {
      value: 13,
      subject: 'Claude Opus 4',
      metric: 'detected',
      sentence: 'Claude Opus 4 detected 13% of the attacks in the experiment.',
    }
    const missed = {
      value: 87,
      subject: 'Claude Opus 4',
      metric: 'undetected',
      sentence: 'With Claude Opus 4 87% of the attacks went undetected in the experiment.',
    }
    const articles = [of('a', detected), of('b', missed, { published: '2026-08-21' })]
    expect(joined(articles)).toEqual([['a-0', 'b-0']])
    expect(run(articles).findings[0]!.members.map(({ relation }) => relation)).toEqual([
      'equal',
      'complement',
    ])
    const other = {
      ...missed,
      metric: 'detected',
      sentence: 'Claude Opus 4 detected 87% of the attacks in the experiment.',
    }
    expect(joined([of('a', detected), of('b', other)])).toEqual([])
  })

  it('join 数百 with 350, and 350 never with 420 through it', () => {
    const count = (value: number, asWritten: string): FigurePlan => ({
      value,
      unit: 'count',
      unitDetail: '事件',
      qualifier: asWritten === '数百' ? 'about' : 'exact',
      asWritten,
      subject: 'Claude Opus 4',
      metric: '事件',
      sentence: `实验期间Claude Opus 4造成了${asWritten}起事件，高管不得不关闭系统。`,
    })
    const articles = [
      of('a', count(100, '数百'), hans),
      of('b', count(350, '350'), hans),
      of('c', count(420, '420'), hans),
    ]
    const groups = joined(articles)
    expect(groups).toHaveLength(1)
    expect(groups[0]).toHaveLength(2)
    expect(groups[0]).toContain('a-0')
    expect(joined([articles[1]!, articles[2]!])).toEqual([])
  })

  it('join round numbers by the telling ones that stand around them in both', () => {
    const plan = (sentence: string): FigurePlan[] =>
      [
        { value: 2e8, asWritten: sentence.includes('$') ? 'HK$200 million' : '2亿港元', ...money('HKD') },
        {
          value: 25.6e6,
          asWritten: sentence.includes('$') ? '$25.6 million' : '2560万美元',
          ...money('USD'),
        },
        { value: 15, asWritten: sentence.includes('$') ? '15 payments' : '15次', unit: 'count' as const },
      ].map((figure) => ({ ...figure, sentence }))
    const [english, chinese] = [
      'He sent HK$200 million ($25.6 million) in 15 payments to Acme Holdings and Bolt Trading.',
      '他分15次把2亿港元（2560万美元）汇给Acme Holdings与Bolt Trading。',
    ]
    const groups = (other: FigurePlan[]) =>
      joined([
        buildArticle({ id: 'a', published: '2026-08-20', text: english, figures: plan(english) }),
        buildArticle({ id: 'b', published: '2026-08-21', text: chinese, figures: other, ...hans }),
      ])
    expect(groups(plan(chinese)).sort()).toEqual([
      ['a-0', 'b-0'],
      ['a-1', 'b-1'],
      ['a-2', 'b-2'],
    ])
    expect(groups(plan(chinese).slice(2))).toEqual([])
  })
})
