import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Linked, link } from '../../src/core/cluster/link.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Finding } from '../../src/core/model/finding.ts'
import {
  type ArticlePlan,
  blackmail,
  blackmailHans,
  buildArticle,
  type FigurePlan,
  primarySource,
  registry,
} from './build.ts'

const now = '2026-09-02T00:00:00Z'
const sources = [primarySource('lab')]

const values = [12, 50, 80, 87, 96, 350] as const
const subjects = ['Claude', 'Claude Opus 4', 'GPT-4.1', 'Grok 3', 'the model', undefined] as const
const metrics = ['blackmail rate', 'success rate', 'detected', 'undetected', undefined] as const

const figurePlan: fc.Arbitrary<FigurePlan> = fc
  .record({
    value: fc.constantFrom(...values),
    subject: fc.constantFrom(...subjects),
    metric: fc.constantFrom(...metrics),
    setting: fc.constantFrom(
      'in the experiment',
      'after the executive tried to shut it down',
      'in a blind test',
    ),
  })
  .map(({ value, subject, metric, setting }) => ({
    value,
    ...(subject !== undefined && { subject }),
    ...(metric !== undefined && { metric }),
    sentence: `${subject ?? 'It'} had a ${metric ?? 'rate'} of ${value}% ${setting}.`,
  }))

const articlePlans: fc.Arbitrary<ArticlePlan[]> = fc
  .array(
    fc.record({
      figures: fc.array(figurePlan, { minLength: 1, maxLength: 4 }),
      day: fc.integer({ min: 1, max: 28 }),
      isLab: fc.boolean(),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ figures, day, isLab }, index) => ({
      id: `art-${index}`,
      figures,
      published: `2026-08-${String(day).padStart(2, '0')}`,
      firstSeenAt: `2026-08-${String(day).padStart(2, '0')}T12:00:00Z`,
      ...(isLab && { sourceId: 'lab' }),
    })),
  )

const run = (articles: Article[], previous?: Linked) =>
  link(articles, registry, { now, sources, ...(previous && { previous }) })

/** Everything but the moment of the run. */
const plain = ({ findings, stories }: Linked) => ({
  findings: findings.map(({ updatedAt: _, ...finding }: Finding) => finding),
  stories,
})

/** Members of each finding, without ids. */
const partition = ({ findings }: Linked) =>
  findings
    .map(({ members }) =>
      members
        .map(({ figureId, relation, comparison }) => `${figureId} ${relation} ${comparison}`)
        .sort()
        .join(', '),
    )
    .sort()

describe('linking', () => {
  it('does not depend on the order of the articles', () => {
    fc.assert(
      fc.property(articlePlans, fc.func(fc.integer()), (plans, weight) => {
        const articles = plans.map(buildArticle)
        const shuffled = articles.toSorted((a, b) => weight(a.id) - weight(b.id))
        expect(plain(run(shuffled))).toEqual(plain(run(articles)))
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same groups article by article as all at once', () => {
    fc.assert(
      fc.property(articlePlans, fc.nat(), (plans, cut) => {
        const articles = plans.map(buildArticle)
        const first = run(articles.slice(0, cut % articles.length))
        const second = run(articles, first)
        expect(partition(second)).toEqual(partition(run(articles)))
      }),
      { numRuns: 30 },
    )
  })

  it('forgets an article that is taken out', () => {
    fc.assert(
      fc.property(articlePlans, fc.nat(), (plans, pick) => {
        const articles = plans.map(buildArticle)
        const gone = pick % articles.length
        const left = articles.filter((_, index) => index !== gone)
        expect(partition(run(left, run(articles)))).toEqual(partition(run(left)))
      }),
      { numRuns: 30 },
    )
  })

  it('puts every figure into exactly one finding, and never two models into one', () => {
    fc.assert(
      fc.property(articlePlans, (plans) => {
        const articles = plans.map(buildArticle)
        const { findings } = run(articles)
        const ids = findings.flatMap(({ members }) => members.map(({ figureId }) => figureId))
        expect(ids.toSorted()).toEqual(articles.flatMap(({ figures }) => figures.map(({ id }) => id)).sort())
        const subjectOf = new Map(
          articles.flatMap(({ figures }) => figures.map(({ id, subject }) => [id, subject])),
        )
        for (const { members } of findings) {
          const same = members.filter(({ comparison }) => comparison !== 'different-subject')
          const named = new Set(same.map(({ figureId }) => subjectOf.get(figureId)))
          expect(named.has('GPT-4.1') && named.has('Grok 3')).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('changes nothing when run again, from memory or from stored records', () => {
    const articles = [blackmail, blackmailHans].map((figure, index) =>
      buildArticle({ id: `a${index}`, figures: [figure] }),
    )
    const first = run(articles)
    const later = { sources, now: '2027-01-01T00:00:00Z' }
    const { index: _, ...stored } = structuredClone({ ...first, index: undefined })
    for (const previous of [first, stored]) {
      const again = link(articles, registry, { ...later, previous })
      expect(again.findings).toEqual(first.findings)
      expect([...again.changed]).toEqual([])
    }
  })
})

describe('ids', () => {
  const of = (id: string, figure: FigurePlan, day: string) =>
    buildArticle({ id, figures: [figure], published: day, firstSeenAt: `${day}T12:00:00Z` })

  it('stay when coverage joins, also when it was published earlier', () => {
    const [first, second] = [of('a', blackmail, '2026-08-20'), of('b', blackmailHans, '2026-08-18')]
    const before = run([first])
    const after = run([first, { ...second, lang: 'zh-Hans' }], before)
    expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id))
    expect(after.redirects).toEqual([])
  })

  it('lead on when two findings are merged', () => {
    const one = of('a', blackmail, '2026-08-20')
    const other = of(
      'b',
      {
        ...blackmail,
        metric: 'success rate',
        sentence: 'Claude Opus 4 succeeded with a success rate of 96%.',
      },
      '2026-08-20',
    )
    const before = run([one, other])
    expect(before.findings).toHaveLength(2)
    const read = { ...other, figures: buildArticle({ id: 'b', figures: [blackmail] }).figures }
    const after = run([one, read], before)
    expect(after.findings).toHaveLength(1)
    const [kept] = after.findings.map(({ id }) => id)
    const gone = before.findings.map(({ id }) => id).find((id) => id !== kept)!
    expect(after.redirects).toEqual([{ id: gone, to: [kept], at: now, reason: 'merged' }])
  })

  it('lead to both parts when a finding is split', () => {
    const [one, other] = [of('a', blackmail, '2026-08-20'), of('b', blackmail, '2026-08-21')]
    const before = run([one, other])
    expect(before.findings).toHaveLength(1)
    const after = link([one, other], registry, {
      now,
      sources,
      previous: before,
      rules: { joined: [], parted: [['a-0', 'b-0']] },
    })
    expect(after.findings).toHaveLength(2)
    expect(after.redirects).toEqual([
      { id: before.findings[0]!.id, to: after.findings.map(({ id }) => id).sort(), at: now, reason: 'split' },
    ])
    expect(after.findings.map(({ id }) => id)).toContain(before.findings[0]!.id)
  })
})
