import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRunning, isTemporary, writeAtomically } from '../../src/store/atomic.ts'

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'redline-atomic-'))

describe('writing whole or not at all', () => {
  it('shows a reader the old bytes or the new ones, however many write at once', async () => {
    const path = join(await temporaryFolder(), 'record.json')
    const versions = Array.from({ length: 20 }, (_, at) => String(at).repeat(50_000))
    await writeAtomically(path, versions[0]!)
    const seen = new Set<string>()
    let isDone = false
    const reading = (async () => {
      while (!isDone) seen.add(await readFile(path, 'utf8'))
    })()
    await Promise.all(versions.map((version) => writeAtomically(path, version)))
    isDone = true
    await reading
    expect([...seen].filter((text) => !versions.includes(text))).toEqual([])
  })

  it('P8: keeps what was there and leaves nothing behind when the write fails', async () => {
    const directory = await temporaryFolder()
    await mkdir(join(directory, 'taken'))
    await writeFile(join(directory, 'taken', 'inside'), 'kept')
    // A folder in its place fails the last step, as a full disk fails the one before.
    await expect(writeAtomically(join(directory, 'taken'), 'new')).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
    )
    expect(await readFile(join(directory, 'taken', 'inside'), 'utf8')).toBe('kept')
    expect(await readdir(directory)).toEqual(['taken'])
  })

  it('tells its temporary files from others', () => {
    expect(isTemporary('.a.json.123.x1y2.tmp')).toBe(true)
    expect(['a.json', '.a.json', 'a.json.tmp', '.a.tmp'].filter(isTemporary)).toEqual([])
    expect([isRunning(process.pid), isRunning(4_194_999)]).toEqual([true, false])
  })
})
