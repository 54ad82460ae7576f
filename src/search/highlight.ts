import { isHan, isQuantity, itemsOf } from './flat.ts'
import { foldChars } from './fold.ts'
import { scan, TOKEN, type Tokens } from './scan.ts'
import { canonicalWord } from './term-key.ts'

/** What to mark in a text: runs of Han characters, words in a row, and quantities, all folded. */
export interface Needles {
  han: Set<string>
  words: string[][]
  quantities: Set<string>
}

/** Needles of all ways in which a query was said. */
export function buildNeedles(flats: string[]): Needles {
  const needles: Needles = { han: new Set(), words: [], quantities: new Set() }
  for (const flat of flats) {
    let row: string[] = []
    const closeRow = () => {
      if (row.length > 0) needles.words.push(row)
      row = []
    }
    for (const item of itemsOf(flat).flatMap((group) => group.split('~'))) {
      if (isQuantity(item)) needles.quantities.add(item.slice(1))
      else if (isHan(item)) needles.han.add(item)
      else {
        row.push(...item.split('-'))
        continue
      }
      closeRow()
    }
    closeRow()
  }
  return needles
}

/**
 * UTF-16 ranges of a text, in its own script, that match. Whole runs and rows are marked where they stand; where a text has
 * none of them, their parts (two Han characters, one word) are, so that a reader sees why it was found.
 */
export function highlight(text: string, needles: Needles): [number, number][] {
  const folded = foldChars(text)
  const tokens = scan(folded)
  const quantities = tokens.numbers.filter((span) => needles.quantities.has(span.text))
  const whole = [
    ...quantities.map(({ start, end }): [number, number] => [start, end]),
    ...findHan(folded, tokens, needles.han),
    ...findRows(folded, tokens, needles.words),
  ]
  return merge(whole.length > 0 ? whole : findParts(folded, tokens, needles))
}

function findParts(folded: string, tokens: Tokens, needles: Needles): [number, number][] {
  const pairs = new Set<string>()
  for (const run of needles.han) for (let at = 0; at + 2 <= run.length; at++) pairs.add(run.slice(at, at + 2))
  const words = needles.words.flat().filter((word) => word.length > 2)
  return [
    ...findHan(folded, tokens, pairs),
    ...findRows(
      folded,
      tokens,
      words.map((word) => [word]),
    ),
  ]
}

function findHan(folded: string, tokens: Tokens, needles: Set<string>): [number, number][] {
  if (needles.size === 0) return []
  let run = ''
  const places: number[] = []
  const found: [number, number][] = []
  const close = () => {
    for (const needle of needles) {
      for (let at = run.indexOf(needle); at >= 0; at = run.indexOf(needle, at + needle.length))
        found.push([places[at]!, places[at + needle.length - 1]! + 1])
    }
    run = ''
    places.length = 0
  }
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kinds[token] !== TOKEN.han) close()
    else {
      places.push(tokens.starts[token]!)
      run += folded[tokens.starts[token]!]
    }
  }
  close()
  return found
}

function findRows(folded: string, tokens: Tokens, rows: string[][]): [number, number][] {
  if (rows.length === 0) return []
  const words: { text: string; start: number; end: number }[] = []
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kinds[token] !== TOKEN.word) continue
    const [start, end] = [tokens.starts[token]!, tokens.ends[token]!]
    words.push({ text: canonicalWord(folded.slice(start, end)), start, end })
  }
  return words.flatMap(({ start }, at) =>
    rows.flatMap((row): [number, number][] => {
      const last = matchRow(words, at, row)
      return last === undefined ? [] : [[start, words[last]!.end]]
    }),
  )
}

/** Index of the row's last word, where the row begins at `at`; `deepseek` is also the row `deep seek`, and the reverse. */
function matchRow(words: { text: string }[], at: number, row: string[]): number | undefined {
  const wanted = row.join('')
  let joined = ''
  for (let index = at; index < words.length && joined.length < wanted.length; index++) {
    joined += words[index]!.text
    if (joined === wanted) return index
  }
  return undefined
}

function merge(ranges: [number, number][]): [number, number][] {
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else merged.push([...range])
  }
  return merged
}
