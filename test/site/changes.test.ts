import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceFolder, restoreFolder } from '../../src/cli/replace-folder.ts'
import { hashFolder } from '../ops/hash-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-changes-'))
const out = join(folder, 'site')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const OLD = {
  'index.html': 'old',
  'same.html': 'same',
  'gone/only/index.html': 'gone',
  'half/kept.html': 'kept',
  'half/gone.html': 'gone',
  'search/a1/t.bin': 'old index',
  'search/manifest.json': 'a1',
}
const NEW = {
  'index.html': 'new',
  'same.html': 'same',
  'half/kept.html': 'kept',
  'added/one/index.html': 'added',
  'search/b2/t.bin': 'new index',
  'search/manifest.json': 'b2',
}
/** What of the new site is written: all but what is known to be the same. */
const { 'half/kept.html': _, ...WRITTEN } = NEW
const GONE = ['gone/only/index.html', 'half/gone.html', 'search/a1/t.bin']

/** The new site, written whole. */
function expected(): unknown {
  const whole = join(folder, 'whole')
  rmSync(whole, { recursive: true, force: true })
  write(whole, NEW)
  return hashFolder(whole)
}

describe('changing a site in place', () => {
  beforeEach(() => {
    rmSync(out, { recursive: true, force: true })
    write(out, OLD)
  })

  it('gives the new site, leaves equal files and no empty folder', async () => {
    const { mtimeMs, ino } = statSync(join(out, 'same.html'))
    const swap = await replaceFolder(out)
    write(swap.fresh, WRITTEN)
    swap.apply(GONE)
    expect(hashFolder(out)).toEqual(expected())
    expect(statSync(join(out, 'same.html'))).toMatchObject({ mtimeMs, ino })
    expect(existsSync(join(out, 'gone'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.startsWith('site'))).toEqual(['site'])
  })

  it('is finished by whoever comes next, wherever it was killed', async () => {
    const swap = await replaceFolder(out)
    write(swap.fresh, WRITTEN)
    // The moves, in the order in which they are made, of a build that was killed after each of them.
    const moves = ['added', 'search/b2', 'index.html', 'search/manifest.json']
    const journal = JSON.stringify({ fresh: 'site.next-1', moves, removals: GONE })
    cpSync(swap.fresh, join(folder, 'kept'), { recursive: true })
    for (let done = 0; done <= moves.length; done++) {
      rmSync(out, { recursive: true })
      write(out, OLD)
      cpSync(join(folder, 'kept'), join(folder, 'site.next-1'), { recursive: true })
      writeFileSync(`${out}.changes`, journal)
      for (const path of moves.slice(0, done)) renameSync(join(folder, 'site.next-1', path), join(out, path))
      await restoreFolder(out)
      expect(hashFolder(out)).toEqual(expected())
    }
    await swap.abandon()
    expect(readdirSync(folder).filter((name) => name.startsWith('site'))).toEqual(['site'])
  })
})
