/**
 * Speed of extraction beside Microsoft's recognizers (five models: number, percentage, currency, dimension, date and time),
 * which are measured in the same run by a process of their own: over sentences with a number, of a press that has a figure in
 * every second sentence, and over all sentences of real articles, which is what a collector reads. Throughput over texts,
 * start-up, and memory over 10,000 documents.
 *
 * Each line says what it covers: `quantities` reads every number with its unit, which is what the recognizers do; `figures`
 * also finds structure and names and chooses the figures; `extract` is everything that becomes a record: figures with
 * subject, metric and speaker, claims, references, names and topics, of one text after another as a collector meets them;
 * `extract, many` is the same of texts that are all there, as for `redline extract`. A last line for each set of texts tells
 * where its time goes.
 *
 *   node bin/run.mjs bench/extract.ts [--documents 10000]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract, extractAll } from '../src/core/extract/article.ts'
import { bindFigures } from '../src/core/extract/binding.ts'
import { extractClaims } from '../src/core/extract/claims.ts'
import { findEntities } from '../src/core/extract/entities.ts'
import { readQuantities } from '../src/core/extract/grammar.ts'
import { buildReading } from '../src/core/extract/reading.ts'
import { extractReferences } from '../src/core/extract/references.ts'
import { selectQuantities } from '../src/core/extract/selection.ts'
import { readSentences, readSources } from '../src/core/extract/sources.ts'
import { readTextTokens } from '../src/core/extract/tokens.ts'
import { findTopics } from '../src/core/extract/topics.ts'
import { findTurns } from '../src/core/extract/turns.ts'
import { splitBlocks } from '../src/core/text/blocks.ts'
import { detectLang, foldChars } from '../src/core/text/script.ts'
import { loadMatchers } from '../src/matchers-quick.ts'

const PRESS = join(import.meta.dirname, '../scrapers/sample/press')
const CORPUS = join(import.meta.dirname, '../../shared/corpus')
const documents = Number(process.argv[process.argv.indexOf('--documents') + 1]) || 10_000
const matchers = loadMatchers()

const readTexts = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))

/** Language, blocks, turns, sentences and the folded text. */
function readStructure(text: string) {
  const blocks = splitBlocks(text)
  const turns = findTurns(text, blocks)
  const sentences = readSentences(text, blocks, turns)
  return { lang: detectLang(text), folded: foldChars(text), blocks, turns, sentences }
}

const readNames = (text: string, folded: string) =>
  findEntities(text, matchers.entities, readTextTokens(folded))

/** Structure, names and the choice of figures, without what each is about. */
function readFigures(text: string): void {
  const found = readStructure(text)
  const entities = readNames(text, found.folded)
  selectQuantities(buildReading(text, found.folded, { ...found, entities }))
}

const each = (read: (text: string) => unknown) => (texts: string[]) => {
  for (const text of texts) read(text)
}

const extractMany = (texts: string[]) =>
  extractAll(
    texts.map((text) => ({ text })),
    matchers,
  )

const WORK: [name: string, run: (texts: string[]) => unknown][] = [
  ['quantities', each(readQuantities)],
  ['figures', each(readFigures)],
  ['extract', each((text) => extract({ text }, matchers))],
  ['extract, many', extractMany],
]

/** CPU seconds of a piece of work; the machine may be shared, so wall time says little. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1e6
}

/** The best of several rounds, after one for warming up. */
const bestOf = (rounds: number, work: () => void) =>
  Math.min(...Array.from({ length: rounds + 1 }, () => cpuSeconds(work)).slice(1))

