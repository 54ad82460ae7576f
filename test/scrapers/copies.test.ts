import { describe, expect, it } from 'vitest'
import { openCopies } from '../../scrapers/copies.ts'
import { SourceError } from '../../scrapers/error.ts'
import type { Fetch } from '../../scrapers/fetch.ts'
import { buildArchiveLink } from '../../src/core/publish/archive-link.ts'

describe('copies in a public archive', () => {
  it.each([
    ['2026-08-03T04:05:06Z', '20260803040506'],
    ['2026-08-03T04:05:06.789+08:00', '20260802200506'],
  ])('are addressed by the moment of %s in UTC', (at, moment) => {
    expect(buildArchiveLink('https://outlet.example/a?b=1', at)).toBe(
      `https://web.archive.org/web/${moment}/https://outlet.example/a?b=1`,
    )
  })

  it('are asked for one after another, each page once, and a refusal stops nothing', async () => {
    const asked: string[] = []
    const answers: [string, string | undefined][] = []
    let open = 0
    const fetch: Fetch = async ({ url }) => {
      expect(++open).toBe(1)
      asked.push(url)
      await Promise.resolve()
      open--
      if (url.endsWith('/b')) throw new SourceError('http-429', 'too many requests', { url })
      return { url, finalUrl: url, status: 200, headers: {}, body: new Uint8Array(), retrievedAt: 0 }
    }
    const copies = openCopies({
      fetch,
      archive: 'http://archive.example',
      onAnswer: (url, problem) => answers.push([url, problem]),
    })
    for (const page of ['a', 'b', 'a', 'c']) copies.request(`https://outlet.example/${page}`)
    await copies.finish()
    expect(asked).toEqual(
      ['a', 'b', 'c'].map((page) => `http://archive.example/save/https://outlet.example/${page}`),
    )
    expect(answers.map(([url, problem]) => [url.at(-1), problem])).toEqual([
      ['a', undefined],
      ['b', 'too many requests'],
      ['c', undefined],
    ])
  })
})
