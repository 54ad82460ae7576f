/** One choice among candidates: the features of each, and which of them are right. */
export interface Sample {
  features: string[][]
  right: boolean[]
  /** How much it counts. */
  weight: number
  /** Where it is from. */
  source: string
}

export type Fitted = ReadonlyMap<string, number>

export const scoreOf = (features: readonly string[], weights: Fitted): number =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)

/** Features seen less often, or in fewer sources, say nothing that would hold elsewhere. */
const FEWEST = 20
const FEWEST_SOURCES = 4
const STEPS = 300
const RATE = 0.05
/** The rules' own order is right more often than not, so the fit starts from it. */
const PRIOR = new Map([['r:first', 1]])

/** A sample with its features as numbers: those of candidate `c` are `ids` from `starts[c]` to `starts[c + 1]`. */
interface Coded {
  ids: Int32Array
  starts: Int32Array
  right: boolean[]
  weight: number
}

/** Maximum a posteriori weights of a log-linear choice (softmax over candidates, several may be right), by Adam. */
export function fitWeights(samples: readonly Sample[], l2: number): Fitted {
  const names = commonFeatures(samples)
  const index = new Map(names.map((name, at) => [name, at]))
  const coded = samples.filter(isUsable).map((sample) => encode(sample, index))
  const prior = names.map((name) => PRIOR.get(name) ?? 0)
  const weights = climb(coded, prior, l2)
  return new Map(names.map((name, at) => [name, weights[at]!]))
}

function encode({ features, right, weight }: Sample, index: ReadonlyMap<string, number>): Coded {
  const lists = features.map((list) => [...new Set(list)].flatMap((name) => index.get(name) ?? []))
  const starts = Int32Array.of(0, ...lists.map(({ length }) => length))
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  return { ids: Int32Array.from(lists.flat()), starts, right, weight }
}

const isUsable = ({ right }: Sample) => right.some(Boolean) && !right.every(Boolean)

function commonFeatures(samples: readonly Sample[]): string[] {
  const seen = new Map<string, { count: number; sources: Set<string> }>()
  for (const { features, source } of samples)
    for (const name of features.flatMap((list) => [...new Set(list)])) {
      let one = seen.get(name)
      if (!one) seen.set(name, (one = { count: 0, sources: new Set() }))
      one.count++
      one.sources.add(source)
    }
  return [...seen]
    .filter(([, { count, sources }]) => count >= FEWEST && sources.size >= FEWEST_SOURCES)
    .map(([name]) => name)
}

function climb(samples: readonly Coded[], prior: readonly number[], l2: number): Float64Array {
  const weights = Float64Array.from(prior)
  const [mean, square] = [new Float64Array(prior.length), new Float64Array(prior.length)]
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(prior.length)
    for (const sample of samples) addGradient(sample, weights, gradient)
    const rate = RATE * Math.min(1, 2 * (1 - step / (STEPS + 1)))
    for (let at = 0; at < weights.length; at++) {
      const slope = gradient[at]! - l2 * (weights[at]! - prior[at]!)
      mean[at] = 0.9 * mean[at]! + 0.1 * slope
      square[at] = 0.99 * square[at]! + 0.01 * slope * slope
      const size = Math.sqrt(square[at]! / (1 - 0.99 ** step)) + 1e-8
      weights[at]! += (rate * (mean[at]! / (1 - 0.9 ** step))) / size
    }
  }
  return weights
}

/** Pulls towards the right candidates in proportion to what they lack of the whole. */
function addGradient(
  { ids, starts, right, weight }: Coded,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const shares = new Float64Array(right.length)
  for (let one = 0; one < right.length; one++)
    for (let at = starts[one]!; at < starts[one + 1]!; at++) shares[one]! += weights[ids[at]!]!
  const most = Math.max(...shares)
  let [all, good] = [0, 0]
  for (let one = 0; one < right.length; one++) {
    shares[one] = Math.exp(shares[one]! - most)
    all += shares[one]!
    if (right[one]) good += shares[one]!
  }
  for (let one = 0; one < right.length; one++) {
    const pull = weight * shares[one]! * ((right[one] ? 1 / good : 0) - 1 / all)
    for (let at = starts[one]!; at < starts[one + 1]!; at++) gradient[ids[at]!]! += pull
  }
}
