import { checkAnswer } from '../core/aid/check.ts'
import { buildMessages, type Candidate, hashRequest, type Message } from '../core/aid/prompt.ts'
import { buildMatchers } from '../core/extract/article.ts'
import type { Aid } from '../core/model/aid.ts'
import type { Article } from '../core/model/article.ts'
import type { Finding } from '../core/model/finding.ts'
import { hideTakenDown } from '../store/published.ts'
import type { Store } from '../store/store.ts'
import { findText } from '../store/texts.ts'
import type { Budget } from './aid-budget.ts'
import {
  AidError,
  type Answer,
  ask,
  type Endpoint,
  estimateTokens,
  MOST_ANSWER_TOKENS,
} from './aid-client.ts'
import type { Context } from './context.ts'
import { openMeter } from './meter.ts'

/** What a round did. */
export interface AidCounts {
  asked: number
  /** Titles, summaries, claims and links that passed. */
  kept: number
  /** Those that did not, by reason. */
  dropped: Record<string, number>
  /** Articles that a later round will ask about. */
  left: number
  tokens: number
  /** Why articles are left: the cap that was reached (expected), or what the endpoint did last that was no answer. */
  stopped?: { message: string; isExpected: boolean }
}

export interface AidOptions {
  endpoint: Endpoint
  budget: Budget
  limit: number
  /** Aborts when the round's time is over. */
  deadline: AbortSignal
  now: () => Date
  tell: (text: string) => void
  /** Longest that one answer may take. */
  answerMs?: number
}

const ANSWER_MS = 60_000
/** Failures in a row after which the endpoint counts as down. */
const PATIENCE = 3
/** Offered for one article: more would cost more than all of its text. */
const MOST_CANDIDATES = 20

/** Asks about every article that has no answer to the present words yet, newest first, as far as the caps allow. */
export async function proposeAll(context: Context, options: AidOptions): Promise<AidCounts> {
  const store = hideTakenDown(context.store, context.contentDir)
  const matchers = buildMatchers(context.registry)
  const waiting = await findWaiting(store, options.endpoint.model)
  const findings = await groupFindings(store)
  const counts: AidCounts = { asked: 0, kept: 0, dropped: {}, left: waiting.length, tokens: 0 }
  const meter = openMeter(waiting.length, 'articles')
  let failures = 0
  for (const id of waiting) {
    const cap = findCap(options, counts)
    if (cap) return { ...counts, stopped: { message: cap, isExpected: true } }
    const article = await store.read('articles', id)
    const text = article && (await findText(context.cache, article.textHash, options.tell))
    if (article === undefined || text === undefined) {
      counts.left--
      continue
    }
    try {
      const candidates = await findCandidates(article, findings, store)
      const answer = await askWithin(buildMessages(article, text, candidates), options, counts)
      if (!answer) return { ...counts, stopped: { message: 'aidDailyTokens are spent', isExpected: true } }
      const checked = checkAnswer(answer.content, { article, text, candidates }, matchers)
      await context.store.write('aids', buildAid(article, checked, options))
      addUp(counts, checked)
      failures = 0
    } catch (error) {
      if (!(error instanceof AidError)) throw error
      counts.dropped[error.code] = (counts.dropped[error.code] ?? 0) + 1
      counts.stopped = { message: error.message, isExpected: false }
      if (++failures === PATIENCE) return counts
    }
    options.tell(meter.advance())
  }
  return counts
}

function findCap({ limit, deadline }: AidOptions, { asked }: AidCounts): string | undefined {
  if (asked >= limit) return '--limit is reached'
  return deadline.aborted ? 'aidMinutes are over' : undefined
}

/** Undefined when the day's tokens do not suffice. What is set aside and not settled, after a kill, counts as spent. */
async function askWithin(
  messages: Message[],
  { endpoint, budget, deadline, answerMs = ANSWER_MS }: AidOptions,
  counts: AidCounts,
): Promise<Answer | undefined> {
  const reserved = estimateTokens(JSON.stringify(messages)) + MOST_ANSWER_TOKENS
  if (!(await budget.reserve(reserved))) return undefined
  const signal = AbortSignal.any([deadline, AbortSignal.timeout(answerMs)])
  // An endpoint that answers too late, or with rubbish, may have counted nevertheless; one that refuses has not.
  let spent = reserved
  try {
    const answer = await ask(endpoint, messages, signal)
    spent = answer.tokens
    return answer
  } catch (error) {
    if (error instanceof AidError && /^(unreachable|http-)/.test(error.code)) spent = 0
    throw error
  } finally {
    counts.tokens += spent
    await budget.settle(reserved, spent)
  }
}

function buildAid(
  article: Article,
  checked: ReturnType<typeof checkAnswer>,
  { endpoint, now }: AidOptions,
): Aid {
  return {
    id: article.id,
    textHash: article.textHash,
    model: endpoint.model,
    requestHash: hashRequest(endpoint.model, article),
    at: now().toISOString(),
    ...checked,
  }
}

function addUp(
  counts: AidCounts,
  { titles, summary, claims, links, dropped }: ReturnType<typeof checkAnswer>,
) {
  counts.asked++
  counts.left--
  counts.kept += Object.keys(titles).length + (summary ? 1 : 0) + claims.length + links.length
  for (const [reason, count] of Object.entries(dropped))
    counts.dropped[reason] = (counts.dropped[reason] ?? 0) + count
}

/** Ids of articles without an answer, newest first. Those that may not be quoted are shown to nobody. */
async function findWaiting(store: Store, model: string): Promise<string[]> {
  const answered = new Map<string, string>()
  for await (const { id, requestHash } of store.list('aids')) answered.set(id, requestHash)
  const silent = new Set<string>()
  for await (const { id, excerptLimit } of store.list('sources')) if (excerptLimit === 0) silent.add(id)
  const waiting: { id: string; date: string }[] = []
  for await (const article of store.list('articles')) {
    if (article.excerptLimit === 0 || silent.has(article.sourceId)) continue
    if (answered.get(article.id) === hashRequest(model, article)) continue
    waiting.push({ id: article.id, date: article.published ?? article.firstSeenAt })
  }
  return waiting.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).map(({ id }) => id)
}

type Group = Pick<Finding, 'id' | 'members'>[]
const keyOf = ({ unit, value, maxValue }: Pick<Finding, 'unit' | 'value' | 'maxValue'>) =>
  `${unit} ${value} ${maxValue}`

async function groupFindings(store: Store): Promise<Map<string, Group>> {
  const groups = new Map<string, Group>()
  for await (const finding of store.list('findings')) {
    const { id, members } = finding
    const group = groups.get(keyOf(finding))
    if (group) group.push({ id, members })
    else groups.set(keyOf(finding), [{ id, members }])
  }
  return groups
}

/** Findings of the same value and unit that no figure of the article is in. */
async function findCandidates(
  article: Article,
  findings: Map<string, Group>,
  store: Store,
): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  for (const figure of article.figures) {
    for (const { id, members } of findings.get(keyOf(figure)) ?? []) {
      if (candidates.length === MOST_CANDIDATES) return candidates
      if (members.some(({ articleId }) => articleId === article.id)) continue
      const [lead] = members
      const other = await store.read('articles', lead!.articleId)
      const quote = other?.figures.find((one) => one.id === lead!.figureId)?.quote.exact
      if (quote && other.excerptLimit !== 0) candidates.push({ findingId: id, figureId: figure.id, quote })
    }
  }
  return candidates
}
