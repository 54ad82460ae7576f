import { describe, expect, it } from 'vitest'
import { buildHistory } from '../../src/core/cluster/history.ts'
import { link } from '../../src/core/cluster/link.ts'
import type { Article } from '../../src/core/model/article.ts'
import { findingSchema } from '../../src/core/model/finding.ts'
import { storySchema } from '../../src/core/model/story.ts'
import { blackmail, blackmailHans, buildArticle, primarySource, registry } from './build.ts'

const now = '2026-09-02T00:00:00Z'
const run = (articles: Article[]) => link(articles, registry, { now, sources: [primarySource('lab')] })

describe('bad input', () => {
  it('two articles that cite each other are linked once, and neither is the primary of the other', () => {
    const cite = (id: string) => [{ kind: 'url' as const, id: `https://${id}.example/story` }]
    const { findings } = run([
      buildArticle({ id: 'a', figures: [blackmail], references: cite('b') }),
      buildArticle({ id: 'b', figures: [blackmailHans], lang: 'zh-Hans', references: cite('a') }),
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]!.members.map(({ comparison }) => comparison)).toEqual(['not-checked', 'not-checked'])
  })

  it('two primary sources that cite each other compare with nothing', () => {
    const cite = (id: string) => [{ kind: 'url' as const, id: `https://${id}.example/story` }]
    const { findings } = run([
      buildArticle({ id: 'a', sourceId: 'lab', figures: [blackmail], references: cite('b') }),
      buildArticle({ id: 'b', sourceId: 'lab', figures: [blackmail], references: cite('a') }),
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]!.members.map(({ comparison }) => comparison)).toEqual(['not-checked', 'not-checked'])
    expect(findings[0]!.independentSources).toBe(1)
  })

  it('a date in the future or missing is no first appearance', () => {
    const articles = [
      buildArticle({
        id: 'a',
        figures: [blackmail],
        published: '2031-01-01',
        firstSeenAt: '2026-08-05T00:00:00Z',
      }),
      buildArticle({ id: 'b', figures: [blackmail], firstSeenAt: '2026-08-04T00:00:00Z' }),
      buildArticle({
        id: 'c',
        figures: [blackmailHans],
        lang: 'zh-Hans',
        published: '2026-08',
        firstSeenAt: '2026-08-06T00:00:00Z',
      }),
    ]
    const [finding] = run(articles).findings
    const history = buildHistory(finding!, new Map())
    expect(history.firstPublished).toEqual({ articleId: 'c', on: '2026-08' })
    expect(history.firstSeen).toEqual({ articleId: 'b', at: '2026-08-04T00:00:00Z' })
    expect(history.undated.toSorted()).toEqual(['a', 'b'])
    expect(history.lags).toEqual([])
  })

  it('a finding of 2,000 members is one finding, made in seconds', () => {
    const articles = Array.from({ length: 2000 }, (_, index) =>
      buildArticle({
        id: `a${index}`,
        sourceId: `outlet-${index % 40}`,
        figures: [index % 2 ? blackmail : blackmailHans],
        lang: index % 2 ? 'en' : 'zh-Hans',
        published: `2026-08-${String(1 + (index % 28)).padStart(2, '0')}`,
      }),
    )
    const started = process.cpuUsage()
    const { findings } = run(articles)
    expect(findings.map(({ members }) => members.length)).toEqual([2000])
    expect(findings[0]!.independentSources).toBe(40)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1e6).toBeLessThan(15)
  })

  it('a subject that is an alias of two models is neither of them', () => {
    const named = (subject: string) => ({
      ...blackmail,
      subject,
      sentence: `In the experiment ${subject} had a blackmail rate of 96% when an executive wanted to shut it down.`,
    })
    const { findings } = run([
      buildArticle({ id: 'a', figures: [named('Phoenix One')] }),
      buildArticle({ id: 'b', figures: [named('Phoenix')] }),
      buildArticle({ id: 'c', figures: [named('Phoenix Two')] }),
    ])
    for (const { members } of findings) {
      const ids = members.map(({ figureId }) => figureId)
      expect(ids.includes('a-0') && ids.includes('c-0')).toBe(false)
    }
    const own = findings.find(({ members }) => members[0]!.figureId === 'b-0')
    expect(own?.subjectId).toBeUndefined()
  })

  it('articles without figures, text or references give no findings and no stories', () => {
    const { findings, stories } = run([buildArticle({ id: 'a' }), buildArticle({ id: 'b' })])
    expect({ findings, stories }).toEqual({ findings: [], stories: [] })
    expect(run([]).findings).toEqual([])
  })

  it('what it makes satisfies the schemas', () => {
    const text = Array.from({ length: 40 }, (_, n) => `Sentence ${n} of a wire story.`).join(' ')
    const articles = ['a', 'b'].map((id) => buildArticle({ id, text, figures: [blackmail] }))
    const texts = new Map(articles.map(({ textHash }) => [textHash, text]))
    const { findings, stories } = link(articles, registry, { now, texts })
    expect(findings.map((finding) => findingSchema.parse(finding))).toEqual(findings)
    expect(stories.map((story) => storySchema.parse(story))).toEqual(stories)
    expect(stories).toHaveLength(1)
  })
})
