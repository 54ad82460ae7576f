import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { openArchive } from '../../scrapers/archive.ts'

const body = Buffer.from('<p>样本文字，a sample text</p>')
const response = (finalUrl: string, at: string) => ({
  url: finalUrl,
  finalUrl,
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'set-cookie': 'id=1' },
  body,
  retrievedAt: Date.parse(at),
})

describe('the evidence archive', () => {
  it('is WARC 1.1 by month, readable again, with the digest that records carry', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'redline-warc-'))
    const archive = openArchive(directory)
    await Promise.all([
      archive.write(response('https://outlet.example/a', '2026-11-20T10:00:00Z')),
      archive.write(response('https://outlet.example/b', '2026-11-21T10:00:00Z')),
      archive.write(response('https://outlet.example/c', '2026-12-01T10:00:00Z')),
    ])
    expect((await readdir(directory)).sort()).toEqual(['2026-11.warc.gz', '2026-12.warc.gz'])
    const read: unknown[] = []
    for await (const record of new WARCParser(createReadStream(join(directory, '2026-11.warc.gz')))) {
      const payload = record.warcType === 'response' ? Buffer.from(await record.readFully(true)) : undefined
      read.push([
        record.warcType,
        record.warcTargetURI,
        payload?.toString(),
        record.warcHeader('WARC-Payload-Digest'),
      ])
      if (payload) {
        expect(record.warcHeaders.protocol).toBe('WARC/1.1')
        expect(record.httpHeaders!.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(record.httpHeaders!.headers.get('content-encoding')).toBeFalsy()
        expect(record.httpHeaders!.headers.get('set-cookie')).toBeFalsy()
      }
    }
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`
    expect(read.slice(1)).toEqual([
      ['response', 'https://outlet.example/a', body.toString(), digest],
      ['response', 'https://outlet.example/b', body.toString(), digest],
    ])
  })

  it('goes on after a write that failed, and says so to its caller', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'redline-warc-'))
    const archive = openArchive(directory)
    await expect(
      archive.write({
        ...response('https://outlet.example/a', '2026-11-20T10:00:00Z'),
        retrievedAt: Number.NaN,
      }),
    ).rejects.toThrow()
    await archive.write(response('https://outlet.example/b', '2026-11-20T10:00:00Z'))
    expect(await readdir(directory)).toEqual(['2026-11.warc.gz'])
  })
})
