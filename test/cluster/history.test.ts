import { describe, expect, it } from 'vitest'
import { buildHistory } from '../../src/core/cluster/history.ts'
import { link } from '../../src/core/cluster/link.ts'
import { type ArticlePlan, blackmail, blackmailHans, buildArticle, primarySource, registry } from './build.ts'

const now = '2026-09-02T00:00:00Z'

function history(...plans: ArticlePlan[]) {
  const articles = plans.map((plan) =>
    buildArticle({ figures: [plan.lang === 'zh-Hans' ? blackmailHans : blackmail], ...plan }),
  )
  const { findings } = link(articles, registry, { now, sources: [primarySource('lab')] })
  expect(findings).toHaveLength(1)
  return buildHistory(findings[0]!, new Map(articles.map((article) => [article.id, article])))
}

describe('the history of a finding', () => {
  it('tells who was first, by moment within a day, and how it spread', () => {
    const told = history(
      { id: 'a', published: '2026-08-20T10:00:00Z' },
      { id: 'b', published: '2026-08-20T17:30:00+08:00' },
      { id: 'c', published: '2026-08-23', lang: 'zh-Hans' },
      { id: 'd', published: '2026-08-24', sourceId: 'outlet-a' },
    )
    expect(told.firstPublished).toEqual({ articleId: 'b', on: '2026-08-20T17:30:00+08:00' })
    expect(told.spread).toEqual([
      { on: '2026-08-20', sourceIds: ['outlet-b', 'outlet-a'] },
      { on: '2026-08-23', sourceIds: ['outlet-c'] },
    ])
    expect(told.lags).toEqual([{ lang: 'zh-Hans', days: 3 }])
    expect(told.blindSpots).toEqual(['zh-Hant'])
  })

  it('counts days in UTC', () => {
    const told = history(
      { id: 'a', published: '2026-08-21T07:00:00+08:00' },
      { id: 'b', published: '2026-08-21', lang: 'zh-Hans' },
    )
    expect(told.spread.map(({ on }) => on)).toEqual(['2026-08-20', '2026-08-21'])
  })

  it('says what came and went on a page, and which version of a paper is held', () => {
    const revision = {
      textHash: 'a'.repeat(64),
      retrievedAt: '2026-08-25T00:00:00Z',
      appeared: ['96%'],
      vanished: ['69%'],
    }
    const told = history({
      id: 'a',
      published: '2026-08-20',
      arxiv: { id: '2508.00001', version: 2, categories: [] },
      revisions: [{ ...revision, appeared: [], vanished: [], retrievedAt: now }, revision],
    })
    expect(told.revisions).toEqual([
      { articleId: 'a', at: '2026-08-25T00:00:00Z', appeared: ['96%'], vanished: ['69%'] },
    ])
    expect(told.versions).toEqual([{ articleId: 'a', arxivId: '2508.00001', version: 2 }])
  })

  it('names the later figure of the same producer', () => {
    const early = buildArticle({
      id: 'early',
      sourceId: 'lab',
      published: '2026-02-01',
      figures: [blackmail],
    })
    const late = buildArticle({
      id: 'late',
      sourceId: 'lab',
      published: '2026-08-01',
      references: [{ kind: 'url', id: 'https://early.example/story' }],
      figures: [
        {
          ...blackmail,
          value: 61,
          sentence: 'In the experiment Claude Opus 4 had a blackmail rate of 61% after training.',
        },
      ],
    })
    const { findings } = link([early, late], registry, { now, sources: [primarySource('lab')] })
    const [first, second] = [96, 61].map((value) => findings.find((finding) => finding.value === value)!)
    expect(first!.supersededBy).toBe(second!.id)
    expect(second!.supersededBy).toBeUndefined()
    expect(buildHistory(first!, new Map()).supersededBy).toBe(second!.id)
  })
})
