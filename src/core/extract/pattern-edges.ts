/**
 * Which UTF-16 units a match of a pattern can begin and end with, read from its source. A pattern is asked only where such a
 * unit stands, which spares nine of ten searches; whoever extends the pattern extends this with it.
 *
 * Knows what our patterns are made of: groups, assertions, classes, escapes, quantifiers. An assertion has no width and
 * rules nothing out.
 */
export interface PatternEdges {
  first: Ranges
  last: Ranges
  /** It can match nothing at all, so that no unit rules it out. */
  isNullable: boolean
}

/** Units from one to another, both included; in any order. */
export type Ranges = readonly (readonly [from: number, to: number])[]

const ANY: Ranges = [[0, 0xffff]]
const NOTHING: PatternEdges = { first: [], last: [], isNullable: true }
const DIGIT: Ranges = [[48, 57]]
const WORD: Ranges = [...DIGIT, [65, 90], [95, 95], [97, 122]]
const SPACE: Ranges = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]

/** 1 for every unit of the ranges. */
export function unitsOf(ranges: Ranges): Uint8Array {
  const units = new Uint8Array(0x10000)
  for (const [from, to] of ranges) units.fill(1, from, to + 1)
  return units
}

/** Characters that stand for themselves. */
const PLAIN = /^[^\\()[\]{}*+?|.^$]+$/

/** The edges of a pattern; those of one that was read before are known. */
export function edgesOf(source: string): PatternEdges {
  if (PLAIN.test(source)) return { first: unit(source[0]!), last: unit(source.at(-1)!), isNullable: false }
  const edges = known.get(source) ?? readEdges(source)
  known.set(source, edges)
  return edges
}

/** A gate and the list that holds it ask for the same pattern. */
const known = new Map<string, PatternEdges>()

function readEdges(source: string): PatternEdges {
  let at = 0
  const edges = readAlternatives()
  if (at < source.length) throw new Error(`/${source}/: expected its end at ${at}, found ${source[at]}`)
  return edges

  function readAlternatives(): PatternEdges {
    const all = [readSequence()]
    while (source[at] === '|') {
      at++
      all.push(readSequence())
    }
    if (all.length === 1) return all[0]!
    return {
      first: all.flatMap(({ first }) => first),
      last: all.flatMap(({ last }) => last),
      isNullable: all.some(({ isNullable }) => isNullable),
    }
  }

  function readSequence(): PatternEdges {
    let all = NOTHING
    while (at < source.length && source[at] !== '|' && source[at] !== ')') all = join(all, readTerm())
    return all
  }

  function readTerm(): PatternEdges {
    const atom = readAtom()
    if (at >= source.length || !'*+?{'.includes(source[at]!)) return atom
    const quantifier = /^(?:[*?]|\{0?,[^}]*\}|\{0\}|\+|\{[^}]*\})\??/.exec(source.slice(at, at + 12))?.[0]
    if (!quantifier) return atom
    at += quantifier.length
    return /^(?:[*?]|\{0)/.test(quantifier) ? { ...atom, isNullable: true } : atom
  }

  function readAtom(): PatternEdges {
    const char = source[at]!
    if (char === '(') return readGroup()
    if (char === '[') return one(readClass())
    at++
    if (char === '^' || char === '$') return NOTHING
    if (char === '.') return one(ANY)
    return char === '\\' ? readEscape() : one(unit(char))
  }

  function readGroup(): PatternEdges {
    const open = /^\((?:\?(?::|<?[=!]|<[^>]*>))?/.exec(source.slice(at, at + 40))![0]
    at += open.length
    const inside = readAlternatives()
    at++
    return /[=!]$/.test(open) ? NOTHING : inside
  }

  function readEscape(): PatternEdges {
    const ranges = escaped()
    return ranges ? one(ranges) : NOTHING
  }

  /** The units of an escape whose backslash is read; undefined for `\b`, which has no width outside of a class. */
  function escaped(): Ranges | undefined {
    const char = source[at++]!
    if (char === 'b' || char === 'B') return undefined
    if (char === 'd') return DIGIT
    if (char === 's') return SPACE
    if (char === 'w') return WORD
    if (char === 'u') {
      at += 4
      return unit(String.fromCharCode(Number.parseInt(source.slice(at - 4, at), 16)))
    }
    if ('pPDSWkx0123456789c'.includes(char))
      throw new Error(`/${source}/: unknown escape \\${char} at ${at - 1}`)
    return unit({ n: '\n', t: '\t', r: '\r', f: '\f', v: '\v' }[char] ?? char)
  }

  function readClass(): Ranges {
    const isNegated = source[at + 1] === '^'
    at += isNegated ? 2 : 1
    const ranges: [number, number][] = []
    while (source[at] !== ']') {
      const left = readClassUnit()
      const isRange = source[at] === '-' && source[at + 1] !== ']' && left.length === 1
      if (isRange) at++
      const right = isRange ? readClassUnit() : left
      if (isRange) ranges.push([left[0]![0], right[0]![1]])
      else ranges.push(...left.map(([from, to]): [number, number] => [from, to]))
    }
    at++
    return isNegated ? complement(ranges) : ranges
  }

  function readClassUnit(): Ranges {
    const char = source[at++]!
    return char === '\\' ? (escaped() ?? unit('\b')) : unit(char)
  }
}

const unit = (char: string): Ranges => [[char.charCodeAt(0), char.charCodeAt(0)]]
const one = (ranges: Ranges): PatternEdges => ({ first: ranges, last: ranges, isNullable: false })

const join = (left: PatternEdges, right: PatternEdges): PatternEdges => ({
  first: left.isNullable ? [...left.first, ...right.first] : left.first,
  last: right.isNullable ? [...left.last, ...right.last] : right.last,
  isNullable: left.isNullable && right.isNullable,
})

function complement(ranges: readonly [number, number][]): Ranges {
  const out: [number, number][] = []
  let from = 0
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (start > from) out.push([from, start - 1])
    from = Math.max(from, end + 1)
  }
  if (from <= 0xffff) out.push([from, 0xffff])
  return out
}

/** The alternatives of a pattern, outside of its groups. */
export function splitAlternatives(source: string): string[] {
  if (!/[\\([]/.test(source)) return source.split('|')
  const bars = topLevel(source, '|')
  return [...bars, source.length].map((end, index) => source.slice((bars[index - 1] ?? -1) + 1, end))
}

/** A group that is the whole pattern is as good as what is in it. */
export function unwrap(source: string): string {
  const isGroup = source.startsWith('(?:') && topLevel(source, ')')[0] === source.length - 1
  return isGroup ? source.slice(3, -1) : source
}

/** Where a character stands outside of classes and groups, or closes a group there. */
function topLevel(source: string, wanted: string): number[] {
  const places: number[] = []
  let depth = 0
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!
    if (char === '\\') at++
    else if (char === '[') at = endOfClass(source, at)
    else {
      if (char === '(') depth++
      if (char === ')') depth--
      if (char === wanted && depth === 0) places.push(at)
    }
  }
  return places
}

function endOfClass(source: string, from: number): number {
  let at = from + 1
  while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at
}
