import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'

/** Threads in the order in which they were started: the first never answers its second page, and says something when it is ended. */
const threads: FakeThread[] = []
/** What a new thread may spend is ten seconds; later, five. */
const LATE_MS = 10_500

class FakeThread extends EventEmitter {
  spentSeconds = 0
  ref() {}
  unref() {}
  constructor() {
    super()
    threads.push(this)
  }
  async cpuUsage() {
    return { user: this.spentSeconds * 1e6, system: 0 }
  }
  postMessage({ html }: { html: string }) {
    if (html === 'slow') setTimeout(() => (this.spentSeconds += 6), 4_000)
    else
      setTimeout(() => this.emit('message', { result: { title: html } }), html === 'starved' ? LATE_MS : 100)
  }
  async terminate() {
    setTimeout(() => this.emit('message', { result: { title: 'late' } }), 20)
    setTimeout(() => this.emit('exit', 1), 40)
  }
}
vi.mock('node:worker_threads', () => ({ Worker: FakeThread }))

it('a page never gets what a thread says that was given up, and none is given up because the machine is busy', async () => {
  const { parseArticleSafely } = await import('../../scrapers/parse/worker.ts')
  const pages = ['starved', 'slow', 'third', 'fourth'].map((name) =>
    parseArticleSafely(name, { url: `https://${name}.example/` }),
  )
  expect(await Promise.all(pages)).toEqual([
    { title: 'starved' },
    expect.objectContaining({ failure: 'timeout' }),
    { title: 'third' },
    { title: 'fourth' },
  ])
  expect(threads).toHaveLength(2)
})
