import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { link } from '../../src/core/cluster/link.ts'
import { reviewArticles, reviewFindings } from '../../src/core/cluster/reviews.ts'
import { readReviews } from '../../src/reviews.ts'
import { blackmail, buildArticle, registry } from './build.ts'

const root = mkdtempSync(join(tmpdir(), 'redline-reviews-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0

/** Reads reviews from files as an editor would leave them. */
function read(files: Record<string, string>) {
  const content = join(root, String(folders++))
  mkdirSync(join(content, 'reviews'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(content, 'reviews', name), text)
  return readReviews(content)
}

const why = '\n  reason: read again\n  on: 2026-11-21\n'
const entry = (text: string) => read({ 'a.yaml': `- ${text}${why}` }).reviews

const a = buildArticle({ id: 'a', figures: [blackmail], published: '2026-08-01' })
const b = buildArticle({ id: 'b', figures: [blackmail], published: '2026-08-02' })
const linkReviewed = (reviews: ReturnType<typeof entry>) => {
  const { articles, rules, warnings } = reviewArticles([a, b], reviews)
  const linked = link(articles, registry, { now: '2026-09-02T00:00:00Z', rules })
  const { findings, warnings: more } = reviewFindings(linked.findings, reviews)
  return { findings, warnings: [...warnings, ...more] }
}
const groups = (reviews: ReturnType<typeof entry>) =>
  linkReviewed(reviews)
    .findings.map(({ members }) => members.map(({ figureId }) => figureId).sort())
    .sort()

describe('reviews', () => {
  it('leave out a rejected figure', () => {
    expect(groups(entry('do: reject\n  figure: a-0\n  quote: rate of 96%'))).toEqual([['b-0']])
  })

  it('correct a figure before it is linked, and drop the id read for the old subject', () => {
    const reviews = entry(
      'do: correct\n  figure: a-0\n  quote: rate of 96%\n  set: { subject: Grok 3, condition: null }',
    )
    const [article] = reviewArticles([a], reviews).articles
    expect(article!.figures[0]).toMatchObject({
      subject: 'Grok 3',
      asWritten: '96%',
      quote: a.figures[0]!.quote,
    })
    expect(article!.figures[0]).not.toHaveProperty('subjectId')
  })

  it('part and join figures, whatever the evidence says, on every run', () => {
    const refs = '\n  figures:\n    - { figure: a-0, quote: 96% }\n    - { figure: b-0, quote: 96% }'
    expect(groups(entry(`do: split${refs}`))).toEqual([['a-0'], ['b-0']])
    const c = buildArticle({ id: 'b', figures: [{ value: 7, sentence: 'Something else was 7% there.' }] })
    const { articles, rules } = reviewArticles([a, c], entry(`do: merge${refs.replace(/96%(?= \}$)/, '7%')}`))
    const { findings } = link(articles, registry, { now: '2026-09-02T00:00:00Z', rules })
    expect(findings.map(({ members }) => members.length)).toEqual([2])
  })

  it('are not applied and warn when the quote is gone', () => {
    const { findings, warnings } = linkReviewed(
      entry('do: reject\n  figure: a-0\n  quote: words that were edited away'),
    )
    expect(findings).toHaveLength(1)
    expect(warnings).toEqual([
      expect.stringMatching(/a\.yaml:1: the words "words that were edited away" are no longer/),
    ])
  })

  it('warn of an unknown id and go on', () => {
    const { findings, warnings } = linkReviewed(entry('do: accept\n  finding: ffffffffffffffff'))
    expect(findings).toHaveLength(1)
    expect(warnings).toEqual([expect.stringContaining('no finding ffffffffffffffff is held')])
  })

  it.each(['source: outlet-a', 'page: https://www.a.example/story/', 'record: a'])(
    'take down by %s',
    (what) => {
      expect(groups(entry(`do: takedown\n  ${what}`))).toEqual([['b-0']])
    },
  )

  it('keep the same objects for articles that they do not touch', () => {
    const { articles } = reviewArticles([a, b], entry('do: reject\n  figure: a-0\n  quote: 96%'))
    expect(articles[1]).toBe(b)
  })
})

describe('review files', () => {
  it('name the line of a YAML error and are read on', () => {
    const { reviews, problems } = read({
      'bad.yaml': `- do: reject\n  figure: a-0\n  quote: [unclosed\n`,
      'good.yaml': `- do: accept\n  figure: a-0\n  quote: 96%${why}`,
    })
    expect(reviews).toHaveLength(1)
    expect(problems).toEqual([expect.stringMatching(/^content\/reviews\/bad\.yaml:\d+: not YAML/)])
  })

  it('name the line of an entry that is incomplete', () => {
    const { reviews, problems } = read({
      'a.yaml': `# note\n- do: accept\n  figure: a-0\n  quote: 96%${why}- do: reject\n  figure: b-0\n`,
    })
    expect(reviews).toHaveLength(1)
    expect(problems).toEqual([expect.stringMatching(/^content\/reviews\/a\.yaml:7: expected an entry/)])
  })

  it('keep an id of digits alone as words', () => {
    expect(entry('do: accept\n  figure: 0012345678901234\n  quote: 96')[0]).toMatchObject({
      figure: '0012345678901234',
      quote: '96',
    })
  })

  it('may be empty or absent', () => {
    expect(read({ 'a.yaml': '' })).toEqual({ reviews: [], problems: [] })
    expect(readReviews(join(root, 'nowhere'))).toEqual({ reviews: [], problems: [] })
  })
})