/** Sentences a CPU second that the recognizers read, for the language that they call by a culture. */
function rateOfRecognizers(sentences: string[], culture: 'zh-cn' | 'en-us'): number {
  const script = join(import.meta.dirname, 'extract-recognizers.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, script], {
    input: JSON.stringify({ sentences, culture }),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script}: expected a rate, found status ${status}: ${stderr}`)
  return Number(stdout)
}

function printRatio(name: string, ours: number, theirs: number): void {
  console.log(
    `${name}: ${ours.toFixed(0)} sentences/CPU-s, recognizers ${theirs.toFixed(1)}, ratio ${(ours / theirs).toFixed(0)} (aim 100)`,
  )
}

/** Only sentences that hold a number, each by itself: the least favourable to us, who read what a number is about. */
function compareSentences(
  name: string,
  sentences: string[],
  culture: 'zh-cn' | 'en-us',
  sample: number,
): void {
  const some = sentences.filter((words) => /\d|[一二三四五六七八九十百千万亿]/.test(words)).slice(0, sample)
  const theirs = rateOfRecognizers(some, culture)
  for (const [level, read] of WORK) {
    for (let i = 0; i < 50; i++) read(some)
    const ours = some.length / bestOf(20, () => read(some))
    printRatio(`${name}, sentences with a number, ${level}`, ours, theirs)
  }
}

/** Sentences that the recognizers read of all those of the articles in one language, drawn evenly. */
const DRAWN = 150

/** All sentences of articles: we read whole articles, the recognizers every n-th of the same sentences. */
function compareArticles(name: string, texts: string[], culture: 'zh-cn' | 'en-us'): void {
  const sentences = texts.flatMap((text) =>
    readStructure(text).sentences.map(({ start, end }) => text.slice(start, end)),
  )
  const every = Math.ceil(sentences.length / DRAWN)
  const drawn = sentences.filter((_, index) => index % every === 0)
  const theirs = rateOfRecognizers(drawn, culture)
  const label = `${name}, all ${sentences.length} sentences of ${texts.length} articles (recognizers: ${drawn.length} of them)`
  for (const [level, read] of WORK) {
    const ours = sentences.length / bestOf(roundsFor(texts), () => read(texts))
    printRatio(`${label}, ${level}`, ours, theirs)
  }
}

/** Text read until V8 has compiled what is worth it: each round is quicker than the one before until then. */
const WARM_BYTES = 40e6
const bytesOf = (texts: string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const roundsFor = (texts: string[]) => Math.max(5, Math.ceil(WARM_BYTES / bytesOf(texts)))

function measureThroughput(name: string, texts: string[]): void {
  const bytes = bytesOf(texts)
  for (const [level, read] of WORK) {
    const seconds = bestOf(roundsFor(texts), () => read(texts))
    console.log(
      `${name}, ${level}: ${(bytes / 1e6 / seconds).toFixed(2)} MB of text per CPU-second (aim 5; ${texts.length} texts)`,
    )
  }
}

/** Runs a part of the work and adds its time to that of the part. */
type Clock = <T>(part: string, work: () => T) => T

/** What `extract` does with a text, part by part. */
function runParts(text: string, clock: Clock): void {
  const found = clock('structure', () => readStructure(text))
  const entities = clock('names', () => readNames(text, found.folded))
  const reading = buildReading(text, found.folded, { ...found, entities })
  const selected = clock('choice of figures', () => selectQuantities(reading))
  clock('binding', () => bindFigures([{ reading, selected }]))
  const sources = readSources([{ doc: { text }, articleId: '' }], matchers)[0]!
  clock('claims', () => extractClaims([sources]))
  clock('references and topics', () => {
    extractReferences({ text, blocks: found.blocks })
    findTopics(sources.tokens, matchers.topics)
  })
}

/** Shares of the time, after a round for warming up. Wall time, so that one part can be told from the next. */
function measureParts(name: string, texts: string[]): void {
  const spent = new Map<string, number>()
  const clock: Clock = (part, work) => {
    const start = performance.now()
    const result = work()
    spent.set(part, (spent.get(part) ?? 0) + performance.now() - start)
    return result
  }
  for (const text of texts) runParts(text, clock)
  spent.clear()
  for (let round = 0; round < 4; round++) for (const text of texts) runParts(text, clock)
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0)
  const shares = [...spent].map(([part, time]) => `${part} ${((100 * time) / all).toFixed(0)} %`)
  console.log(`${name}, where the time goes: ${shares.join(', ')}`)
}

const press = readTexts(PRESS)

// The sample press has a figure in every second sentence; the articles beside the project have what real ones have. They come
// first: what has been compiled for lone sentences slows whole texts, and a collector reads none.
const SETS: [name: string, texts: string[]][] = [['sample press', press]]
if (existsSync(CORPUS)) SETS.unshift(['articles', readTexts(CORPUS)])
else console.log('articles: not measured, ../shared/corpus is not here')
for (const [name, texts] of SETS) {
  measureThroughput(name, texts)
  measureParts(name, texts)
}
if (existsSync(CORPUS)) {
  compareArticles('zh-Hans', readTexts(join(CORPUS, 'zh-Hans')), 'zh-cn')
  compareArticles('en', readTexts(join(CORPUS, 'en')), 'en-us')
}

const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)
compareSentences(
  'zh',
  press.filter(isChinese).flatMap((text) => text.split(/(?<=[。！？])/)),
  'zh-cn',
  60,
)
compareSentences(
  'en',
  press.filter((text) => !isChinese(text)).flatMap((text) => text.split(/(?<=[.!?])\s/)),
  'en-us',
  30,
)

const heap: number[] = []
for (let i = 0; i < documents; i++) {
  extract({ text: press[i % press.length]! }, matchers)
  if (i % Math.ceil(documents / 10) === 0) heap.push(Math.round(process.memoryUsage().heapUsed / 1e6))
}
console.log(`heap in MB over ${documents} documents: ${heap.join(' ')}`)

const start = join(import.meta.dirname, 'extract-start.ts')
const starts = Array.from({ length: 15 }, () =>
  spawnSync(process.execPath, [...process.execArgv, start], { encoding: 'utf8' })
    .stdout.split(' ')
    .map(Number),
)
const [elapsed, cpu] = [0, 1].map((at) => Math.min(...starts.map((times) => times[at]!)).toFixed(0))
console.log(
  `start-up: ${elapsed} ms from process start to the first figure (aim 150), ${cpu} ms of CPU time in all threads; with the compile cache and the options that every command uses`,
)
