import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { FetchResponse } from './fetch.ts'

/** An evidence archive: responses as they were read, replayable in any WARC viewer. */
export interface Archive {
  write(response: FetchResponse): Promise<void>
}

/**
 * Appends to `<directory>/<year>-<month>.warc.gz`, one gzip member a record (WARC 1.1). The payload digest is the SHA-256 that
 * records carry as `snapshot`. Bodies are stored decompressed, so headers that tell of encoding or length are left out.
 */
export function openArchive(directory: string): Archive {
  const started = new Set<string>()
  let last = Promise.resolve()
  const append = async (response: FetchResponse) => {
    const date = new Date(response.retrievedAt).toISOString()
    const file = join(directory, `${date.slice(0, 7)}.warc.gz`)
    if (!started.has(file)) {
      await mkdir(directory, { recursive: true })
      await appendFile(file, await serialize(buildInfo(date)))
      started.add(file)
    }
    await appendFile(file, await serialize(buildRecord(response, date)))
  }
  return {
    write(response) {
      const writing = last.then(() => append(response))
      // Appends follow one another; one that fails is told to its caller and does not stop the next.
      last = writing.then(
        () => undefined,
        () => undefined,
      )
      return writing
    },
  }
}

const HIDDEN = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
])

function buildRecord({ finalUrl, headers, body }: FetchResponse, date: string): WARCRecord {
  const httpHeaders = Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !HIDDEN.has(entry[0]),
    ),
  )
  async function* content() {
    yield body
  }
  return WARCRecord.create(
    {
      url: finalUrl,
      date,
      type: 'response',
      warcVersion: 'WARC/1.1',
      httpHeaders,
      statusline: 'HTTP/1.1 200 OK',
    },
    content(),
  )
}

const buildInfo = (date: string) =>
  WARCRecord.createWARCInfo(
    { filename: `redline-${date.slice(0, 7)}.warc.gz`, warcVersion: 'WARC/1.1', date },
    { software: 'Redline', format: 'WARC File Format 1.1' },
  )

const serialize = (record: WARCRecord) =>
  WARCSerializer.serialize(record, {
    gzip: true,
    digest: { algo: 'sha-256', prefix: 'sha256:', base32: false },
  })
