// Fits the weights of src/core/extract/claim-score.ts again: `node test/eval/fit-claims.ts`. Reads the key sentences of
// ../shared/eval/figures and of the annotated articles, prints the weights of a fit on all documents and on the gold set, and the recall of the top five
// on documents that the regression did not see (eleven folds).
import { parseDocument } from '../../scrapers/parse/document.ts'
import { chooseClaims } from '../../src/core/extract/claim-choice.ts'
import { type ClaimSentence, FEATURES, readFeatures } from '../../src/core/extract/claim-features.ts'
import { readCandidates } from '../../src/core/extract/claims.ts'
import { buildMatchers } from '../../src/core/extract/matchers.ts'
import { readSources } from '../../src/core/extract/sources.ts'
import { readRegistry } from '../../src/registry.ts'
import { type GoldDocument, readAnnotated, readGold } from './annotations.ts'
import { overlapOf } from './overlap.ts'

const FOLDS = 11
const RIDGE = 1.5
const STEPS = 400
const STEP = 0.02
/** How much of the weights the lent gold set has by itself: its articles are the kind that decides, and few. */
const GOLD_SHARE = 0.8

interface Row {
  sentence: ClaimSentence
  features: number[]
  /** Indices of the key sentences that it covers. */
  keys: number[]
}

interface Fitted {
  name: string
  rows: Row[]
  keys: number
}

const matchers = buildMatchers(readRegistry())
const lent = readGold()
const gold = [...lent, ...readAnnotated().filter(({ heldOut }) => !heldOut)]
if (lent.length === 0) {
  console.log('fit-claims: neither ../shared/eval nor ../shared/corpus is here; nothing to fit on')
  process.exit(0)
}
const documents: Fitted[] = []
for (const document of gold) documents.push(await readDocument(document))

const isLent = new Set(lent.map(({ name }) => name))
const weights = withBias(blend(documents))
FEATURES.forEach((feature, index) => {
  console.log(`${feature}: ${weights[index]!.toFixed(2)},`)
})
console.log('bias', weights.at(-1)!.toFixed(2))
console.log('recall on all', recall(documents, () => weights).toFixed(3))
console.log(
  'recall on gold',
  recall(
    documents.filter(({ name }) => isLent.has(name)),
    () => weights,
  ).toFixed(3),
)
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  blend(documents.filter((_, index) => index % FOLDS !== fold)),
)
console.log('recall left out', recall(documents, (index) => folds[index % FOLDS]!).toFixed(3))

/** A fit on all documents, drawn towards one on the gold set alone. */
function blend(set: Fitted[]): Float64Array {
  const [all, own] = [fitWeights(set), fitWeights(set.filter(({ name }) => isLent.has(name)))]
  return all.map((weight, index) => (1 - GOLD_SHARE) * weight + GOLD_SHARE * own[index]!)
}

async function readDocument({ name, text, keySentences }: GoldDocument): Promise<Fitted> {
  const doc = await parseDocument(Buffer.from(text), { file: `${name}.txt`, now: new Date(0) })
  if ('failure' in doc) throw new Error(`${name}: ${doc.message}`)
  const { sentences, context } = readCandidates(readSources([{ doc, articleId: name }], matchers)[0]!)
  const rows = sentences.map((sentence) => {
    const values = readFeatures(sentence, context)
    const keys = keySentences.flatMap((key, index) => (overlapOf(key, sentence.words) >= 0.6 ? [index] : []))
    return { sentence, features: FEATURES.map((feature) => values[feature]), keys }
  })
  return { name, rows, keys: keySentences.length }
}

function dot(weights: Float64Array, row: Row): number {
  return row.features.reduce((sum, value, index) => sum + value * weights[index]!, weights.at(-1)!)
}

/**
 * Which sentences of a document a reader takes: a softmax over them, ridge-regularised, by Adam. What counts is the order
 * within each document, so a document of many claims weighs as much as one of few.
 */
function fitWeights(set: Fitted[]): Float64Array {
  const weights = new Float64Array(FEATURES.length + 1)
  const [mean, spread] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  for (let step = 1; step <= STEPS; step++) {
    const gradient = readGradient(set, weights)
    for (let index = 0; index < FEATURES.length; index++) {
      const slope = gradient[index]! + RIDGE * weights[index]!
      mean[index] = 0.9 * mean[index]! + 0.1 * slope
      spread[index] = 0.999 * spread[index]! + 0.001 * slope * slope
      const size = mean[index]! / (1 - 0.9 ** step)
      weights[index]! -= (STEP * size) / (Math.sqrt(spread[index]! / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return weights
}

/** Of the log loss of the key sentences, five of them a document. */
function readGradient(set: Fitted[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length)
  for (const { rows } of set) {
    const hits = rows.filter(({ keys }) => keys.length > 0).length
    if (hits === 0) continue
    const odds = rows.map((row) => Math.exp(dot(weights, row)))
    const sum = odds.reduce((a, b) => a + b, 0)
    rows.forEach((row, at) => {
      const error = 5 * (odds[at]! / sum - (row.keys.length > 0 ? 1 / hits : 0))
      row.features.forEach((value, index) => {
        gradient[index]! += error * value
      })
    })
  }
  return gradient
}

/** The bias at which the odds add up to the key sentences that there are. */
function withBias(weights: Float64Array): Float64Array {
  const rows = documents.flatMap((document) => document.rows)
  const wanted = rows.filter(({ keys }) => keys.length > 0).length
  let [low, high] = [-12, 12]
  for (let step = 0; step < 40; step++) {
    weights[FEATURES.length] = (low + high) / 2
    const sum = rows.reduce((total, row) => total + 1 / (1 + Math.exp(-dot(weights, row))), 0)
    if (sum > wanted) high = weights.at(-1)!
    else low = weights.at(-1)!
  }
  return weights
}

function recall(set: Fitted[], weightsOf: (index: number) => Float64Array): number {
  let found = 0
  set.forEach(({ rows }, index) => {
    const weights = weightsOf(index)
    const byStart = new Map(rows.map((row) => [row.sentence.start, row]))
    const best = chooseClaims(
      rows.map(({ sentence }) => sentence),
      (sentence) => dot(weights, byStart.get(sentence.start)!),
    )
    found += new Set(best.slice(0, 5).flatMap(({ sentence }) => byStart.get(sentence.start)!.keys)).size
  })
  return found / set.reduce((sum, { keys }) => sum + keys, 0)
}
