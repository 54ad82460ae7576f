import type { Lang } from '../model/lang.ts'
import { HANS_ONLY, HANT_ONLY, HANT_TO_HANS } from './hans-table.ts'

/** Characters looked at to tell the language; a longer text says nothing new. */
const SAMPLE_UNITS = 200_000

/** A Chinese word has about one and a half characters (jieba on news text), so that many weigh as much as one Latin word. */
const HAN_PER_WORD = 1.5

/** What ends an address; addresses are no language, and a page of links in a Chinese text is still Chinese. */
const ADDRESS_END = /[\s)\]>"]/g

/** Units folded at once when the table is built. */
const BLOCK_UNITS = 64
const foldTable = buildFoldTable()

/** What a UTF-16 unit says about the language. */
const LETTER = 1
const HAN = 2
const HANS_HAN = 3
const HANT_HAN = 4
const kinds = buildKinds()

/** How many units of each kind a text holds; letters count by words. */
interface Counts {
  words: number
  han: number
  hansOnly: number
  hantOnly: number
}

/** Language and script of a text, from its characters alone, whatever the page declares. */
export function detectLang(page: string): Lang {
  const text = page.length > SAMPLE_UNITS ? page.slice(0, SAMPLE_UNITS) : page
  const counts: Counts = { words: 0, han: 0, hansOnly: 0, hantOnly: 0 }
  let from = 0
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const start = startOfAddress(text, at)
    if (start < from) continue
    ADDRESS_END.lastIndex = at + 3
    const end = ADDRESS_END.exec(text)?.index ?? text.length
    if (end === at + 3) continue
    count(text, from, start, counts)
    from = end
    at = end - 3
  }
  count(text, from, text.length, counts)
  const { words, han, hansOnly, hantOnly } = counts
  if (han / HAN_PER_WORD <= words) return 'en'
  return hantOnly > hansOnly ? 'zh-Hant' : 'zh-Hans'
}

/** Where the `http` or `https` before `://` begins; -1 for other schemes. */
function startOfAddress(text: string, at: number): number {
  const scheme = text[at - 1] === 's' ? 'https' : 'http'
  return text.startsWith(scheme, at - scheme.length) ? at - scheme.length : -1
}

function count(text: string, from: number, to: number, counts: Counts): void {
  let { words, han, hansOnly, hantOnly } = counts
  let before = 0
  for (let at = from; at < to; at++) {
    const kind = kinds[text.charCodeAt(at)]!
    if (kind === LETTER) {
      if (before !== LETTER) words++
    } else if (kind !== 0) {
      han++
      if (kind === HANS_HAN) hansOnly++
      else if (kind === HANT_HAN) hantOnly++
    }
    before = kind
  }
  counts.words = words
  counts.han = han
  counts.hansOnly = hansOnly
  counts.hantOnly = hantOnly
}

/**
 * Traditional to Simplified, full width to half width, lower case, one dash and one apostrophe; unit by unit, so that an
 * offset into the result is the same offset into the text. For matching only. Idempotent.
 */
export function foldChars(text: string): string {
  const { length } = text
  let first = 0
  while (first < length && foldTable[text.charCodeAt(first)] === text.charCodeAt(first)) first++
  if (first === length) return text
  let folded = text.slice(0, first)
  for (let start = first; start < length; start += CHUNK_UNITS) {
    const size = Math.min(CHUNK_UNITS, length - start)
    for (let index = 0; index < size; index++) chunk[index] = foldTable[text.charCodeAt(start + index)]!
    folded += String.fromCharCode.apply(null, chunk.subarray(0, size) as unknown as number[])
  }
  return folded
}

/** Arguments that one call of String.fromCharCode takes without risk to the stack. */
const CHUNK_UNITS = 4096
/** Written and read within one call, so that a text leaves nothing behind. */
const chunk = new Uint16Array(CHUNK_UNITS)

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  for (let start = 0; start < 0x2180; start += BLOCK_UNITS) foldCase(table, start)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = table[unit - 0xfee0]!
  for (const [from, to] of ['\u00a0 ', '\u3000 ', '\u2010-', '\u2011-', '\u2212-', "\u2018'", "\u2019'"])
    table[from!.charCodeAt(0)] = to!.charCodeAt(0)
  for (let index = 0; index < HANT_TO_HANS.length; index += 2)
    table[HANT_TO_HANS.charCodeAt(index)] = HANT_TO_HANS.charCodeAt(index + 1)
  return table
}

/** Lower case for a block of units; all at once, as at the start of a command every unit would cost. */
function foldCase(table: Uint16Array, start: number): void {
  const block = String.fromCharCode(...table.subarray(start, start + BLOCK_UNITS))
  const lower = block.toLowerCase()
  if (lower === block) return
  for (let at = 0; at < BLOCK_UNITS; at++) {
    const one = lower.length === BLOCK_UNITS ? lower[at]! : block[at]!.toLowerCase()
    if (one.length === 1) table[start + at] = one.charCodeAt(0)
  }
}

function buildKinds(): Uint8Array {
  const table = new Uint8Array(0x10000)
  table.fill(LETTER, 0x41, 0x5b)
  table.fill(LETTER, 0x61, 0x7b)
  table.fill(LETTER, 0xc0, 0x250)
  table.fill(HAN, 0x3400, 0xa000)
  for (const character of HANS_ONLY) table[character.charCodeAt(0)] = HANS_HAN
  for (const character of HANT_ONLY) table[character.charCodeAt(0)] = HANT_HAN
  return table
}
