import type { Topic } from '../model/vocabulary.ts'
import { foldChars } from '../text/script.ts'
import { readName, readTokens, type Tokens } from './tokens.ts'
import { buildTrie, matchNames, type Trie } from './trie.ts'

/** Terms of a topic tree, ready for `findTopics`. */
export interface TopicMatcher {
  root: Trie<Term>
  parents: Map<string, string>
}

interface Term {
  written: string
  topics: string[]
}

/** A topic of a text, with the terms that speak for it, as the tree writes them. */
export interface TopicScore {
  id: string
  score: number
  terms: string[]
}

/** A term in the title says as much as this many in the body. */
const TITLE_WEIGHT = 3
/** Least score, and least share of the best one; below, a topic is only mentioned. */
const LEAST_SCORE = 1.2
const LEAST_SHARE = 0.35
const MOST_TOPICS = 4

export function buildTopicMatcher(topics: readonly Topic[]): TopicMatcher {
  const terms = new Map<string, Term>()
  for (const topic of topics) {
    for (const written of [...Object.values(topic.names), ...topic.terms]) {
      const key = foldChars(written)
      const known = terms.get(key)
      if (known && !known.topics.includes(topic.id)) known.topics.push(topic.id)
      else if (!known) terms.set(key, { written, topics: [topic.id] })
    }
  }
  // A word's plural speaks for its topic as well.
  const each = [...terms.values()].flatMap((term) => {
    const { written } = term
    const names = /[a-z]$/.test(written) ? [written, `${written}s`] : [written]
    return names.map((name) => ({ name, term }))
  })
  const root = buildTrie(
    'topics',
    each.map(({ name }) => name),
    each.map(({ term }) => term),
  )
  return { root, parents: new Map(topics.flatMap(({ id, parent }) => (parent ? [[id, parent]] : []))) }
}

/**
 * Topics of a text or of its folded tokens, best first. Each distinct term gives 1 + ln(times it stands there), shared among the topics that list
 * it; a broad topic gives way to a narrower one below it that scores as well.
 */
export function findTopics(text: string | Tokens, matcher: TopicMatcher, title = ''): TopicScore[] {
  const tokens = typeof text === 'string' ? readTokens(foldChars(text)) : text
  const counts = new Map<Term, number>()
  for (const [words, weight] of [
    [tokens, 1],
    [readName(foldChars(title)), TITLE_WEIGHT],
  ] as const)
    for (const { value } of matchNames(words, matcher.root))
      counts.set(value, (counts.get(value) ?? 0) + weight)
  const scores = new Map<string, TopicScore>()
  for (const [term, count] of counts)
    for (const id of term.topics) {
      const entry = scores.get(id) ?? { id, score: 0, terms: [] }
      scores.set(id, entry)
      entry.score += (1 + Math.log(count)) / term.topics.length
      entry.terms.push(term.written)
    }
  return choose([...scores.values()], matcher.parents)
}

function choose(scores: TopicScore[], parents: ReadonlyMap<string, string>): TopicScore[] {
  scores.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const best = scores[0]?.score ?? 0
  const strong = scores.filter(({ score }) => score >= Math.max(LEAST_SCORE, best * LEAST_SHARE))
  const covered = new Set(strong.slice(0, MOST_TOPICS).map(({ id }) => parents.get(id)))
  return strong.filter(({ id }) => !covered.has(id)).slice(0, MOST_TOPICS)
}
