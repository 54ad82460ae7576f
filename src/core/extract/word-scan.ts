import { edgesOf, splitAlternatives, unwrap } from './pattern-edges.ts'

/** Alternatives that begin with the same unit. */
interface Group {
  /** Sticky; absent when the first of them is a single unit, which leaves the others no chance. */
  pattern?: RegExp
}

/**
 * A long list of words, each a piece of a pattern, that is looked for all along a text: what begins with a unit is asked
 * only where it stands. Finds what the pattern of all of them would find.
 */
export class WordScan {
  readonly #source: string
  /** Number of the group, by unit; 0 for none. Absent before the first search. */
  #groupOf: Uint16Array | undefined
  readonly #groups: Group[] = [{}]

  constructor({ source }: RegExp) {
    this.#source = source
  }

  #build(): Uint16Array {
    const source = this.#source
    const groupOf = new Uint16Array(0x10000)
    const byUnit = new Map<number, string[]>()
    for (const alternative of splitAlternatives(unwrap(source)))
      for (const unit of firstUnits(alternative, source)) {
        const known = byUnit.get(unit)
        if (known) known.push(alternative)
        else byUnit.set(unit, [alternative])
      }
    const groups = new Map<string, number>()
    for (const [unit, alternatives] of byUnit) {
      const key = alternatives.join('|')
      if (!groups.has(key)) {
        groups.set(key, this.#groups.length)
        this.#groups.push(SINGLE.test(alternatives[0]!) ? {} : { pattern: new RegExp(key, 'y') })
      }
      groupOf[unit] = groups.get(key)!
    }
    return groupOf
  }

  /** Where the word that begins at an offset ends; -1 when none does. */
  endAt(text: string, at: number): number {
    const group = (this.#groupOf ??= this.#build())[text.charCodeAt(at)]
    if (!group) return -1
    const { pattern } = this.#groups[group]!
    if (!pattern) return at + 1
    pattern.lastIndex = at
    return pattern.test(text) ? pattern.lastIndex : -1
  }

  /** Where each word begins; they do not overlap. */
  starts(text: string): number[] {
    const starts: number[] = []
    for (let at = 0; at < text.length; at++) {
      const end = this.endAt(text, at)
      if (end < 0) continue
      starts.push(at)
      at = end - 1
    }
    return starts
  }

  /** Where the first word begins at or after an offset; the end of the text when there is none. */
  next(text: string, from: number): number {
    let at = from
    while (at < text.length && this.endAt(text, at) < 0) at++
    return at
  }
}

/** A character, or a class of characters, and nothing else. */
const SINGLE = /^(?:[^\\()[\]{}*+?|.^$]|\[(?!\^)(?:[^\]\\]|\\.)+\])$/

function firstUnits(alternative: string, source: string): number[] {
  const { first, isNullable } = edgesOf(alternative)
  const count = first.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (isNullable || count > 1000) throw new Error(`/${source}/: expected ${alternative} to begin with a word`)
  return [
    ...new Set(first.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))),
  ]
}

/** All matches of a pattern with the flag `g`, from the beginning; `matchAll` would make a copy of the pattern each time. */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}
