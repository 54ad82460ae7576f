// Links synthetic articles: 10,000 with 100,000 figures from nothing, then 100 more, and a tenth of it for the growth.
//
//   node bin/run.mjs bench/link.ts [articles]
//
// Budget: from nothing at most 60 s and 1.5 GB, 100 more in at most 2 s, ten times the figures in at most 15 times the time.
import { createHash } from 'node:crypto'
import { link } from '../src/core/cluster/link.ts'
import type { Article } from '../src/core/model/article.ts'
import type { Figure } from '../src/core/model/figure.ts'
import type { Registry } from '../src/core/model/registry.ts'
import { readRegistry } from '../src/registry.ts'

const BUDGET = { seconds: 60, megabytes: 1536, addSeconds: 2, growth: 15 }
const FIGURES = 10
const size = Number(process.argv[2] ?? 10_000)
const registry = readRegistry()
const now = '2026-11-20T00:00:00Z'

const small = measure(Math.round(size / 10))
const large = measure(size)
const megabytes = process.resourceUsage().maxRSS / 1024
const growth = large.seconds / small.seconds
const report = {
  articles: size,
  figures: size * FIGURES,
  findings: large.findings,
  joined: large.joined,
  stories: large.stories,
  seconds: round(large.seconds),
  secondsForATenth: round(small.seconds),
  growth: round(growth),
  addSeconds: round(large.addSeconds),
  megabytes: Math.round(megabytes),
}
console.log(JSON.stringify(report))
const failures = [
  large.seconds > BUDGET.seconds && `from nothing: ${report.seconds} s, at most ${BUDGET.seconds}`,
  megabytes > BUDGET.megabytes && `memory: ${report.megabytes} MB, at most ${BUDGET.megabytes}`,
  large.addSeconds > BUDGET.addSeconds && `100 more: ${report.addSeconds} s, at most ${BUDGET.addSeconds}`,
  growth > BUDGET.growth && `growth: ${report.growth} times, at most ${BUDGET.growth}`,
].filter((line) => line !== false)
for (const line of failures) console.error(`over budget: ${line}`)
process.exitCode = failures.length > 0 ? 1 : 0

function measure(count: number) {
  const random = createRandom(count)
  const texts = new Map<string, string>()
  const articles = Array.from({ length: count }, (_, index) => buildSynthetic(index, random, registry, texts))
  const more = Array.from({ length: 100 }, (_, index) =>
    buildSynthetic(count + index, random, registry, texts),
  )
  const start = process.cpuUsage()
  const first = link(articles, registry, { texts, now })
  const seconds = cpuSeconds(start)
  const startAdding = process.cpuUsage()
  const second = link([...articles, ...more], registry, { texts, now, previous: { ...first } })
  const addSeconds = cpuSeconds(startAdding)
  return {
    seconds,
    addSeconds,
    findings: second.findings.length,
    joined: second.findings.filter(({ members }) => members.length > 1).length,
    stories: second.stories.length,
  }
}

/** Processor time: on an idle machine the time by the clock, for linking runs on one thread; on a busy one still the same. */
function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

/** An article of 10 figures; every fourth one covers an earlier one, in the other language or in the same. */
function buildSynthetic(
  index: number,
  random: () => number,
  from: Registry,
  texts: Map<string, string>,
): Article {
  const topic = index % 4 === 3 ? Math.floor(index * random()) : index
  const about = createRandom(topic * 7 + 1)
  const isHan = random() < 0.5
  const id = createHash('sha256').update(`article ${index}`).digest('hex').slice(0, 16)
  const sentences: string[] = []
  const plans = Array.from({ length: FIGURES }, () => planFigure(about, isHan, from))
  let text = isHan ? `样例报道${index}：研究显示\n` : `Sample report ${index} on a study\n`
  const figures = plans.map(({ sentence, ...figure }, order): Figure => {
    const start = text.length
    text += `${sentence}\n`
    sentences.push(sentence)
    const at = start + sentence.indexOf(figure.asWritten)
    return {
      ...figure,
      id: createHash('sha256').update(`${id} ${order}`).digest('hex').slice(0, 16),
      articleId: id,
      start: at,
      end: at + figure.asWritten.length,
      quote: { exact: sentence, prefix: '', suffix: '', start, end: start + sentence.length },
    }
  })
  const textHash = createHash('sha256').update(text).digest('hex')
  texts.set(textHash, text)
  const day = new Date(Date.UTC(2023, 0, 1) + topic * 3_600_000 + Math.floor(random() * 10) * 86_400_000)
  return {
    id,
    sourceId: `outlet-${Math.floor(random() * 200)}`,
    type: 'NewsArticle',
    url: `https://outlet.example/${id}`,
    lang: isHan ? 'zh-Hans' : 'en',
    title: `Sample report ${index}`,
    authors: [],
    published: day.toISOString().slice(0, 10),
    firstSeenAt: now,
    retrievedAt: now,
    textHash,
    textLength: text.length,
    tags: [],
    topics: [],
    sample: true,
    entities: plans
      .slice(0, 4)
      .map(({ subject, subjectId }) => ({ kind: 'model', name: subject!, entityId: subjectId!, count: 1 })),
    references:
      topic % 3 === 0
        ? [{ kind: 'arxiv', id: `24${String(topic % 12).padStart(2, '0')}.${10000 + topic}` }]
        : [],
    figures,
    claims: [],
    revisions: [{ textHash, retrievedAt: now, appeared: [], vanished: [] }],
  }
}

function planFigure(random: () => number, isHan: boolean, from: Registry) {
  const models = from.entities.filter(({ kind }) => kind === 'model')
  const pick = <T>(list: T[]) => list[Math.floor(random() * list.length)]!
  const model = pick(models)
  const metric = pick(from.metrics)
  const words = Array.from({ length: 6 }, () => pick(from.glossary)).map(
    ({ names }) => names[isHan ? 'zh-Hans' : 'en'],
  )
  const isCount = random() < 0.3
  const value = isCount
    ? Math.floor(10 ** (1 + 3 * random()))
    : Math.round(random() * 1000) / (random() < 0.5 ? 10 : 100)
  const rounded = random() < 0.5 ? Math.round(value / 5) * 5 : value
  const asWritten = isCount ? `${rounded}${isHan ? '次' : ' runs'}` : `${rounded}%`
  const name = model.names.en
  const metricName = metric.names[isHan ? 'zh-Hans' : 'en']
  const sentence = isHan
    ? `在${words[0]}与${words[1]}的测试中，${name}的${metricName}为${asWritten}，涉及${words.slice(2).join('、')}。`
    : `In tests of ${words[0]} and ${words[1]}, ${name} had a ${metricName} of ${asWritten} with ${words.slice(2).join(', ')}.`
  return {
    sentence,
    asWritten,
    value: rounded,
    unit: isCount ? ('count' as const) : ('percent' as const),
    ...(isCount && { unitDetail: isHan ? '次' : 'runs' }),
    qualifier: 'exact' as const,
    subject: name,
    subjectId: model.id,
    metric: metricName,
    metricId: metric.id,
    polarity: 'asserted' as const,
    tense: 'observed' as const,
  }
}

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
