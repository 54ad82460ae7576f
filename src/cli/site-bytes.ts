import { transcode } from 'node:buffer'

/** Room for the UTF-16 of one text; grows with the longest. */
let units = Buffer.allocUnsafeSlow(1 << 20)

/**
 * UTF-8, by way of UTF-16: in a text with a single Chinese letter V8 counts and encodes unit by unit, which takes longer than
 * copying its units and having simdutf encode them. Writing a page takes a fifth less time so.
 */
export function encodeText(text: string): Uint8Array {
  if (text.length * 2 > units.length) units = Buffer.allocUnsafeSlow(text.length * 2)
  const length = units.write(text, 'utf16le')
  try {
    return transcode(units.subarray(0, length), 'utf16le', 'utf8')
  } catch (error) {
    // Half a surrogate pair; written as U+FFFD.
    if ((error as NodeJS.ErrnoException).code === 'U_INVALID_CHAR_FOUND') return Buffer.from(text)
    throw error
  }
}

/** Room in which a file is put together from pieces; the same for one file after another, so that none is collected. */
export class FileRoom {
  #bytes = Buffer.allocUnsafeSlow(1 << 20)
  #length = 0

  add(bytes: Uint8Array): void {
    const length = this.#length + bytes.length
    if (length > this.#bytes.length) {
      const bigger = Buffer.allocUnsafeSlow(length * 2)
      bigger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = bigger
    }
    this.#bytes.set(bytes, this.#length)
    this.#length = length
  }

  /** What was added; good until something is added again. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }
}

/** Texts kept side by side in one piece of memory, in bytes. */
const SHELF_BYTES = 1 << 20

/** Keeps many short texts as UTF-8, side by side: with memory of their own each, collecting them would take longer than encoding. */
export class TextShelf {
  #bytes = Buffer.allocUnsafeSlow(SHELF_BYTES)
  #used = 0

  keep(text: string): Uint8Array {
    const most = text.length * 3
    if (most > SHELF_BYTES) return Buffer.from(text)
    if (this.#used + most > SHELF_BYTES) {
      this.#bytes = Buffer.allocUnsafeSlow(SHELF_BYTES)
      this.#used = 0
    }
    const start = this.#used
    this.#used += this.#bytes.write(text, start)
    return this.#bytes.subarray(start, this.#used)
  }
}
