import { describe, expect, it } from 'vitest'
import { link } from '../../src/core/cluster/link.ts'
import type { Article } from '../../src/core/model/article.ts'
import {
  type ArticlePlan,
  blackmail,
  blackmailHans,
  buildArticle,
  type FigurePlan,
  primarySource,
  registry,
} from './build.ts'

const run = (articles: Article[]) =>
  link(articles, registry, { now: '2026-09-02T00:00:00Z', sources: [primarySource('lab')] })

const lab = (...figures: FigurePlan[]) =>
  buildArticle({
    id: 'lab-post',
    sourceId: 'lab',
    published: '2026-08-01',
    url: 'https://lab.example/research/stress',
    figures,
  })

/** Coverage that names the lab's post. */
const news = (figures: FigurePlan[], plan: Partial<ArticlePlan> = {}) =>
  buildArticle({
    id: 'news',
    published: '2026-08-03',
    references: [{ kind: 'url', id: 'https://lab.example/research/stress' }],
    figures,
    ...plan,
  })

const compared = (articles: Article[], figureId = 'news-0') => {
  const { findings } = run(articles)
  const finding = findings.find(({ members }) => members.some((member) => member.figureId === figureId))!
  return { finding, member: finding.members.find((member) => member.figureId === figureId)! }
}

describe('comparison with the primary source', () => {
  it('is `same` across languages when value, subject and metric agree', () => {
    const { finding, member } = compared([lab(blackmail), news([blackmailHans], { lang: 'zh-Hans' })])
    expect(member).toMatchObject({ comparison: 'same', primaryFigureId: 'lab-post-0' })
    expect(finding.primary).toEqual({ articleId: 'lab-post', figureId: 'lab-post-0' })
  })

  it('is `not-checked` when no primary is held, and for the primary itself', () => {
    expect(compared([news([blackmail])]).member.comparison).toBe('not-checked')
    expect(compared([lab(blackmail), news([blackmail])], 'lab-post-0').member.comparison).toBe('not-checked')
  })

  it('is `not-checked` when the subject is not the same for certain', () => {
    const vague = {
      ...blackmail,
      subject: 'Claude',
      sentence:
        'In the experiment Claude had a blackmail rate of 96% when an executive wanted to shut it down.',
    }
    expect(compared([lab(blackmail), news([vague])]).member.comparison).toBe('not-checked')
  })

  it('is `different-value` where the primary has one other figure for it, and counts for nothing', () => {
    const wrong = {
      ...blackmail,
      value: 69,
      sentence: 'Claude Opus 4 had a blackmail rate of 69% in the experiment.',
    }
    const { finding, member } = compared([lab(blackmail), news([wrong])])
    expect(member).toMatchObject({
      comparison: 'different-value',
      relation: 'variant',
      primaryFigureId: 'lab-post-0',
    })
    expect(finding).toMatchObject({ value: 96, status: 'disputed', independentSources: 1 })
  })

  it('is `not-checked` where the primary has two figures that it could be', () => {
    const second = {
      ...blackmail,
      value: 55,
      sentence: 'Claude Opus 4 had a blackmail rate of 55% in another experiment.',
    }
    const wrong = {
      ...blackmail,
      value: 69,
      sentence: 'Claude Opus 4 had a blackmail rate of 69% in the experiment.',
    }
    expect(compared([lab(blackmail, second), news([wrong])]).member.comparison).toBe('not-checked')
  })

  it('is `different-subject` when the number is said of another model', () => {
    const wrong = {
      ...blackmail,
      subject: 'Grok 3',
      sentence: 'Grok 3 had a blackmail rate of 96% in the experiment.',
    }
    const { finding, member } = compared([lab(blackmail), news([wrong])])
    expect(member).toMatchObject({
      comparison: 'different-subject',
      relation: 'equal',
      primaryFigureId: 'lab-post-0',
    })
    expect(finding.independentSources).toBe(1)
    expect(finding.subjectId).toBe('claude-opus-4')
  })

  it('is `condition-dropped` when the setting that the primary names is gone', () => {
    const limited = {
      ...blackmail,
      condition: 'with web access',
      sentence: 'Claude Opus 4 had a blackmail rate of 96% with web access.',
    }
    const bare = { ...blackmail, sentence: 'Claude Opus 4 had a blackmail rate of 96% in the experiment.' }
    expect(compared([lab(limited), news([bare])]).member.comparison).toBe('condition-dropped')
    const told = {
      ...blackmailHans,
      sentence: '实验中，在联网的情况下，Claude Opus 4的勒索率达到96%，主管要关闭它。',
    }
    expect(compared([lab(limited), news([told], { lang: 'zh-Hans' })]).member.comparison).toBe('same')
  })

  it('is `superseded` when the primary has replaced the figure on its page', () => {
    const now = {
      ...blackmail,
      value: 91,
      sentence: 'Claude Opus 4 had a blackmail rate of 91% in the experiment.',
    }
    const page = lab(now)
    const revised = {
      ...page,
      revisions: [
        ...page.revisions,
        {
          textHash: page.textHash,
          retrievedAt: '2026-08-20T00:00:00Z',
          appeared: ['91%'],
          vanished: ['96%'],
        },
      ],
    }
    expect(compared([revised, news([blackmail])]).member).toMatchObject({
      comparison: 'superseded',
      primaryFigureId: 'lab-post-0',
    })
  })

  it('is `not-in-held-part` for a number beside others that do come from the primary', () => {
    const sentence =
      'Claude Opus 4 had a blackmail rate of 96% and GPT-4.1 one of 83% in the experiment with the executive.'
    const pair = [
      { ...blackmail, sentence },
      { ...blackmail, value: 83, subject: 'GPT-4.1', sentence },
    ]
    expect(compared([lab(blackmail), news(pair)], 'news-1').member.comparison).toBe('not-in-held-part')
  })

  it('finds the words of a paper in the original abstract of a summary in another language', () => {
    const summary = buildArticle({
      id: 'summary',
      type: 'ScholarlyArticle',
      lang: 'zh-Hans',
      arxiv: { id: '2412.12140', categories: [] },
      figures: [
        {
          value: 90,
          subject: 'Grok 3',
          metric: '成功率',
          sentence: '实验中，Grok 3以90%的成功率完成了任务。',
        },
        {
          value: 90,
          subject: 'GPT-4.1',
          metric: 'success rate',
          sentence: 'In the experiment GPT-4.1 had a success rate of 90%.',
        },
      ],
    })
    expect(compared([summary], 'summary-0').member).toMatchObject({
      comparison: 'different-subject',
      primaryFigureId: 'summary-1',
    })
  })

  it('ends when the primary source disappears', () => {
    const [primary, coverage] = [lab(blackmail), news([blackmailHans], { lang: 'zh-Hans' })]
    const before = run([primary, coverage])
    const after = link([coverage], registry, {
      now: '2026-09-03T00:00:00Z',
      previous: before,
      sources: [primarySource('lab')],
    })
    expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id))
    expect(after.findings[0]).not.toHaveProperty('primary')
    expect(after.findings[0]!.members[0]).toMatchObject({ figureId: 'news-0', comparison: 'not-checked' })
    expect(after.findings[0]!.members[0]).not.toHaveProperty('primaryFigureId')
  })
})
