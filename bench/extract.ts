/**
 * Speed of extraction beside Microsoft's recognizers (five models: number, percentage, currency, dimension, date and time)
 * over the same sentences in the same run, throughput over texts, start-up, and memory over 10,000 documents.
 *
 *   node bin/run.mjs bench/extract.ts [--documents 10000]
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import recognizers from '@microsoft/recognizers-text-suite'
import { buildMatchers, extract } from '../src/core/extract/article.ts'
import { readRegistry } from '../src/registry.ts'

const PRESS = join(import.meta.dirname, '../scrapers/sample/press')
const documents = Number(process.argv[process.argv.indexOf('--documents') + 1]) || 10_000

const texts = readdirSync(PRESS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(PRESS, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
const zh = texts.filter((text) => /[\u4e00-\u9fff]/.test(text)).flatMap((text) => text.split(/(?<=[。！？])/))
const en = texts.filter((text) => !/[\u4e00-\u9fff]/.test(text)).flatMap((text) => text.split(/(?<=[.!?])\s/))
const matchers = buildMatchers(readRegistry('content'))

/** CPU seconds of a piece of work; the machine may be shared, so wall time says little. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1e6
}

const { Culture } = recognizers
const RECOGNIZE = [
  recognizers.recognizeNumber,
  recognizers.recognizePercentage,
  recognizers.recognizeCurrency,
  recognizers.recognizeDimension,
  recognizers.recognizeDateTime,
]

function recognizeAll(sentences: string[], culture: string): void {
  for (const sentence of sentences) for (const recognize of RECOGNIZE) recognize(sentence, culture)
}

function extractAll(sentences: string[], rounds = 1): void {
  for (let round = 0; round < rounds; round++) for (const text of sentences) extract({ text }, matchers)
}

function compare(name: string, sentences: string[], culture: string, sample: number): void {
  const some = sentences
    .filter((sentence) => /\d|[一二三四五六七八九十百千万亿]/.test(sentence))
    .slice(0, sample)
  for (const sentence of some.slice(0, 20)) extract({ text: sentence }, matchers)
  for (const recognize of RECOGNIZE) recognize(some[0] ?? '1', culture)
  const theirs = some.length / cpuSeconds(() => recognizeAll(some, culture))
  const rounds = 20
  const ours = (some.length * rounds) / cpuSeconds(() => extractAll(some, rounds))
  console.log(
    `${name}: ${ours.toFixed(0)} sentences/CPU-s, recognizers ${theirs.toFixed(1)}, ratio ${(ours / theirs).toFixed(0)} (aim 100)`,
  )
}

compare('zh', zh, Culture.Chinese, 60)
compare('en', en, Culture.English, 30)

const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
for (const text of texts) extract({ text }, matchers)
const seconds = Math.min(...[1, 2, 3].map(() => cpuSeconds(() => extractAll(texts))))
console.log(
  `throughput: ${(bytes / 1e6 / seconds).toFixed(2)} MB of text per CPU-second over ${texts.length} articles (aim 5)`,
)

const heap: number[] = []
for (let i = 0; i < documents; i++) {
  extract({ text: texts[i % texts.length]! }, matchers)
  if (i % Math.ceil(documents / 10) === 0) heap.push(Math.round(process.memoryUsage().heapUsed / 1e6))
}
console.log(`heap in MB over ${documents} documents: ${heap.join(' ')}`)

const start = join(import.meta.dirname, 'extract-start.ts')
const starts = [1, 2, 3].map(() => Number(spawnSync(process.execPath, [start], { encoding: 'utf8' }).stdout))
console.log(`start-up: ${Math.min(...starts).toFixed(0)} ms from process start to the first figure (aim 150)`)
