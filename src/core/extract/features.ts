/**
 * The features of a log-linear choice, as data. A facet is one thing that may be known of a candidate or of its figure: a word
 * of a closed list. A feature is a template over facets, t`pos:${AT}|${UNIT}`; its name, with the words that hold filled in, is
 * the key of its weight, and it holds when each of its facets has a word. A new feature is one line.
 *
 * Names are put together only for fitting. A choice adds up whole numbers out of a table whose index is made of the words' codes.
 */

/** What each feature adds to the log odds that a candidate is the answer, by name. Fitted, see `test/eval/fit-binding.ts`. */
export type Weights = Readonly<Record<string, number>>

export interface Facet<Word extends string = string> {
  /** Its place in a row; `ALWAYS` is no facet's. */
  slot: number
  /** By code; no word has the code 0, which says that nothing is known. */
  words: readonly Word[]
  of: Readonly<Record<Word, number>>
  /** One word may hold, several, or any text of the document. */
  holds: 'one' | 'several' | 'text'
}

/** The slot that always holds, for features without a facet. */
const ALWAYS = 0
let slots = 1

function build<Word extends string>(holds: Facet['holds'], words: readonly Word[]): Facet<Word> {
  const of = Object.fromEntries(words.map((word, index) => [word, index + 1])) as Record<Word, number>
  return { slot: slots++, words: ['' as Word, ...words], of, holds }
}

/** A facet of which one word holds, or none. */
export const facet = <const Word extends string>(...words: Word[]): Facet<Word> => build('one', words)

/** A facet of which several words may hold; a feature takes at most one such facet, and holds once for each word. */
export const several = <const Word extends string>(...words: Word[]): Facet<Word> => build('several', words)

/** A text of the document that is part of a name as it stands. A feature takes no other facet with it. */
export const openFacet = (): Facet => build('text', [])

/** Texts before, between and behind its facets. */
export interface Feature {
  texts: readonly string[]
  facets: readonly Facet[]
}

/** The tag of a feature: t`L:${LEFT}|${AT}`. At most three facets. */
export function t(texts: TemplateStringsArray, ...facets: Facet[]): Feature {
  const first = facets.findIndex(({ holds }) => holds !== 'one')
  const isWhole = facets.length <= 3 && facets.findLastIndex(({ holds }) => holds !== 'one') === first
  if (!isWhole)
    throw new Error(`t\`${texts.join('…')}\`: expected at most 3 facets, one of which may hold several words`)
  return { texts, facets }
}

/** An empty row, of which each new one is a copy: that takes a tenth of the time of filling it. */
let empty = { codes: [] as number[], others: [] as undefined[] }

function emptyRow(): typeof empty {
  if (empty.codes.length < slots)
    empty = {
      codes: Array.from({ length: slots }, (_, slot) => (slot === ALWAYS ? 1 : 0)),
      others: Array.from({ length: slots }, () => undefined),
    }
  return empty
}

/** What is known of one candidate in its figure's place. */
export class Row {
  /** Code of the word that holds, by slot. */
  readonly codes: number[]
  /** Codes of the words that hold, by slot. */
  readonly lists: (readonly number[] | undefined)[]
  readonly texts: (string | undefined)[]

  constructor() {
    const { codes, others } = emptyRow()
    this.codes = codes.slice()
    this.lists = others.slice()
    this.texts = others.slice()
  }

  /** Forgets all words that hold of facets of one. */
  clear(): this {
    const { codes } = this
    for (let slot = ALWAYS + 1; slot < codes.length; slot++) codes[slot] = 0
    return this
  }
}

/** The names of the features that hold, for fitting. */
export function namesOf(features: readonly Feature[], row: Row): string[] {
  return features.flatMap(({ texts, facets }) => {
    let names = [texts[0]!]
    facets.forEach((one, index) => {
      names = names.flatMap((name) => wordsOf(one, row).map((word) => name + word + texts[index + 1]!))
    })
    return names
  })
}

function wordsOf({ slot, holds, words }: Facet, row: Row): string[] {
  if (holds === 'text') return row.texts[slot] === undefined ? [] : [row.texts[slot]]
  const codes = holds === 'one' ? [row.codes[slot]!] : (row.lists[slot] ?? [])
  return codes.flatMap((code) => (code === 0 ? [] : [words[code]!]))
}

/** Weights are whole thousandths, so that in whichever order they are added a tie is a tie. */
const SCALE = 1000

/** Numbers of the program for each table: slot and stride of three facets, and where the table begins. */
const STEP = 7
/** Numbers before the tables that share a facet: its slot, where they end, and whether several of its words may hold. */
const HEAD = 3

/** Features with their weights, as tables. */
export class Model {
  /** Tables that share a facet of all their features, one group after the other: where it has no word none of them holds. */
  readonly #program: Int32Array
  readonly #table: Int32Array
  readonly #texts: { slot: number; weights: ReadonlyMap<string, number> }[] = []

  constructor(features: readonly Feature[], weights: Weights) {
    const table: number[] = []
    const program: number[] = []
    const closed = features.filter(({ facets }) => !facets.some(({ holds }) => holds === 'text'))
    for (const [lead, joints] of groupJoints(closed)) {
      const steps = joints.flatMap((joint) => compile(joint, lead, weights, table))
      const end = program.length + HEAD + steps.length
      program.push(lead?.slot ?? ALWAYS, end, Number(lead?.holds === 'several'), ...steps)
    }
    this.#table = Int32Array.from(table)
    this.#program = Int32Array.from(program)
    for (const { texts, facets } of features)
      if (facets[0]?.holds === 'text')
        this.#texts.push({ slot: facets[0].slot, weights: textWeights(texts[0]!, weights) })
  }

