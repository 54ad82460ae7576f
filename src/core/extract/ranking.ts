import type { Span } from '../text/sentences.ts'
import { type Features, WeightSum } from './features.ts'

/** A span that may be the answer (without `span`: that the text gives none), with what speaks for and against it. */
export interface Candidate {
  span?: Span
  /** A metric that the rule which found the subject read with it. */
  metric?: Span
  /** Which rules and searches found it. */
  rules: string[]
}

/** What each feature adds to the log odds that a candidate is the answer. Fitted, see `test/eval/fit-binding.ts`. */
export type Weights = Readonly<Record<string, number>>

/** Tells the features of a candidate one by one. */
export type Describe<P> = (candidate: Candidate, place: P, features: Features) => void

/** The candidate with most evidence; of equals the first found. */
export function choose<P>(
  candidates: readonly Candidate[],
  place: P,
  describe: Describe<P>,
  weights: Weights,
): Candidate {
  let best = candidates[0]!
  let most = Number.NEGATIVE_INFINITY
  const sum = new WeightSum(weights)
  for (const candidate of candidates) {
    sum.total = 0
    describe(candidate, place, sum)
    if (sum.total > most) [best, most] = [candidate, sum.total]
  }
  return best
}

/** Key of the answer that there is none; that of a span is made of its start and of its length, which is far below. */
const NONE = -1
const LONGEST = 0x100000

/** Candidates of one figure, each span once. */
export class CandidateList {
  readonly #found = new Map<number, Candidate>([[NONE, { rules: ['none'] }]])
  readonly #folded: string
  readonly #figure: Span

  constructor(folded: string, figure: Span) {
    this.#folded = folded
    this.#figure = figure
  }

  /** Adds a span, or a rule to a span that is there; one that covers the figure's own number is no answer. */
  add(span: Span | undefined, rule: string, metric?: Span): void {
    const trimmed = span && trimSpan(this.#folded, span)
    if (span && !trimmed) return
    if (trimmed && trimmed.start <= this.#figure.start && trimmed.end > this.#figure.start) return
    const key = trimmed ? trimmed.start * LONGEST + (trimmed.end - trimmed.start) : NONE
    const known = this.#found.get(key)
    if (known) {
      known.rules.push(rule)
      if (metric) known.metric ??= metric
    } else
      this.#found.set(key, { ...(trimmed && { span: trimmed }), ...(metric && { metric }), rules: [rule] })
  }

  all(): Candidate[] {
    return [...this.#found.values()]
  }
}

const LEFT = 1
const RIGHT = 2
const EDGES = new Uint8Array(0x10000)
/** White space as patterns know it. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
for (const char of [...SPACES, ...'*_`"“”\'‘’,，、。；;：:（(']) EDGES[char.charCodeAt(0)]! |= LEFT
for (const char of [...SPACES, ...'*_`"“”‘\',.，、。；;：:）)']) EDGES[char.charCodeAt(0)]! |= RIGHT

/** Leaves out white space, quotation marks and emphasis at the ends of a span; undefined when nothing is left. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && EDGES[text.charCodeAt(start)]! & LEFT) start++
  while (end > start && EDGES[text.charCodeAt(end - 1)]! & RIGHT) end--
  if (end <= start) return undefined
  return start === span.start && end === span.end ? span : { start, end }
}
