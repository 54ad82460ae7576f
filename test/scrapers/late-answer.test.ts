import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'

/** Threads in the order in which they were started: the first never answers in time, and says something when it is ended. */
const threads: FakeThread[] = []

class FakeThread extends EventEmitter {
  ref() {}
  unref() {}
  constructor() {
    super()
    threads.push(this)
  }
  postMessage({ html }: { html: string }) {
    if (threads[0] === this) return
    setTimeout(() => this.emit('message', { result: { title: html } }), 100)
  }
  async terminate() {
    setTimeout(() => this.emit('message', { result: { title: 'late' } }), 20)
    setTimeout(() => this.emit('exit', 1), 40)
  }
}
vi.mock('node:worker_threads', () => ({ Worker: FakeThread }))

it('a page never gets what a thread says that was given up', async () => {
  const { parseArticleSafely } = await import('../../scrapers/parse/worker.ts')
  const pages = ['slow', 'second', 'third'].map((name) =>
    parseArticleSafely(name, { url: `https://${name}.example/` }),
  )
  expect(await Promise.all(pages)).toEqual([
    expect.objectContaining({ failure: 'timeout' }),
    { title: 'second' },
    { title: 'third' },
  ])
})