  /** The evidence for what a row tells, in thousandths. */
  sum({ codes, lists, texts }: Row): number {
    const program = this.#program
    let total = 0
    for (let at = 0; at < program.length; ) {
      const slot = program[at]!
      const start = at + HEAD
      const isList = program[at + 2] === 1
      at = program[at + 1]!
      if (!isList) {
        if (codes[slot] !== 0) total += this.#run(start, at, codes)
        continue
      }
      for (const code of lists[slot] ?? []) {
        codes[slot] = code
        total += this.#run(start, at, codes)
      }
    }
    for (const { slot, weights } of this.#texts) {
      const text = texts[slot]
      if (text !== undefined) total += weights.get(text) ?? 0
    }
    return total
  }

  /** Whole numbers all along: what cannot overflow is not looked at twice. */
  #run(start: number, end: number, codes: readonly number[]): number {
    const program = this.#program
    const table = this.#table
    let total = 0
    for (let at = start; at < end; at += STEP) {
      const first = Math.imul(codes[program[at]!]!, program[at + 1]!)
      const second = Math.imul(codes[program[at + 2]!]!, program[at + 3]!)
      const third = Math.imul(codes[program[at + 4]!]!, program[at + 5]!)
      total = (total + table[(program[at + 6]! + first + second + third) | 0]!) | 0
    }
    return total
  }
}

/** The facet that decides whether a feature is looked at: one that holds several words, else its first. */
const leadOf = ({ facets }: Feature): Facet | undefined =>
  facets.find(({ holds }) => holds === 'several') ?? facets[0]

/** Features that are looked up at once, in a table over the facets of all of them. */
interface Joint {
  facets: readonly Facet[]
  features: readonly Feature[]
}

/** Most facets of a table, and most numbers in one that several features share. */
const MOST_FACETS = 3
const MOST_ROOM = 4096

/** Tables by the facet that all their features share. One that is alone with its facet goes to others such, if they have room. */
function groupJoints(features: readonly Feature[]): Map<Facet | undefined, Joint[]> {
  const groups = new Map<Facet | undefined, Joint[]>()
  for (const [lead, group] of Map.groupBy(features, leadOf)) {
    const joints = join(group.map((feature) => ({ facets: feature.facets, features: [feature] })))
    const isAlone = joints.length === 1 && lead?.holds !== 'several'
    const key = isAlone ? undefined : lead
    groups.set(key, [...(groups.get(key) ?? []), ...joints])
  }
  return groups.set(undefined, join(groups.get(undefined) ?? []))
}

/** Puts tables together while there is room: each look-up costs the same, whatever it finds. */
function join(all: readonly Joint[]): Joint[] {
  const joints: Joint[] = []
  for (const one of all.toSorted((a, b) => b.facets.length - a.facets.length)) {
    const facetsWith = ({ facets }: Joint) => {
      const others = one.facets.filter((facet) => !facets.includes(facet))
      return others.length === 0 ? facets : [...facets, ...others]
    }
    const at = joints.findIndex((joint) => hasRoom(facetsWith(joint)))
    if (at < 0) joints.push(one)
    else
      joints[at] = { facets: facetsWith(joints[at]!), features: [...joints[at]!.features, ...one.features] }
  }
  return joints
}

const hasRoom = (facets: readonly Facet[]): boolean =>
  facets.length <= MOST_FACETS && roomOf(facets) <= MOST_ROOM

const roomOf = (facets: readonly Facet[]): number =>
  facets.reduce((room, { words }) => room * words.length, 1)

/** Appends a table, all combinations of the words of its facets, and returns its step of the program. */
function compile(
  { facets, features }: Joint,
  lead: Facet | undefined,
  weights: Weights,
  table: number[],
): number[] {
  const base = table.length
  const strides = new Map(facets.map((one, index) => [one, roomOf(facets.slice(index + 1))]))
  table.length += roomOf(facets)
  table.fill(0, base)
  for (const feature of features) addWeights(feature, strides, weights, table, base)
  const step = facets.flatMap((one) => [one.slot, strides.get(one)!])
  while (step.length < STEP - 1) step.push(lead?.slot ?? ALWAYS, 0)
  return [...step, base]
}

/** Adds the weight of each of a feature's names wherever its words hold, whatever the table's other facets say. */
function addWeights(
  { texts, facets }: Feature,
  strides: ReadonlyMap<Facet, number>,
  weights: Weights,
  table: number[],
  base: number,
): void {
  const places = placesOf(
    strides.keys().filter((one) => !facets.includes(one)),
    strides,
    base,
  )
  add(texts[0]!, 0, 0)

  function add(name: string, at: number, offset: number): void {
    if (at < facets.length) {
      const { words } = facets[at]!
      const stride = strides.get(facets[at]!)!
      for (let code = 1; code < words.length; code++)
        add(name + words[code] + texts[at + 1], at + 1, offset + code * stride)
      return
    }
    const weight = weights[name]
    if (weight === undefined) return
    const thousandths = Math.round(weight * SCALE)
    for (let index = 0; index < places.length; index++) table[places[index]! + offset]! += thousandths
  }
}

/** Where a table is when some of its facets say anything and the others nothing. */
function placesOf(facets: Iterable<Facet>, strides: ReadonlyMap<Facet, number>, base: number): number[] {
  let places = [base]
  for (const one of facets)
    places = places.flatMap((place) => one.words.map((_, code) => place + code * strides.get(one)!))
  return places
}

function textWeights(prefix: string, weights: Weights): ReadonlyMap<string, number> {
  const names = Object.keys(weights).filter((name) => name.startsWith(prefix))
  return new Map(names.map((name) => [name.slice(prefix.length), Math.round(weights[name]! * SCALE)]))
}
