/** Units that are kept room for; what a longer text needs is left to the collector. */
const KEPT_UNITS = 0x40000

/** A text as numbers. */
interface Room {
  units: Uint16Array
  bytes: Buffer
}

const makeRoom = (length: number): Room => {
  const units = new Uint16Array(length)
  return { units, bytes: Buffer.from(units.buffer) }
}

let kept = makeRoom(0x1000)

function roomFor(length: number): Room {
  if (length > KEPT_UNITS) return makeRoom(length)
  if (length > kept.units.length) kept = makeRoom(Math.min(KEPT_UNITS, 2 * length))
  return kept
}

/**
 * The UTF-16 units of a text, lone surrogates too, for use at once: the next text is written over them, and behind its end
 * stand those of longer ones. A loop over an array takes two thirds of the time of one over a string that was cut or joined.
 */
export function readUnits(text: string): Uint16Array {
  const { units, bytes } = roomFor(text.length)
  bytes.write(text, 0, 'utf16le')
  return units
}

/** Texts up to this length are looked through first: to write them out takes longer than that. */
const SHORT = 64

/** Units after which is asked about words: of a thousand units one may be another in its word. */
const STRETCH = 128

/** Set in the entry of a unit that a word may make another one. */
const IN_WORD = 0x10000

/** Which units become others. */
export class UnitChanges {
  /** By unit, the bits in which its other one differs: 0 for those that stay. */
  readonly bits = new Uint32Array(0x10000)
  readonly #ask: (text: string, at: number) => number | undefined

  /** `ask` gives the unit that stands instead of one of `asked` in the word around it, if that makes it another one. */
  constructor(asked: Iterable<string>, ask: (text: string, at: number) => number | undefined) {
    this.#ask = ask
    for (const char of asked) this.bits[char.charCodeAt(0)] = IN_WORD
  }

  add(unit: number, other: number): void {
    this.bits[unit] = (this.bits[unit]! & IN_WORD) | (unit ^ other)
  }

  /** What a unit by itself becomes. */
  of(unit: number): number {
    return (unit ^ this.bits[unit]!) & 0xffff
  }

  isChanged(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.bits[text.charCodeAt(at)] !== 0) return true
    return false
  }

  /** Writes what words make others of into the units of a stretch of text. */
  changeInWords(text: string, units: Uint16Array, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      if ((this.bits[text.charCodeAt(at)]! & IN_WORD) !== 0) units[at] = this.#ask(text, at) ?? units[at]!
    }
  }
}

/** A text unit by unit in other units; the same string where nothing can change. */
export function mapUnits(text: string, changes: UnitChanges): string {
  const { length } = text
  if (length <= SHORT && !changes.isChanged(text)) return text
  const { bits } = changes
  const { units, bytes } = roomFor(length)
  bytes.write(text, 0, 'utf16le')
  let changed = 0
  for (let start = 0; start < length; start += STRETCH) {
    const end = Math.min(length, start + STRETCH)
    let entries = 0
    for (let at = start; at < end; at++) {
      const unit = units[at]!
      const entry = bits[unit]!
      entries |= entry
      units[at] = unit ^ entry
    }
    if ((entries & IN_WORD) !== 0) changes.changeInWords(text, units, start, end)
    changed |= entries
  }
  return changed === 0 ? text : bytes.toString('utf16le', 0, 2 * length)
}
