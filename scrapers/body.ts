import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { SourceError } from './error.ts'

const DECODERS: Record<string, () => Transform> = {
  br: createBrotliDecompress,
  deflate: createInflate,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  zstd: createZstdDecompress,
}
/** Servers behind proxies sometimes encode twice; more is an attack. */
const MAX_ENCODINGS = 2

interface BodyOptions {
  url: string
  contentEncoding: string | undefined
  contentLength: string | undefined
  /** Greatest size after decompression. */
  maxBytes: number
  /** Whether a body that is too large is cut there instead of refused (robots.txt). */
  truncate: boolean
}

/** Reads a response body whole, decompressed; too large, cut short or in an unknown encoding, it throws. */
export async function readBody(body: Readable, options: BodyOptions): Promise<Uint8Array> {
  const { url, maxBytes, truncate } = options
  const decoders = buildDecoders(options)
  const received = new Counter(truncate ? Number.POSITIVE_INFINITY : maxBytes, url)
  const decoded = [received, ...decoders].reduce<Readable>((from, to) => pipeline(from, to, ignoreHere), body)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
    size += chunk.length
    chunks.push(chunk)
    if (size <= maxBytes) continue
    body.destroy()
    if (!truncate) throw tooLarge(url, maxBytes)
    return Buffer.concat(chunks).subarray(0, maxBytes)
  }
  checkLength(url, received.bytes, options.contentLength)
  return Buffer.concat(chunks)
}

/** Counts bytes as received: a stream that decompresses to nothing never reaches the cap on what comes out. */
class Counter extends Transform {
  bytes = 0
  private readonly maxBytes: number
  private readonly url: string

  constructor(maxBytes: number, url: string) {
    super()
    this.maxBytes = maxBytes
    this.url = url
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length
    if (this.bytes > this.maxBytes) done(tooLarge(this.url, this.maxBytes))
    else done(null, chunk)
  }
}

/** In the order to apply them: the last one named was applied last. */
function buildDecoders({ url, contentEncoding }: BodyOptions): Transform[] {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length <= MAX_ENCODINGS) return names.reverse().map((name) => decoder(name, url))
  throw new SourceError('encoding-unknown', `${url} stacks ${names.length} encodings; expected one`, { url })
}

function decoder(name: string, url: string): Transform {
  if (Object.hasOwn(DECODERS, name)) return DECODERS[name]!()
  throw new SourceError(
    'encoding-unknown',
    `${url} is encoded as ${name}; expected gzip, br, deflate or zstd`,
    {
      url,
    },
  )
}

/** The error also reaches the reader of the stream, where it is handled. */
function ignoreHere(): void {}

function checkLength(url: string, receivedBytes: number, contentLength: string | undefined): void {
  if (contentLength === undefined || Number(contentLength) === receivedBytes) return
  throw new SourceError(
    'incomplete',
    `${url} announced ${contentLength} bytes and sent ${receivedBytes}; nothing of it is stored`,
    { url },
  )
}

const tooLarge = (url: string, maxBytes: number) =>
  new SourceError('too-large', `${url} is larger than ${maxBytes} bytes after decompression`, { url })
