/** Writes unsigned integers of up to 53 bits, seven bits a byte, least first. */
export class VarintWriter {
  #bytes = new Uint8Array(256)
  #used = 0

  write(value: number): this {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#push((rest % 128) | 128)
    return this.#push(rest)
  }

  append(bytes: Uint8Array): this {
    while (this.#used + bytes.length > this.#bytes.length) this.#grow()
    this.#bytes.set(bytes, this.#used)
    this.#used += bytes.length
    return this
  }

  get length(): number {
    return this.#used
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#used)
  }

  #push(byte: number): this {
    if (this.#used === this.#bytes.length) this.#grow()
    this.#bytes[this.#used++] = byte
    return this
  }

  #grow(): void {
    const bigger = new Uint8Array(this.#bytes.length * 2)
    bigger.set(this.#bytes)
    this.#bytes = bigger
  }
}

export class VarintReader {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length
  }

  read(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.at++]
      if (byte === undefined) throw new RangeError('a number of the search index goes beyond its file')
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  take(length: number): Uint8Array {
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }
}
