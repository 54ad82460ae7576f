import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, constants, gunzip, type InputType, inflate, zstdDecompress } from 'node:zlib'
import { SourceError } from './error.ts'

type Decode = (bytes: InputType, options: { maxOutputLength: number }) => Promise<Buffer>

/** Decoding whole buffers costs a third of decoding streams; both ends are capped. */
const DECODERS: Record<string, Decode> = {
  br: promisify<InputType, object, Buffer>(brotliDecompress),
  deflate: promisify<InputType, object, Buffer>(inflate),
  gzip: promisify<InputType, object, Buffer>(gunzip),
  'x-gzip': promisify<InputType, object, Buffer>(gunzip),
  zstd: promisify<InputType, object, Buffer>(zstdDecompress),
}
/** Servers behind proxies sometimes encode twice; more is an attack. */
const MAX_ENCODINGS = 2
/** A body that is to be cut may be decompressed to this before it is. */
const MAX_BYTES_TO_CUT = 15 * 1024 * 1024

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
  const decoders = findDecoders(options)
  const { bytes: received, isCut } = await readReceived(body, options)
  if (!isCut) checkLength(url, received.length, options.contentLength)
  let bytes = received
  for (const decode of decoders) {
    try {
      const maxOutputLength = truncate ? MAX_BYTES_TO_CUT : maxBytes
      // A beginning without its end still gives the beginning of the text.
      const finishFlush = isCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {}
      bytes = await decode(bytes, { maxOutputLength, ...finishFlush })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error
      throw tooLarge(url, maxBytes)
    }
  }
  return bytes.length > maxBytes ? bytes.subarray(0, maxBytes) : bytes
}

/** Bytes as they came, up to the cap. */
function readReceived(
  body: Readable,
  { url, maxBytes, truncate }: BodyOptions,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= maxBytes) return
      if (truncate) resolve({ bytes: Buffer.concat(chunks), isCut: true })
      body.destroy(truncate ? undefined : tooLarge(url, maxBytes))
    })
    body.on('end', () =>
      resolve({ bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), isCut: false }),
    )
    body.on('error', reject)
    body.on('close', () => reject(new SourceError('incomplete', `${url} ended amid its body`, { url })))
  })
}

/** In the order to apply them: the last one named was applied last. */
function findDecoders({ url, contentEncoding }: BodyOptions): Decode[] {
  if (contentEncoding === undefined) return []
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length <= MAX_ENCODINGS) return names.reverse().map((name) => findDecoder(name, url))
  throw new SourceError('encoding-unknown', `${url} stacks ${names.length} encodings; expected one`, { url })
}

function findDecoder(name: string, url: string): Decode {
  if (Object.hasOwn(DECODERS, name)) return DECODERS[name]!
  throw new SourceError(
    'encoding-unknown',
    `${url} is encoded as ${name}; expected gzip, br, deflate or zstd`,
    { url },
  )
}

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
