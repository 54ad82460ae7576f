// Runs Astro for one build, and no longer than the process that asked for it. One whose asker was killed would stay at work in
// the project's own folder, beside the next build, and would take up the records of that one.
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { LockedError, takeLock } from '../../scrapers/lock.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Between two looks whether an Astro whose asker was killed has ended. */
const LOOK_MS = 50

// The other end of the pipe closes with the asker, however that ends.
process.stdin.once('close', () => process.exit(1)).resume()
process.stdin.unref()
await takeTurn()
process.argv[1] = join(ROOT, 'node_modules/astro/bin/astro.mjs')
await import(pathToFileURL(process.argv[1]).href)

/** The lock ends with this process. */
async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      takeLock(join(ROOT, '.redline/build/astro'), new Date())
      return
    } catch (error) {
      if (!(error instanceof LockedError)) throw error
      await sleep(LOOK_MS)
    }
  }
}
