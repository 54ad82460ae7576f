import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Registry } from '../model/registry.ts'
import type { Source } from '../model/source.ts'
import type { Story } from '../model/story.ts'
import { buildFinding, type FindingDraft } from './findings.ts'
import { buildGroups, type Group, type PairRules } from './groups.ts'
import { seatGuests } from './guests.ts'
import { assignIds } from './identity.ts'
import { LinkIndex, type Touched } from './link-index.ts'
import type { ArticleNode, FigureNode } from './nodes.ts'
import { followRedirects, type Redirect } from './redirect.ts'
import { buildStories, type StoryDraft } from './stories.ts'

/** What an earlier run left. `index` makes the next run look at new and changed articles only. */
export interface Previous {
  stories: Iterable<Story>
  findings: Iterable<Finding>
  redirects: Redirect[]
  index?: LinkState
}

export interface LinkOptions {
  previous?: Previous
  /** Texts by `textHash`, where they are at hand: they show copies, rewrites and translations. */
  texts?: ReadonlyMap<string, string>
  /** Says which sources are primary; without them only papers are. */
  sources?: Source[]
  /** What editors decided about pairs of figures. */
  rules?: PairRules
  /** RFC 3339. */
  now: string
}

export interface Linked {
  /** By id. */
  stories: Story[]
  findings: Finding[]
  redirects: Redirect[]
  /** Ids of findings and stories that this run added or changed. */
  changed: Set<string>
  /** Hand it to the next run as `previous.index`. */
  index: LinkState
}

/** Everything that one run hands to the next in memory; to be treated as closed. */
export interface LinkState {
  links: LinkIndex
  groupOf: Map<FigureNode, Group>
  findings: Map<string, Finding>
  findingOf: Map<string, string>
  stories: Map<string, Story>
  storyOf: Map<string, string>
  rules: PairRules
  registry: Registry
}

const NO_RULES: PairRules = { joined: [], parted: [] }

/**
 * Stories and findings of the articles: which texts are versions of one another, and which figures state the same result.
 * The same articles give the same groups in whatever order and in however many runs they come.
 */
export function link(articles: Article[], registry: Registry, options: LinkOptions): Linked {
  const { previous, texts = new Map(), sources = [], rules = NO_RULES, now } = options
  const state =
    previous?.index?.registry === registry ? previous.index : openState(registry, sources, previous)
  const touched = state.links.update(articles, texts)
  for (const id of [...state.rules.joined, ...state.rules.parted, ...rules.joined, ...rules.parted].flat())
    if (state.links.figures.has(id)) touched.figures.add(state.links.figures.get(id)!)
  state.rules = rules
  const changed = new Set<string>()
  const redirects = [
    ...updateFindings(state, touched, now, changed),
    ...updateStories(state, touched, now, changed),
  ]
  const isLive = (id: string) => state.findings.has(id) || state.stories.has(id)
  return {
    stories: sortById(state.stories),
    findings: sortById(state.findings),
    redirects: followRedirects(previous?.redirects ?? [], redirects, isLive),
    changed,
    index: state,
  }
}

function sortById<T>(records: Map<string, T>): T[] {
  return [...records.keys()].sort().map((id) => records.get(id)!)
}

function openState(registry: Registry, sources: Source[], previous: Previous | undefined): LinkState {
  const tiers = new Map(sources.map(({ id, tier }) => [id, tier]))
  const isPrimary = ({ sourceId, type }: Article) =>
    tiers.get(sourceId) === 'primary' || (!tiers.has(sourceId) && type === 'ScholarlyArticle')
  const findings = new Map(Array.from(previous?.findings ?? [], (finding) => [finding.id, finding]))
  const stories = new Map(Array.from(previous?.stories ?? [], (story) => [story.id, story]))
  return {
    links: new LinkIndex(registry, isPrimary),
    groupOf: new Map(),
    findings,
    findingOf: new Map(
      [...findings.values()].flatMap(({ id, members }) =>
        members.map(({ figureId }) => [figureId, id] as const),
      ),
    ),
    stories,
    storyOf: new Map(
      [...stories.values()].flatMap(({ id, members }) =>
        members.map(({ articleId }) => [articleId, id] as const),
      ),
    ),
    rules: NO_RULES,
    registry,
  }
}

/** Regroups what was touched and rebuilds the records that could read differently now. */
function updateFindings(state: LinkState, touched: Touched, now: string, changed: Set<string>): Redirect[] {
  const { links, groupOf } = state
  const of = (node: FigureNode) => groupOf.get(node)
  const groups = regroup(state, touched)
    .values()
    .toArray()
    .filter(({ host }) => host === undefined)
  const drafts = new Map(groups.map((group) => [group, buildFinding(group, links, of)]))
  const items = groups.map((group) => ({ group, members: memberIds(drafts.get(group)!) }))
  const before = previousOf(
    items.flatMap(({ members }) => members),
    touched.lost,
    state.findingOf,
    (id) => memberIds(state.findings.get(id)!),
  )
  const { ids, redirects } = assignIds(items, before, 'finding', now)
  const old = new Map([...before.keys()].map((id) => [id, state.findings.get(id)!]))
  for (const id of before.keys()) state.findings.delete(id)
  for (const id of touched.lost) state.findingOf.delete(id)
  for (const item of items) for (const member of item.members) state.findingOf.set(member, ids.get(item)!)
  for (const item of items) {
    const finding = finishFinding(ids.get(item)!, drafts.get(item.group)!, state, old, now)
    state.findings.set(finding.id, finding)
    if (finding !== old.get(finding.id)) changed.add(finding.id)
  }
  return redirects
}

