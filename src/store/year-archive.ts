import { open, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { writeAtomically } from './atomic.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** Records of a year in one file: frames of Zstandard, each some records as JSON lines in order of id, then an index. */
export interface YearArchive {
  ids: string[]
  /** The record's text as it stood in its own file. */
  read(id: string): Promise<string | undefined>
}

/** Ends in this; `zstd -d` turns the file into JSON lines. */
export const ARCHIVE_SUFFIX = '.jsonl.zst'

interface Frame {
  offset: number
  length: number
  ids: string[]
}

/** Records a frame: at 10 KB each it is read in some 10 ms and packs nearly as well as the whole. */
const FRAME_RECORDS = 64
/** Frames that begin so are skipped by every Zstandard reader (RFC 8878, 3.1.2); the index lies in one at the end. */
const SKIPPABLE = 0x184d2a50

/** Opens an archive; reads its index only. Consecutive reads of near ids cost one frame. */
export async function openYearArchive(path: string): Promise<YearArchive> {
  const frames = await readIndex(path)
  const frameOf = new Map(frames.flatMap((frame) => frame.ids.map((id) => [id, frame] as const)))
  let last: { frame: Frame; records: Promise<Map<string, string>> } | undefined
  return {
    ids: [...frameOf.keys()],
    async read(id) {
      const frame = frameOf.get(id)
      if (!frame) return undefined
      if (last?.frame !== frame) last = { frame, records: readFrame(path, frame) }
      return (await last.records).get(id)
    },
  }
}

/** Writes an archive whole or not at all; `records` are the texts of records by id. */
export async function writeYearArchive(path: string, records: ReadonlyMap<string, string>): Promise<void> {
  const ids = [...records.keys()].sort()
  const frames: Frame[] = []
  const parts: Uint8Array[] = []
  let offset = 0
  for (let at = 0; at < ids.length; at += FRAME_RECORDS) {
    const some = ids.slice(at, at + FRAME_RECORDS)
    const lines = some.map((id) => `${JSON.stringify(JSON.parse(records.get(id)!))}\n`).join('')
    const bytes = await compress(Buffer.from(lines))
    frames.push({ offset, length: bytes.length, ids: some })
    parts.push(bytes)
    offset += bytes.length
  }
  await writeAtomically(path, Buffer.concat([...parts, buildIndex(frames)]))
}

/** Magic number, size, JSON, and the size once more, so that it can be found from the end. */
function buildIndex(frames: Frame[]): Buffer {
  const json = Buffer.from(JSON.stringify(frames))
  const head = Buffer.alloc(8)
  head.writeUInt32LE(SKIPPABLE, 0)
  head.writeUInt32LE(json.length + 4, 4)
  const tail = Buffer.alloc(4)
  tail.writeUInt32LE(json.length, 0)
  return Buffer.concat([head, json, tail])
}

async function readIndex(path: string): Promise<Frame[]> {
  const bytes = await readFile(path)
  const length = bytes.length >= 12 ? bytes.readUInt32LE(bytes.length - 4) : Number.NaN
  const start = bytes.length - 4 - length
  if (!(start >= 8) || bytes.readUInt32LE(start - 8) !== SKIPPABLE)
    throw new Error(`${path}: expected an archive of records that ends in its index; restore it from git`)
  return JSON.parse(bytes.toString('utf8', start, bytes.length - 4)) as Frame[]
}

async function readFrame(path: string, { offset, length, ids }: Frame): Promise<Map<string, string>> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
    const lines = (await decompress(buffer)).toString('utf8').split('\n')
    // As formatRecord writes a record: the same bytes as before it was packed.
    return new Map(ids.map((id, at) => [id, `${JSON.stringify(JSON.parse(lines[at]!), undefined, 2)}\n`]))
  } finally {
    await file.close()
  }
}
