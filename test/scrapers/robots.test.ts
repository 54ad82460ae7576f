import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openClient } from '../../scrapers/client.ts'
import type { SourceError } from '../../scrapers/error.ts'
import { isAllowedBy, parseRobots } from '../../scrapers/robots-rules.ts'
import { type CollectState, openState } from '../../scrapers/state.ts'
import { type FaultServer, startFaultServer } from '../faults/server.ts'
import { expectLinear } from '../timing.ts'

const HOUR = 60 * 60 * 1000
const isAllowed = (rules: string, path: string, agent = 'redline') =>
  isAllowedBy(parseRobots(rules), agent, `https://example.org${path}`)

describe('the rules of RFC 9309 (R2, R3)', () => {
  it.each([
    ['Disallow: /a\nAllow: /a', '/a', true, 'a tie is allowed'],
    ['Allow: /a\nDisallow: /a/b', '/a/b/c', false, 'the longest match wins'],
    ['Disallow: /\nAllow: /feed$', '/feed', true, '$ ends the path'],
    ['Disallow: /\nAllow: /feed$', '/feeds', false, '$ allows nothing longer'],
    ['Disallow: /*/private', '/x/y/private/z', false, '* spans folders'],
    ['Disallow: /新聞', '/%E6%96%B0%E8%81%9E/1', false, 'Han in the rule, escaped in the address'],
    ['Disallow: /%e6%96%b0', '/%E6%96%B0/1', false, 'small letters in the escape'],
    ['Disallow:', '/a', true, 'an empty rule forbids nothing'],
    ['disallow /a', '/a', false, 'a missing colon'],
    ['Disallow: /a # no', '/a', false, 'a comment'],
    ['Disallow: /a?b=', '/a?b=1', false, 'a query'],
  ])('R3: %j for %s gives %s: %s', (rules, path, allowed) => {
    expect(isAllowed(`User-agent: *\n${rules}`, path)).toBe(allowed)
  })

  it('reads BOM, CR alone as line end, and pages of HTML', () => {
    expect(isAllowed('\uFEFFUser-agent: *\rDisallow: /a\rAllow: /b', '/a')).toBe(false)
    expect(isAllowed('<!doctype html>\n<title>Not found</title>\n<p>disallow: /', '/a')).toBe(true)
  })

  it('takes the groups that name us instead of those for all, whatever the case and version', () => {
    const rules =
      'User-agent: *\nDisallow: /\n\nUser-agent: RedLine/2.0\nDisallow: /a\n\nuser-agent: redline\nDisallow: /b'
    expect([isAllowed(rules, '/c'), isAllowed(rules, '/a'), isAllowed(rules, '/b')]).toEqual([
      true,
      false,
      false,
    ])
    expect(isAllowed(rules, '/c', 'other')).toBe(false)
  })

  it('answers 30 stars in a moment', () => {
    const startedAt = performance.now()
    expect(isAllowed(`User-agent: *\nDisallow: ${'/*a'.repeat(30)}b$`, `/${'a/'.repeat(1_000)}`)).toBe(true)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  it('never throws, whatever the file and the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (rules, path) => {
        expect(typeof isAllowed(`User-agent: *\nDisallow: /${rules}`, `/${path}`)).toBe('boolean')
      }),
    )
  })

  const suites = join(import.meta.dirname, '../../../shared/eval/suites')
  it.runIf(existsSync(suites))('answers the public suite, all but two that are Google’s own', async () => {
    const { readFileSync } = await import('node:fs')
    interface Case {
      robotsTxt: string
      userAgent: string
      url: string
      allowed: boolean
    }
    const cases: Case[] = JSON.parse(readFileSync(join(suites, 'robots/robots.json'), 'utf8'))
    const wrong = cases.filter(
      ({ robotsTxt, userAgent, url, allowed }) =>
        isAllowedBy(parseRobots(robotsTxt), userAgent, url) !== allowed,
    )
    expect(wrong.length).toBeLessThanOrEqual(2)
  })
  if (!existsSync(suites))
    console.info('the public robots suite is not there (../shared/eval/suites); skipped')
})

