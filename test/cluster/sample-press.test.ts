import { beforeAll, describe, expect, it } from 'vitest'
import { type PlantedCase, readSampleCases } from '../../scrapers/sample/cases.ts'
import { buildHistory } from '../../src/core/cluster/history.ts'
import { type Linked, link } from '../../src/core/cluster/link.ts'
import type { Article } from '../../src/core/model/article.ts'
import type { Finding, FindingMember } from '../../src/core/model/finding.ts'
import { readSamplePress, type SampleRun } from './sample.ts'

const planted = readSampleCases()
let run: SampleRun
let linked: Linked
let findingOf: Map<string, Finding>

beforeAll(async () => {
  run = await readSamplePress()
  const { articles, registry, texts, sources } = run
  linked = link(articles, registry, { texts, sources, now: '2026-11-20T00:00:00Z' })
  findingOf = new Map(
    linked.findings.flatMap((one) => one.members.map(({ figureId }) => [figureId, one] as const)),
  )
})

/** The finding of a figure named in cases.json. */
function findingWith(name: string): Finding {
  const figure = run.figures.get(name)
  expect(figure, `${name} is extracted`).toBeDefined()
  return findingOf.get(figure!.id)!
}

function memberOf(name: string): FindingMember {
  return findingWith(name).members.find(({ figureId }) => figureId === run.figures.get(name)!.id)!
}

const casesOf = (kind: PlantedCase['kind']) => planted.cases.filter((one) => one.kind === kind)

/** Names of the planted figures of a finding, in these articles when given. */
function figuresOf(id: string, articles?: string[]): string[] {
  const keyOf = new Map(planted.expectedFigures.map(({ id: name, article }) => [name, article]))
  const { members } = planted.findings.find((one) => one.id === id)!
  return members
    .map(({ figure }) => figure)
    .filter((name) => !articles || articles.includes(keyOf.get(name)!))
}

function storyRelation([first, second]: [Article, Article]) {
  const story = linked.stories.find(({ members }) => members.some(({ articleId }) => articleId === second.id))
  return {
    relation: story?.members.find(({ articleId }) => articleId === second.id)?.relation,
    isTogether: story?.members.some(({ articleId }) => articleId === first.id),
    independentSources: story?.independentSources,
  }
}

const articlesOf = ({ articles }: PlantedCase) =>
  articles.map((key) => run.byKey.get(key)!) as [Article, Article]

describe('every planted case of the sample press is found', () => {
  it.each(casesOf('same-finding').flatMap((one) => one.findings!.map((id) => [id, one] as const)))(
    '%s is one finding in three editions',
    (id, one) => {
      const found = figuresOf(id, one.articles).map((name) => findingWith(name))
      expect(new Set(found.map((finding) => finding.id)).size).toBe(1)
      expect(found[0]!.langs).toEqual(['en', 'zh-Hans', 'zh-Hant'])
    },
  )

  it.each([...casesOf('wrong-copy'), ...casesOf('dropped-condition')])('$id', ({ figures, comparison }) => {
    const [copy, original] = figures as [string, string]
    expect(memberOf(copy)).toMatchObject({ comparison, primaryFigureId: run.figures.get(original)!.id })
    expect(findingWith(copy).id).toBe(findingWith(original).id)
  })

  it.each(casesOf('different-subject'))('$id', ({ figures, comparison }) => {
    for (const name of figures!) expect(memberOf(name)).toMatchObject({ comparison, relation: 'equal' })
  })

  it.each(casesOf('superseded'))('$id', ({ superseded, by }) => {
    const later = new Set(figuresOf(by!).map((name) => findingWith(name).id))
    const earlier = figuresOf(superseded!).map((name) => findingWith(name))
    expect(earlier.some(({ supersededBy }) => supersededBy !== undefined && later.has(supersededBy))).toBe(
      true,
    )
  })

  it.each(casesOf('complement'))('$id', ({ figures }) => {
    for (const name of figures!) {
      expect(memberOf(name).relation).toBe('complement')
      expect(findingWith(name).primary).toBeDefined()
    }
  })

  it.each(casesOf('compatible'))('$id: a round word is never called equal to a number', ({ figures }) => {
    for (const name of figures!) {
      const { value } = run.figures.get(name)!
      if (value !== findingWith(name).value) expect(memberOf(name).relation).toBe('compatible')
    }
    const joined = figures!.filter((name) => findingWith(name).members.length > 1)
    expect(joined.filter((name) => memberOf(name).relation === 'compatible')).toHaveLength(1)
  })

  it.each([
    ...casesOf('near-duplicate'),
    ...casesOf('rewrite'),
    ...casesOf('repost'),
    ...casesOf('converted'),
  ])('$id', (one) => {
    expect(storyRelation(articlesOf(one))).toEqual({
      relation: one.kind,
      isTogether: true,
      independentSources: one.kind === 'rewrite' ? 2 : 1,
    })
  })

  it.each(casesOf('revision'))('$id', (one) => {
    const [article] = articlesOf(one)
    const finding = findingWith(one.figures![0]!)
    const { revisions } = buildHistory(finding, new Map([[article.id, article]]))
    expect(revisions).toEqual([
      {
        articleId: article.id,
        at: '2026-11-19T00:00:00Z',
        appeared: expect.any(Array),
        vanished: one.vanished,
      },
    ])
    expect(revisions[0]!.appeared.toSorted()).toEqual(one.appeared!.toSorted())
  })

  it.each(casesOf('blind-spot').flatMap((one) => one.findings!.map((id) => [id, one.langs!] as const)))(
    '%s is told in %s only',
    (id, langs) => {
      for (const name of figuresOf(id)) expect(findingWith(name).langs).toEqual(langs)
      const { blindSpots } = buildHistory(findingWith(figuresOf(id)[0]!), new Map())
      expect(blindSpots).toHaveLength(2)
    },
  )

  it.each(casesOf('first-appearance').flatMap((one) => one.findings!.map((id) => [id, one.first!] as const)))(
    '%s appears first in %s',
    (id, first) => {
      const { firstPublished, lags } = buildHistory(findingWith(figuresOf(id)[0]!), new Map())
      expect(firstPublished?.articleId).toBe(run.byKey.get(first)!.id)
      expect(lags.find(({ lang }) => lang === 'zh-Hans')?.days).toBe(2)
    },
  )
})

