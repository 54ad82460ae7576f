import { edgesOf, splitAlternatives } from './pattern-edges.ts'

/**
 * An alternative of a pattern as the words that it stands for, each with what must hold around it: comparing words takes a
 * fraction of the time of asking a pattern, and of several hundred patterns each would push another out of the cache.
 */
export interface Literal {
  word: string
  /** The word with its assertions, sticky; absent when it has none. */
  pattern?: RegExp
  /** Where one of these units stands before or behind the word the pattern decides; elsewhere the word is found. */
  doubts?: { before: string; behind: string }
  /** Units of which one must stand behind the word. */
  needs?: string
}

/** More words than this are better left to a pattern. */
const MOST_WORDS = 64

/** The words of an alternative, those that count first in front; undefined where it is made of more than characters. */
export function literalsOf(alternative: string): Literal[] | undefined {
  if (PLAIN.test(alternative)) return alternative === '' ? undefined : [{ word: alternative }]
  const lead = /^(?:\(\?<[!=](?:[^()]|\(\?:[^()]*\))*\))*/.exec(alternative)![0]
  const rest = alternative.slice(lead.length)
  const tail = /(?:\(\?[!=](?:[^()]|\(\?:[^()]*\))*\))*$/.exec(rest)![0]
  const words = expand(rest.slice(0, rest.length - tail.length))
  if (!words || words.length > MOST_WORDS || words.includes('')) return undefined
  if (lead === '' && tail === '') return words.map((word) => ({ word }))
  const doubts = doubtsOf(lead, tail)
  const needs = unitsOf(tail, /^\(\?=(.*)\)$/, 'first')
  return words.map((word) => ({
    word,
    pattern: new RegExp(lead + word + tail, 'y'),
    ...(doubts && { doubts }),
    ...(needs && { needs }),
  }))
}

/** Nothing that means more than itself. */
const PLAIN = /^[^\\()[\]{}*+?|.^$]*$/

/** All strings that a piece without assertions and repetitions stands for, in the order in which it tries them. */
function expand(source: string): string[] | undefined {
  if (PLAIN.test(source)) return [source]
  let words = ['']
  for (let at = 0; at < source.length; ) {
    const atom = ATOM.exec(source.slice(at))?.[0]
    const parts = atom && expandAtom(atom)
    if (!parts) return undefined
    at += atom.length
    const isOptional = source[at] === '?'
    if (isOptional) at++
    const choices = isOptional ? [...parts, ''] : parts
    words = words.flatMap((word) => choices.map((choice) => word + choice))
    if (words.length > MOST_WORDS) return undefined
  }
  return words
}

/** A character, a class of characters, a group that holds no other. */
const ATOM = /^(?:[^\\()[\]{}*+?|.^$]|\[[^^\\\]-][^\\\]-]*\]|\(\?:[^()[\]{}*+.^$\\]*\))(?![*+{]|\?\?)/

function expandAtom(atom: string): string[] | undefined {
  if (atom.length === 1) return [atom]
  if (atom.startsWith('[')) return [...atom.slice(1, -1)]
  const all = splitAlternatives(atom.slice(3, -1)).map(expand)
  return all.every((words) => words !== undefined) ? all.flat() : undefined
}

/** What may stand beside a word when all that is asserted is what does not; undefined when the pattern must be asked anyway. */
function doubtsOf(lead: string, tail: string): Literal['doubts'] {
  const before = lead === '' ? '' : unitsOf(lead, /^\(\?<!(.*)\)$/, 'last')
  const behind = tail === '' ? '' : unitsOf(tail, /^\(\?!(.*)\)$/, 'first')
  return before === undefined || behind === undefined ? undefined : { before, behind }
}

/** Most units for which a look at each is quicker than the pattern. */
const MOST_UNITS = 40

/** The units at the near edge of what a single assertion of one kind says; undefined when they are many or none is needed. */
function unitsOf(assertion: string, kind: RegExp, edge: 'first' | 'last'): string | undefined {
  const inside = kind.exec(assertion)?.[1]
  if (inside === undefined || /\(\?<?[!=]/.test(inside)) return undefined
  const edges = edgesOf(inside)
  const count = edges[edge].reduce((sum, [from, to]) => sum + to - from + 1, 0)
  if (edges.isNullable || count > MOST_UNITS) return undefined
  return edges[edge]
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)))
    .join('')
}
