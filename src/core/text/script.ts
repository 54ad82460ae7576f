import type { Lang } from '../model/lang.ts'
import { HANS_ONLY, HANT_ONLY, HANT_TO_HANS } from './hans-table.ts'

/** Characters looked at to tell the language; a longer text says nothing new. */
const SAMPLE_UNITS = 200_000

/** A Chinese word has about one and a half characters (jieba on news text), so that many weigh as much as one Latin word. */
const HAN_PER_WORD = 1.5

/** Addresses are no language; a page of links in a Chinese text is still Chinese. */
const ADDRESS = /https?:\/\/[^\s)\]>"]+/g

const foldTable = buildFoldTable()
const scriptTable = buildScriptTable()

/** Language and script of a text, from its characters alone, whatever the page declares. */
export function detectLang(page: string): Lang {
  const sample = page.length > SAMPLE_UNITS ? page.slice(0, SAMPLE_UNITS) : page
  const text = sample.includes('://') ? sample.replace(ADDRESS, ' ') : sample
  let han = 0
  let hansOnly = 0
  let hantOnly = 0
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const isLetter = isLatinLetter(unit)
    if (isLetter && !inWord) words++
    inWord = isLetter
    if (unit < 0x3400 || unit > 0x9fff) continue
    han++
    const script = scriptTable[unit]
    if (script === 1) hansOnly++
    else if (script === 2) hantOnly++
  }
  if (han / HAN_PER_WORD <= words) return 'en'
  return hantOnly > hansOnly ? 'zh-Hant' : 'zh-Hans'
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

function isLatinLetter(unit: number): boolean {
  const lower = unit | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit < 0x250)
}

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  for (let unit = 0; unit < 0x2180; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase()
    if (lower.length === 1) table[unit] = lower.charCodeAt(0)
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = table[unit - 0xfee0]!
  for (const [from, to] of ['\u00a0 ', '\u3000 ', '\u2010-', '\u2011-', '\u2212-', "\u2018'", "\u2019'"])
    table[from!.charCodeAt(0)] = to!.charCodeAt(0)
  for (let index = 0; index < HANT_TO_HANS.length; index += 2)
    table[HANT_TO_HANS.charCodeAt(index)] = HANT_TO_HANS.charCodeAt(index + 1)
  return table
}

/** 1: only in Simplified text, 2: only in Traditional text. */
function buildScriptTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const character of HANS_ONLY) table[character.charCodeAt(0)] = 1
  for (const character of HANT_ONLY) table[character.charCodeAt(0)] = 2
  return table
}