/** Members that count first, so that a finding is never named after a wrong copy. */
function memberIds({ members }: Pick<Finding, 'members'>): string[] {
  const ids = (isVariant: boolean) =>
    members.filter(({ relation }) => (relation === 'variant') === isVariant).map(({ figureId }) => figureId)
  return [...ids(false), ...ids(true)]
}

function finishFinding(
  id: string,
  { later, ...draft }: FindingDraft,
  state: LinkState,
  old: Map<string, Finding>,
  now: string,
): Finding {
  const supersededBy = later && state.findingOf.get(later.nodes[0]!.figure.id)
  const before = old.get(id)
  const finding: Finding = {
    id,
    ...draft,
    ...(supersededBy !== undefined && { supersededBy }),
    updatedAt: before?.updatedAt ?? now,
  }
  if (before && isEqual(before, finding)) return before
  return { ...finding, updatedAt: now }
}

const isEqual = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b))

/** Records read from a store have their keys in another order than those of this process. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  )
}

/** New groups for what was touched, and all groups whose comparison with a primary source may have changed with them. */
function regroup(state: LinkState, touched: Touched): Set<Group> {
  const { links, groupOf } = state
  const fresh = buildGroups(links, touched.figures, state.rules)
  const left = new Set<Group>()
  for (const node of [...fresh.flatMap(({ nodes }) => nodes), ...figuresOf(touched.removed)])
    if (groupOf.has(node)) left.add(groupOf.get(node)!)
  for (const node of figuresOf(touched.removed)) groupOf.delete(node)
  for (const group of fresh) for (const node of group.nodes) groupOf.set(node, group)
  const affected = withNeighbours(fresh, touched, state)
  for (const group of left) {
    for (const guest of group.guests) {
      delete guest.host
      affected.add(guest)
    }
    if (group.host?.guests.delete(group)) affected.add(group.host)
  }
  const isCurrent = (group: Group) => groupOf.get(group.nodes[0]!) === group
  for (const group of seatGuests([...affected].filter(isCurrent), links, (node) => groupOf.get(node)))
    affected.add(group)
  return new Set([...affected].filter(isCurrent))
}

function withNeighbours(
  fresh: Group[],
  { articles, removed }: Touched,
  { links, groupOf }: LinkState,
): Set<Group> {
  const groups = new Set(fresh)
  const about = new Set<ArticleNode>(articles)
  for (const { article, own } of [...articles, ...removed])
    if (links.isPrimary(article)) for (const coverage of links.findCiting(own)) about.add(coverage)
  for (const { nodes, primaries } of fresh)
    if (primaries.length > 0) for (const { of } of nodes) about.add(of)
  for (const node of figuresOf(about)) groups.add(groupOf.get(node)!)
  for (const { primaries } of fresh)
    for (const node of primaries)
      for (const other of links.findMeasured(node)) groups.add(groupOf.get(other)!)
  return groups
}

const figuresOf = (articles: Iterable<ArticleNode>) => [...articles].flatMap(({ figures }) => figures)

/** Earlier records that the members, or members that are gone, belonged to. */
function previousOf(
  members: string[],
  lost: Iterable<string>,
  ownerOf: Map<string, string>,
  membersOf: (id: string) => string[],
): Map<string, string[]> {
  const ids = new Set(
    [...members, ...lost].map((member) => ownerOf.get(member)).filter((id) => id !== undefined),
  )
  return new Map([...ids].map((id) => [id, membersOf(id)]))
}

function updateStories(state: LinkState, touched: Touched, now: string, changed: Set<string>): Redirect[] {
  const { links } = state
  const items = buildStories(links, touched.articles).map((draft) => ({
    draft,
    members: draft.members.map(({ articleId }) => articleId),
  }))
  const members = [
    ...items.flatMap((item) => item.members),
    ...[...touched.articles].map(({ article }) => article.id),
  ]
  const before = previousOf(members, touched.lostArticles, state.storyOf, (id) =>
    state.stories.get(id)!.members.map(({ articleId }) => articleId),
  )
  const { ids, redirects } = assignIds(items, before, 'story', now)
  const old = new Map([...before.keys()].map((id) => [id, state.stories.get(id)!]))
  for (const [id, lostMembers] of before) {
    state.stories.delete(id)
    for (const member of lostMembers) state.storyOf.delete(member)
  }
  for (const item of items) storeStory(ids.get(item)!, item.draft, state, old, changed)
  return redirects
}

function storeStory(
  id: string,
  draft: StoryDraft,
  state: LinkState,
  old: Map<string, Story>,
  changed: Set<string>,
): void {
  const story: Story = { id, ...draft }
  const before = old.get(id)
  const isSame = before !== undefined && isEqual(before, story)
  state.stories.set(id, isSame ? before : story)
  for (const { articleId } of story.members) state.storyOf.set(articleId, id)
  if (!isSame) changed.add(id)
}