describe('asking for robots.txt (R1, R2, R4)', () => {
  let server: FaultServer
  let state: CollectState
  let clock: number
  const open = (limits: { deadlineMs?: number } = {}) =>
    openClient({ state, allow: ['127.0.0.1'], now: () => clock, sleep: async () => {}, ...limits })
  const codeFor = (path: string, client = open()) =>
    client.fetch({ url: server.url + path }).then(
      () => 'fetched',
      ({ code }: SourceError) => code,
    )
  const asked = () => server.requests.filter(({ path }) => path === '/robots.txt').length

  beforeEach(async () => {
    clock = Date.parse('2026-11-21T00:00:00Z')
    state = openState(':memory:')
    server = await startFaultServer()
    server.reply('/feed', 200, {}, 'ok')
  })
  afterEach(() => server.close())

  it.each([
    [404, 'fetched'],
    [403, 'fetched'],
    [410, 'fetched'],
    [500, 'robots-unreachable'],
    [503, 'robots-unreachable'],
    [429, 'robots-unreachable'],
  ])('R1: status %i gives %s', async (status, expected) => {
    server.reply('/robots.txt', status)
    expect(await codeFor('/feed')).toBe(expected)
  })

  it('R1: one that never answers forbids all, and is asked again after an hour, not before', async () => {
    server.on('/robots.txt', () => {})
    expect(await codeFor('/feed', open({ deadlineMs: 1_500 }))).toBe('robots-unreachable')
    expect(await codeFor('/feed')).toBe('robots-unreachable')
    expect(asked()).toBe(1)
    clock += HOUR + 1
    server.reply('/robots.txt', 200, {}, '')
    expect(await codeFor('/feed')).toBe('fetched')
  })

  it('R2: reads the first 500 KiB of 700 KB', async () => {
    const filler = `Disallow: /${'x'.repeat(88)}\n`
    const first = `User-agent: *\nDisallow: /early\n${filler.repeat(5_500)}`
    server.reply('/robots.txt', 200, {}, `${first}${filler.repeat(1_600)}Disallow: /late\n`)
    expect(await codeFor('/early')).toBe('robots-disallowed')
    server.reply('/late', 200, {}, 'ok')
    expect(await codeFor('/late')).toBe('fetched')
  })

  it.each([
    [
      'long lines',
      (units: number) => `User-agent: *\n${`Disallow: /${'x'.repeat(88)}\n`.repeat(units / 100)}`,
    ],
    ['stars', (units: number) => `User-agent: *\n${`Disallow: /${'*a'.repeat(40)}$\n`.repeat(units / 100)}`],
    ['a page in its place', (units: number) => '<div>not found</div>\r'.repeat(units / 20)],
  ])('R2: reads and applies %s in time that grows with the file alone', (_, write) => {
    const path = `/${'a'.repeat(60)}`
    expectLinear((units) => void isAllowed(write(units), path), 125_000)
  })

  it('R4: does not fetch a redirect’s target that its host disallows', async () => {
    const other = await startFaultServer()
    other.reply('/robots.txt', 200, {}, 'User-agent: *\nDisallow: /private')
    server.reply('/feed', 302, { location: `${other.url}/private` })
    expect(await codeFor('/feed')).toBe('robots-disallowed')
    expect(other.requests.map(({ path }) => path)).toEqual(['/robots.txt'])
    await other.close()
  })

  it('asks once a day, also across restarts and while many ask at once', async () => {
    server.reply('/robots.txt', 200, {}, 'User-agent: *\nAllow: /')
    const client = open()
    await Promise.all(Array.from({ length: 5 }, () => codeFor('/feed', client)))
    expect(await codeFor('/feed')).toBe('fetched')
    expect(asked()).toBe(1)
    clock += 24 * HOUR
    expect(await codeFor('/feed')).toBe('fetched')
    expect(asked()).toBe(2)
  })

  it('asks again when the clock was turned back by more than the file may be kept', async () => {
    server.reply('/robots.txt', 200, {}, '')
    await codeFor('/feed')
    clock -= 48 * HOUR
    await codeFor('/feed')
    expect(asked()).toBe(2)
  })
})
