import type { Span } from '../text/sentences.ts'

/** A span that may be the answer (without `span`: that the text gives none), with what speaks for and against it. */
export interface Candidate {
  span?: Span
  /** A metric that the rule which found the subject read with it. */
  metric?: Span
  /** Codes of the rules and searches that found it. */
  rules: number[]
}

/** The candidate with most evidence; of equals the first found. */
export function choose(
  candidates: readonly Candidate[],
  evidenceOf: (candidate: Candidate) => number,
): Candidate {
  let best = candidates[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const evidence = evidenceOf(candidate)
    if (evidence > most) [best, most] = [candidate, evidence]
  }
  return best
}

/** Key of the answer that there is none; that of a span is made of its start and of its length, which is far below. */
const NONE = -1
const LONGEST = 0x100000

/** Candidates of one figure, each span once. */
export class CandidateList {
  readonly #found = new Map<number, Candidate>()
  readonly #folded: string
  readonly #figure: Span

  /** `none`: the code of the answer that there is none, which is always a candidate. */
  constructor(folded: string, figure: Span, none: number) {
    this.#folded = folded
    this.#figure = figure
    this.#found.set(NONE, { rules: [none] })
  }

  /** Adds a span, or a rule to a span that is there; one that covers the figure's own number is no answer. */
  add(span: Span | undefined, rule: number, metric?: Span): void {
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
export const SPACES =
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
