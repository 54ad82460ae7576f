import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatMetrics, serveMetrics, writeMetrics } from '../../src/cli/metrics.ts'
import { msUntilNext, writeNext } from '../../src/cli/schedule.ts'
import type { Status } from '../../src/cli/status.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-schedule-'))
const NOW = Date.parse('2026-11-21T12:00:00Z')
const HOUR = 3_600_000

describe('the schedule', () => {
  it.each([
    ['has not begun', undefined, 0],
    ['is due in half an hour', '2026-11-21T12:30:00Z', HOUR / 2],
    ['was due while the machine was off', '2026-11-20T12:00:00Z', 0],
    ['was written by a clock that ran a year ahead', '2027-11-21T12:00:00Z', HOUR],
  ])('that %s', async (_name, next, expected) => {
    const file = join(folder, `${Math.random()}`, 'schedule.json')
    if (next) await writeNext(file, Date.parse(next))
    expect(msUntilNext(file, HOUR, NOW)).toBe(expected)
  })

  it('counts as not begun when its file is damaged', () => {
    for (const text of ['', '{"nextRun', 'null', '{"nextRunAt": "soon"}']) {
      const file = join(folder, `${Math.random()}.json`)
      writeFileSync(file, text)
      expect(msUntilNext(file, HOUR, NOW)).toBe(0)
    }
  })
})

const status: Status = {
  contentDir: '/c',
  dataDir: '/d',
  counts: { sources: 2, articles: 7, stories: 1, findings: 3, redirects: 0, digests: 0, runs: 4, aids: 0 },
  lastRun: {
    id: 'r',
    startedAt: '2026-11-21T11:59:30Z',
    finishedAt: '2026-11-21T12:00:00Z',
    counts: { added: 5, failed: 1 },
  },
  alarms: [
    { sourceId: 'a', code: 'http-500', message: 'm', isPaused: false },
    { sourceId: 'b', code: 'http-500', message: 'm', isPaused: true },
  ],
  bytes: { content: 10, cache: 20, site: 30 },
}

describe('metrics', () => {
  it('are Prometheus text that says what it counts', () => {
    const text = formatMetrics(status)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) redline_\w+ .+|redline_\w+(\{\w+="[^"]*"\})? -?\d+(\.\d+)?)$/)
    expect(text).toContain('redline_records{noun="articles"} 7\n')
    expect(text).toContain('redline_last_run_timestamp_seconds 1795262400\n')
    expect(text).toContain('redline_last_run_seconds 30\n')
    expect(text).toContain('redline_source_alarm{code="http-500"} 2\n')
    expect(text).toContain('redline_sources_paused 1\n')
  })

  it('leave out what is not known', () => {
    const { lastRun: _, ...fresh } = status
    expect(formatMetrics({ ...fresh, alarms: [] })).not.toContain('last_run')
  })

  it('go to a file and over HTTP', async () => {
    const file = join(folder, 'redline.prom')
    await writeMetrics(file, status)
    expect(readFileSync(file, 'utf8')).toBe(formatMetrics(status))
    const server = await serveMetrics(0, async () => status)
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect(response.headers.get('content-type')).toContain('version=0.0.4')
    expect(await response.text()).toBe(formatMetrics(status))
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    server.close()
  })
})