describe('nothing else is claimed', () => {
  const plantedOf = new Map(
    planted.findings.flatMap(({ id, members }) => members.map(({ figure }) => [figure, id] as const)),
  )
  const expected = new Map(
    planted.findings.flatMap(({ members }) => members.map((member) => [member.figure, member] as const)),
  )

  it('no finding holds figures of two planted findings', () => {
    const names = new Map([...run.figures].map(([name, { id }]) => [id, name]))
    const mixed = linked.findings.flatMap(({ members }) => {
      const ids = new Set(members.flatMap(({ figureId }) => plantedOf.get(names.get(figureId) ?? '') ?? []))
      return ids.size > 1 ? [[...ids]] : []
    })
    expect(mixed).toEqual([])
  })

  it('no comparison says what was not planted', () => {
    const names = new Map([...run.figures].map(([name, { id }]) => [id, name]))
    const claims = linked.findings.flatMap(({ members }) =>
      members.filter(({ comparison }) => comparison !== 'same' && comparison !== 'not-checked'),
    )
    for (const { figureId, comparison } of claims)
      expect([figureId, names.get(figureId), comparison]).toEqual([
        figureId,
        names.get(figureId),
        expected.get(names.get(figureId) ?? '')?.comparison,
      ])
  })

  it('`same` is said of no figure that was planted to differ', () => {
    const wrong = [...run.figures].filter(([name, { id }]) => {
      const wanted = expected.get(name)?.comparison
      const said = findingOf.get(id)!.members.find(({ figureId }) => figureId === id)!.comparison
      return said === 'same' && wanted !== undefined && wanted !== 'same'
    })
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  it('no story but the planted ones', () => {
    const keys = new Map([...run.byKey].map(([key, { id }]) => [id, key]))
    const told = linked.stories.map(({ members }) =>
      members.map(({ articleId }) => keys.get(articleId)).sort(),
    )
    const kinds = new Set(['near-duplicate', 'rewrite', 'repost', 'converted'])
    const wanted = planted.cases
      .filter(({ kind }) => kinds.has(kind))
      .map(({ articles }) => articles.toSorted())
    expect(told.sort()).toEqual(wanted.sort())
  })
})

describe('the sample press as a whole', () => {
  it('joins most planted members and compares most of them', () => {
    const members = planted.findings.flatMap(({ id, members: all }) => all.map((member) => ({ id, member })))
    const together = members.filter(({ id, member }) => {
      const others = figuresOf(id).map((name) => findingWith(name).id)
      const own = findingWith(member.figure).id
      return others.length === 1 || others.filter((other) => other === own).length > 1
    })
    expect(together.length / members.length).toBeGreaterThan(0.9)
    const same = members.filter(({ member }) => member.comparison === 'same')
    const said = same.filter(({ member }) => memberOf(member.figure).comparison === 'same')
    // The others have conditions in other words, which are not compared.
    expect(said.length / same.length).toBeGreaterThan(0.51)
  })
})
