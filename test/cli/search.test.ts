import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFromDisk } from '../../src/search/disk.ts'
import type { SearchResult } from '../../src/search/search.ts'
import { StaticSearch } from '../../src/search/static.ts'
import { writeFixture } from '../site/fixture.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
let data: string

function redline(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [MAIN, ...args], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'redline-cli-search-'))
  await writeFixture(data)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('redline index and redline search', () => {
  it('searches records that were never indexed, then the index, with the same answer as the site’s engine', async () => {
    const before = await redline('search', '--data', data, '勒索', '--json')
    expect(before.code, before.stderr).toBe(0)
    expect(existsSync(join(data, 'site/search'))).toBe(false)
    const indexed = await redline('index', '--data', data)
    expect(indexed.stdout).toMatch(/^\d+ documents in \d+ files, \d+\.\d MB, in /)
    const after = await redline('search', '--data', data, '勒索', '--json')
    const answer = JSON.parse(after.stdout) as SearchResult
    expect(answer).toEqual(JSON.parse(before.stdout))
    const page = await new StaticSearch(readFromDisk(join(data, 'site/search')), 'en').search({
      text: '勒索',
    })
    expect(answer.hits).toEqual(page.hits)
    expect(answer.total).toBeGreaterThan(0)
  })

  it('prints hits for people, in the edition asked for', async () => {
    const { stdout } = await redline(
      'search',
      '--data',
      data,
      '--edition',
      'zh-Hant',
      '--kind',
      'finding',
      '96%',
    )
    expect(stdout).toMatch(/\d+ results?, 1 to \d+:/)
    expect(stdout).toMatch(/ {2}\[finding, (en|zh-Hans|zh-Hant)\]/)
    expect(stdout).toMatch(/findings\/[\w-]+\//)
  })

  it.each([
    ['an unknown kind', ['--kind', 'novel'], /expected one of finding/],
    ['an unknown facet', ['--filter', 'evil=1'], /expected facet=value/],
    ['a value that is none', ['--min', 'many'], /expected a number/],
    ['a page of nought', ['--page', '0'], /whole number from 1/],
    ['a date that is none', ['--from', 'yesterday'], /date like 2026-08-03/],
  ])(
    'refuses %s, saying what it expects',
    async (_, args, message) => {
      const { code, stderr } = await redline('search', '--data', data, 'word', ...args)
      expect(code).not.toBe(0)
      expect(stderr).toMatch(message)
    },
    30_000,
  )

  it('says what to run where there is nothing to search', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'redline-cli-empty-'))
    const { code, stderr } = await redline('search', '--data', empty, 'word')
    rmSync(empty, { recursive: true })
    expect(code).toBe(1)
    expect(stderr).toMatch(/no records in .*; run `redline start` or `redline collect` first/)
  })

  it('says which server does not answer, and keeps the files', async () => {
    const { code, stdout, stderr } = await redline(
      'index',
      '--data',
      data,
      '--meilisearch',
      'http://127.0.0.1:9',
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(/documents in/)
    expect(stderr).toMatch(/Meilisearch, asking http:\/\/127\.0\.0\.1:9 for its version/)
  })
})
