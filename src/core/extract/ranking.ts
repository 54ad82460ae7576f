import type { Span } from '../text/sentences.ts'
import { SPACES } from './char-set.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import type { KnownSpan } from './span-facts.ts'

/** A span that may be the answer (without `span`: that the text gives none), with what speaks for and against it. */
export interface Candidate {
  span?: KnownSpan | undefined
  /** A metric that the rule which found the subject read with it. */
  metric?: Span | undefined
  /** The metric is that of the figure before. */
  goesOn?: boolean | undefined
  /** Codes of the rules and searches that found it. */
  rules: number[]
  /** What spoke for it when it was weighed last, in thousandths of log odds, and how many had found it then. */
  evidence?: number
  votes?: number
}

/**
 * The candidate with most evidence; of equals the first found. `mostOf` says what a candidate reaches at most, infinity where
 * nothing is known: those without a chance are not weighed. Of candidates that were weighed before, only those that others
 * have found since are weighed again, and the answer that there is none.
 */
export function choose(
  candidates: readonly Candidate[],
  evidenceOf: (candidate: Candidate) => number,
  mostOf: (candidate: Candidate) => number = anything,
): Candidate {
  let best = 0
  if (candidates.length === 1) return candidates[0]!
  let most = Number.NEGATIVE_INFINITY
  let isAll = true
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!
    if (mostOf(candidate) !== Number.POSITIVE_INFINITY) {
      isAll = false
      continue
    }
    const evidence = weigh(candidate, evidenceOf)
    if (evidence > most) [best, most] = [at, evidence]
  }
  if (isAll) return candidates[best]!
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!
    const limit = mostOf(candidate)
    if (limit === Number.POSITIVE_INFINITY || limit < most) continue
    const evidence = weigh(candidate, evidenceOf)
    if (evidence > most || (evidence === most && at < best)) [best, most] = [at, evidence]
  }
  return candidates[best]!
}

const anything = (): number => Number.POSITIVE_INFINITY

function weigh(candidate: Candidate, evidenceOf: (candidate: Candidate) => number): number {
  if (!candidate.span || candidate.votes !== candidate.rules.length) {
    candidate.evidence = evidenceOf(candidate)
    candidate.votes = candidate.rules.length
  }
  return candidate.evidence!
}

/** Lists made so far. */
let lists = 0

interface Figure extends Span {
  unit: Quantity['unit']
}

/** Candidates of one figure, each span once. */
export class CandidateList {
  /** In the order in which they were found; the first says that there is no answer. */
  readonly all: Candidate[]
  /** One candidate was found by a rule that leaves no choice. */
  isSettled = false
  readonly #reading: Pick<Reading, 'folded' | 'spanOf'>
  readonly #figure: Span
  readonly #isSum: boolean
  readonly #number = ++lists

  /** `none`: the code of the answer that there is none, which is always a candidate. */
  constructor(reading: Pick<Reading, 'folded' | 'spanOf'>, figure: Figure, none: number) {
    this.#reading = reading
    this.#figure = figure
    this.#isSum = figure.unit === 'money'
    this.all = [{ span: undefined, rules: [none], metric: undefined, goesOn: false, evidence: 0, votes: 0 }]
  }

  /** Leaves nothing but one candidate. */
  settle(candidate: Candidate): void {
    this.all.splice(0, this.all.length, candidate)
    this.isSettled = true
  }

  /** Adds a span, or a rule to a span that is there; one that covers the figure's own number is no answer. */
  add(span: Span | undefined, rule: number, metric?: Span): void {
    if (!span) {
      found(this.all[0]!, rule, metric)
      return
    }
    const trimmed = trimSpan(this.#reading.folded, span)
    if (trimmed) this.addKnown(this.#reading.spanOf(trimmed.start, trimmed.end), rule, metric)
  }

  /** Adds a span that is trimmed and known to the reading. */
  addKnown(span: KnownSpan, rule: number, metric?: Span): void {
    const { start, end } = this.#figure
    if (span.start <= start && span.end > start) return
    // the `million` of $2.4 million
    if (this.#isSum && span.start >= start && span.end <= end) return
    if (span.list === this.#number) {
      found(this.all[span.placeInList]!, rule, metric)
      return
    }
    span.list = this.#number
    span.placeInList = this.all.length
    this.all.push({ span, rules: [rule], metric, goesOn: false, evidence: 0, votes: 0 })
  }
}

function found(candidate: Candidate, rule: number, metric: Span | undefined): void {
  candidate.rules.push(rule)
  if (metric) candidate.metric ??= metric
}

const LEFT = 1
const RIGHT = 2
const EDGES = new Uint8Array(0x10000)
for (const char of [...SPACES, ...'*_`"“”\'‘’,，、。.；;：:（(【】〔［[▲●■◆├└│─①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'])
  EDGES[char.charCodeAt(0)]! |= LEFT
for (const char of [...SPACES, ...'*_`"“”‘\',.，、。；;：:）)【】〕］]=≈'])
  EDGES[char.charCodeAt(0)]! |= RIGHT

/** The `s ` of `'s market value`, whose mark is left out as one of quotation. */
const isPossessive = (text: string, at: number): boolean =>
  text.startsWith('s ', at) && (text[at - 1] === "'" || text[at - 1] === '’')

/** Leaves out white space, quotation marks and emphasis at the ends of a span; undefined when nothing is left. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span
  while (start < end && EDGES[text.charCodeAt(start)]! & LEFT) start++
  if (start > span.start && isPossessive(text, start)) start += 2
  while (end > start && EDGES[text.charCodeAt(end - 1)]! & RIGHT) end--
  if (end <= start) return undefined
  return start === span.start && end === span.end ? span : { start, end }
}
