import type { Lang } from '../model/lang.ts'
import { ASKED, unitInWord } from './by-word.ts'
import { HANS_ONLY, HANT_ONLY, HANT_TO_HANS } from './hans-table.ts'
import { mapUnits, readUnits, UnitChanges } from './units.ts'

/** Characters looked at to tell the language; a longer text says nothing new. */
const SAMPLE_UNITS = 200_000

/** A Chinese word has about one and a half characters (jieba on news text), so that many weigh as much as one Latin word. */
const HAN_PER_WORD = 1.5

/** What ends an address; addresses are no language, and a page of links in a Chinese text is still Chinese. */
const ADDRESS_END = /[\s)\]>"]/g

/** Marks and what they are folded to, in turn: spaces, dashes, slashes, apostrophes and the dots in a foreign name. */
const MARKS = "\u00a0 \u3000 \u2010-\u2011-\u2212-\u2044/\u2018'\u2019'\u02d9·\u2027·\u30fb·\uff65·"

/** Units folded at once when the table is built. */
const BLOCK_UNITS = 64
const folding = buildFolding()

/** What a UTF-16 unit says about the language: four counts in one number, eight bits each, so that one addition counts all. */
const LETTER = 1
const HAN = 1 << 8
const HANS = 1 << 16
const HANT = 1 << 24
const COUNT_BITS = 0xff
const kinds = buildKinds()
/** May stand behind the scheme of an address. */
const COLON = ':'.charCodeAt(0)

/** Language and script of a text, from its characters alone, whatever the page declares; letters count by words. */
export function detectLang(page: string): Lang {
  const text = page.length > SAMPLE_UNITS ? page.slice(0, SAMPLE_UNITS) : page
  const { length } = text
  const units = readUnits(text)
  let [words, han, hansOnly, hantOnly] = [0, 0, 0, 0]
  let from = 0
  let before = 0
  for (let at = 0; at < length; ) {
    let counts = 0
    for (const stop = Math.min(length, at + COUNT_BITS); at < stop; at++) {
      const unit = units[at]!
      const kind = kinds[unit]!
      // a letter counts where none stands before it
      counts = (counts + (kind & ~(before & LETTER))) | 0
      before = kind
      if (unit !== COLON || !text.startsWith('//', at + 1)) continue
      const start = startOfAddress(text, at)
      const end = endOfAddress(text, at + 3)
      if (start < from || end === at + 3) continue
      // its scheme is no word
      if (start === from || (kinds[units[start - 1]!]! & LETTER) === 0) words--
      from = end
      at = end - 1
      before = 0
    }
    words += counts & COUNT_BITS
    han += (counts >>> 8) & COUNT_BITS
    hansOnly += (counts >>> 16) & COUNT_BITS
    hantOnly += counts >>> 24
  }
  if (han / HAN_PER_WORD <= words) return 'en'
  return hantOnly > hansOnly ? 'zh-Hant' : 'zh-Hans'
}

/** Kana and Hangul are written in no language of ours: a text of which they are a tenth is Japanese or Korean. */
const FOREIGN_SHARE = 0.1
const KANA = /[\u3041-\u30ff\uff66-\uff9d]/g
const HANGUL = /[\uac00-\ud7af]/g
const LETTERS = /\p{L}/gu

/** Which language that we do not read a text is in, by its letters; names and quotations in one make no text foreign. */
export function detectForeign(page: string): 'Japanese' | 'Korean' | undefined {
  const text = page.slice(0, SAMPLE_UNITS)
  const kana = text.match(KANA)?.length ?? 0
  const hangul = text.match(HANGUL)?.length ?? 0
  if (kana + hangul === 0) return undefined
  const letters = text.match(LETTERS)?.length ?? 0
  if (kana + hangul < FOREIGN_SHARE * letters) return undefined
  return kana > hangul ? 'Japanese' : 'Korean'
}

/** Where the `http` or `https` before `://` begins; -1 for other schemes. */
function startOfAddress(text: string, at: number): number {
  const scheme = text[at - 1] === 's' ? 'https' : 'http'
  return text.startsWith(scheme, at - scheme.length) ? at - scheme.length : -1
}

function endOfAddress(text: string, from: number): number {
  ADDRESS_END.lastIndex = from
  return ADDRESS_END.exec(text)?.index ?? text.length
}

/**
 * Traditional to Simplified, full width to half width, lower case, one dash, apostrophe and middle dot; unit by unit, so that an
 * offset into the result is the same offset into the text. For matching only. Idempotent.
 */
export const foldChars = (text: string): string => mapUnits(text, folding)

function buildFolding(): UnitChanges {
  const changes = new UnitChanges(ASKED, unitInWord)
  for (let start = 0; start < 0x2180; start += BLOCK_UNITS) foldCase(changes, start)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) changes.add(unit, changes.of(unit - 0xfee0))
  for (const pairs of [MARKS, HANT_TO_HANS])
    for (let at = 0; at < pairs.length; at += 2) changes.add(pairs.charCodeAt(at), pairs.charCodeAt(at + 1))
  return changes
}

/** Lower case for a block of units; all at once, as at the start of a command every unit would cost. */
function foldCase(changes: UnitChanges, start: number): void {
  const block = String.fromCharCode(...Array.from({ length: BLOCK_UNITS }, (_, at) => start + at))
  const lower = block.toLowerCase()
  if (lower === block) return
  for (let at = 0; at < BLOCK_UNITS; at++) {
    const one = lower.length === BLOCK_UNITS ? lower[at]! : block[at]!.toLowerCase()
    if (one.length === 1) changes.add(start + at, one.charCodeAt(0))
  }
}

function buildKinds(): Int32Array {
  const table = new Int32Array(0x10000)
  table.fill(LETTER, 0x41, 0x5b)
  table.fill(LETTER, 0x61, 0x7b)
  table.fill(LETTER, 0xc0, 0x250)
  table.fill(HAN, 0x3400, 0xa000)
  for (let at = 0; at < HANS_ONLY.length; at++) table[HANS_ONLY.charCodeAt(at)] = HAN | HANS
  for (let at = 0; at < HANT_ONLY.length; at++) table[HANT_ONLY.charCodeAt(at)] = HAN | HANT
  return table
}
