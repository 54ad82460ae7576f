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

/** Features that share their first facet: where it has no word none of them holds. */
interface Group {
  slot: number
  isList: boolean
  /** Their part of the program. */
  start: number
  end: number
}

/** Numbers of the program for each feature: slot and stride of three facets, and where its table begins. */
const STEP = 7

/** Features with their weights, as tables. */
export class Model {
  readonly #groups: Group[] = []
  readonly #program: Int32Array
  readonly #table: Int32Array
  readonly #texts: { slot: number; weights: ReadonlyMap<string, number> }[] = []

  constructor(features: readonly Feature[], weights: Weights) {
    const table: number[] = []
    const program: number[] = []
    const closed = features.filter(({ facets }) => !facets.some(({ holds }) => holds === 'text'))
    for (const [lead, group] of Map.groupBy(closed, leadOf)) {
      const start = program.length
      for (const feature of group) program.push(...compile(feature, lead, weights, table))
      const isList = lead?.holds === 'several'
      this.#groups.push({ slot: lead?.slot ?? ALWAYS, isList, start, end: program.length })
    }
    this.#table = Int32Array.from(table)
    this.#program = Int32Array.from(program)
    for (const { texts, facets } of features)
      if (facets[0]?.holds === 'text')
        this.#texts.push({ slot: facets[0].slot, weights: textWeights(texts[0]!, weights) })
  }

  /** The evidence for what a row tells, in thousandths. */
  sum(row: Row): number {
    const { codes, lists, texts } = row
    let total = 0
    for (const group of this.#groups) {
      if (!group.isList) {
        if (codes[group.slot] !== 0) total += this.#run(group, codes)
        continue
      }
      for (const code of lists[group.slot] ?? []) {
        codes[group.slot] = code
        total += this.#run(group, codes)
      }
    }
    for (const { slot, weights } of this.#texts) {
      const text = texts[slot]
      if (text !== undefined) total += weights.get(text) ?? 0
    }
    return total
  }

  #run({ start, end }: Group, codes: readonly number[]): number {
    const program = this.#program
    const table = this.#table
    let total = 0
    for (let at = start; at < end; at += STEP)
      total +=
        table[
          program[at + 6]! +
            codes[program[at]!]! * program[at + 1]! +
            codes[program[at + 2]!]! * program[at + 3]! +
            codes[program[at + 4]!]! * program[at + 5]!
        ]!
    return total
  }
}

/** The facet that decides whether a feature is looked at: one that holds several words, else its first. */
const leadOf = ({ facets }: Feature): Facet | undefined =>
  facets.find(({ holds }) => holds === 'several') ?? facets[0]

/** Appends a feature's table, all combinations of its words, and returns its step of the program. */
function compile(
  { texts, facets }: Feature,
  lead: Facet | undefined,
  weights: Weights,
  table: number[],
): number[] {
  const base = table.length
  const step: number[] = []
  facets.forEach(({ slot }, index) => {
    step.push(
      slot,
      facets.slice(index + 1).reduce((product, { words }) => product * words.length, 1),
    )
  })
  tabulate(texts[0]!, 0)
  while (step.length < STEP - 1) step.push(lead?.slot ?? ALWAYS, 0)
  return [...step, base]

  /** The weights of all names that begin so; nothing has a word where the code is 0. */
  function tabulate(name: string | undefined, at: number): void {
    if (at === facets.length) {
      table.push(name === undefined ? 0 : Math.round((weights[name] ?? 0) * SCALE))
      return
    }
    const { words } = facets[at]!
    for (let code = 0; code < words.length; code++)
      tabulate(code === 0 || name === undefined ? undefined : name + words[code] + texts[at + 1], at + 1)
  }
}

function textWeights(prefix: string, weights: Weights): ReadonlyMap<string, number> {
  const names = Object.keys(weights).filter((name) => name.startsWith(prefix))
  return new Map(names.map((name) => [name.slice(prefix.length), Math.round(weights[name]! * SCALE)]))
}
