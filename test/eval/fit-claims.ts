// Fits the weights of src/core/extract/claim-score.ts again: `node test/eval/fit-claims.ts`. Reads the key sentences of
// ../shared/eval/figures and of the annotated articles, prints the weights of a logistic regression on all documents, and the recall of the top five
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
const RIDGE = 6
const STEPS = 300
const STEP = 4

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

const all = fitWeights(documents)
FEATURES.forEach((feature, index) => {
  console.log(feature.padEnd(16), all[index]!.toFixed(2))
})
console.log('bias'.padEnd(16), all.at(-1)!.toFixed(2))
console.log('recall on all', recall(documents, () => all).toFixed(3))
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fitWeights(documents.filter((_, index) => index % FOLDS !== fold)),
)
console.log('recall left out', recall(documents, (index) => folds[index % FOLDS]!).toFixed(3))

async function readDocument({ name, text, keySentences }: GoldDocument): Promise<Fitted> {
  const doc = await parseDocument(Buffer.from(text), { file: `${name}.txt`, now: new Date(0) })
  if ('failure' in doc) throw new Error(`${name}: ${doc.message}`)
  const { sentences, context } = readCandidates(doc.text, readSources(doc, matchers, name))
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

/** Gradient descent on the ridge-regularised log loss; a long document weighs as the root of its length. */
function fitWeights(set: Fitted[]): Float64Array {
  const weights = new Float64Array(FEATURES.length + 1)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(weights.length)
    let total = 0
    for (const { rows } of set) {
      const share = 10 / Math.sqrt(rows.length)
      for (const row of rows) {
        const error = (1 / (1 + Math.exp(-dot(weights, row))) - (row.keys.length > 0 ? 1 : 0)) * share
        total += share
        row.features.forEach((value, index) => {
          gradient[index]! += error * value
        })
        gradient[FEATURES.length]! += error
      }
    }
    for (let index = 0; index < weights.length; index++) {
      const ridge = index < FEATURES.length ? RIDGE * weights[index]! : 0
      weights[index]! -= (STEP * (gradient[index]! + ridge)) / total
    }
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
