/**
 * Sentences a CPU second that Microsoft's recognizers read, each by five models (number, percentage, currency, dimension, date
 * and time): the best of several rounds, after one for warming up. Run by bench/extract.ts, which writes
 * `{ sentences, culture }` to it as JSON, in a process of its own: one process that has compiled the patterns of both runs either a tenth slower.
 */
import { text } from 'node:stream/consumers'
import recognizers from '@microsoft/recognizers-text-suite'

const RECOGNIZE = [
  recognizers.recognizeNumber,
  recognizers.recognizePercentage,
  recognizers.recognizeCurrency,
  recognizers.recognizeDimension,
  recognizers.recognizeDateTime,
]

const { sentences, culture } = JSON.parse(await text(process.stdin)) as {
  sentences: string[]
  culture: string
}

function readAll(): number {
  const before = process.cpuUsage()
  for (const words of sentences) for (const recognize of RECOGNIZE) recognize(words, culture)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Times that all sentences are read; the first is for warming up. */
const ROUNDS = 8

const rounds = Array.from({ length: ROUNDS }, readAll)
console.log(sentences.length / Math.min(...rounds.slice(1)))
