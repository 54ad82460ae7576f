import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect } from '../../scrapers/collect.ts'
import { defineSource, feed } from '../../scrapers/define.ts'
import { openFetch } from '../../scrapers/fetch.ts'
import { readList } from '../../scrapers/read-list.ts'
import { openRobots } from '../../scrapers/robots.ts'
import { openState } from '../../scrapers/state.ts'
import { buildMatchers } from '../../src/core/extract/article.ts'
import type { Cache, Records, Store } from '../../src/store/store.ts'
import { intervalOf, WeekPress } from './week-press.ts'

const HOUR = 60 * 60_000
const FEEDS = 1_000
const TICK_MS = HOUR
/** Tick at which the collector's clock is set back to the right time. */
const SET_RIGHT_AT = 75

/** The same numbers in every run, so that a failure can be repeated. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Records in memory: the disk is not what this test is about. */
function openMemoryStore(): Store {
  const records = new Map<string, unknown>()
  return {
    read: async (noun, id) => records.get(`${noun}/${id}`) as never,
    async *list<N extends keyof Records>(noun: N) {
      for (const [key, record] of records) if (key.startsWith(`${noun}/`)) yield record as Records[N]
    },
    write: async (noun, record) => {
      const key = `${noun}/${record.id}`
      const before = records.get(key)
      records.set(key, record)
      return before === undefined ? 'added' : 'changed'
    },
    remove: async (noun, id) => void records.delete(`${noun}/${id}`),
    close: async () => {},
    listIds: async (noun) =>
      [...records.keys()]
        .filter((key) => key.startsWith(`${noun}/`))
        .map((key) => key.slice(noun.length + 1)),
    count: async (noun) => [...records.keys()].filter((key) => key.startsWith(`${noun}/`)).length,
  }
}

const cache: Cache = { put: async () => 'a'.repeat(64), get: async () => undefined }

const sources = Array.from({ length: FEEDS }, (_, index) =>
  defineSource(
    `feed-${index}`,
    feed({
      names: { en: 'F', 'zh-Hans': '源', 'zh-Hant': '源' },
      lang: 'en',
      region: 'INT',
      kind: 'press',
      tier: 'press',
      url: WeekPress.urlOf(index),
      intervalMinutes: intervalOf(index),
      content: 'feed',
    }),
  ),
)

describe('a week with a thousand feeds', () => {
  it('is polite throughout: restarts, crashes amid a run and a clock set back included', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'redline-week-'))
    const random = makeRandom(20_261_121)
    let clock = Date.parse('2026-11-02T00:00:00Z')
    // The collector's clock is two days ahead until somebody sets it right.
    let aheadMs = 48 * HOUR
    const now = () => clock + aheadMs
    const press = new WeekPress({ now: () => clock, random })
    const store = openMemoryStore()
    const matchers = buildMatchers({ entities: [], metrics: [], topics: [], glossary: [] })
    const start = () => {
      const state = openState(join(directory, 'state.sqlite'))
      const fetch = openFetch({
        guard: press.guard,
        state,
        userAgent: 'test',
        now,
        random,
        sleep: async () => {},
        paceMs: () => 0,
      })
      const robots = openRobots({ fetch, state, now })
      return {
        state,
        fetch: (request: Parameters<typeof fetch>[0]) => fetch({ ...request, beforeHop: robots.check }),
      }
    }
    let running = start()
    for (let tick = 0; tick < (7 * 24 * HOUR) / TICK_MS; tick++) {
      const isCrash = random() < 0.05
      const controller = new AbortController()
      let left = isCrash ? Math.floor(random() * FEEDS) : Number.POSITIVE_INFINITY
      const onOutcome = () => {
        if (--left === 0) controller.abort()
      }
      await collect({
        sources,
        store,
        cache,
        matchers,
        ...running,
        readList,
        now,
        signal: controller.signal,
        onOutcome,
      })
      if (isCrash || random() < 0.05) {
        running.state.close()
        running = start()
      }
      clock += TICK_MS
      if (tick === SET_RIGHT_AT) aheadMs = 0
    }
    running.state.close()
    await rm(directory, { recursive: true })
    expect(press.impoliteness).toEqual({
      tooEarly: [],
      wrongValidator: [],
      ignoredRetryAfter: [],
      secondConnection: [],
      askedAfterGone: [],
      askedDisallowed: [],
    })
    expect(press.requests).toBeGreaterThan(20_000)
    expect(press.notModified).toBeGreaterThan(10_000)
    expect(await store.count('articles')).toBeGreaterThan(FEEDS)
  }, 600_000)
})
