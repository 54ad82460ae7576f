import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openCache } from '../../src/store/cache.ts'

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'redline-cache-'))
const bytes = new TextEncoder().encode('一'.repeat(10_000))
const sha256 = createHash('sha256').update(bytes).digest('hex')

describe('the cache', () => {
  it('gives back bytes by their hash, from a compressed file in a folder of two digits', async () => {
    const directory = await temporaryFolder()
    expect(await openCache(directory).put(bytes)).toBe(sha256)
    expect(await openCache(directory).get(sha256)).toEqual(bytes)
    const path = join(directory, sha256.slice(0, 2), `${sha256}.zst`)
    expect((await stat(path)).size).toBeLessThan(bytes.length / 10)
  })

  it('stores equal bytes once, also at the same time', async () => {
    const directory = await temporaryFolder()
    const cache = openCache(directory)
    await Promise.all([cache.put(bytes), cache.put(bytes), cache.put(bytes)])
    expect(await readdir(join(directory, sha256.slice(0, 2)))).toEqual([`${sha256}.zst`])
  })

  it('has undefined for what it has not, and an empty blob for nothing', async () => {
    const cache = openCache(await temporaryFolder())
    expect(await cache.get(sha256)).toBeUndefined()
    expect(await cache.get(await cache.put(new Uint8Array()))).toEqual(new Uint8Array())
  })

  it('removes what a killed writer left beside a blob', async () => {
    const directory = await temporaryFolder()
    const folder = join(directory, sha256.slice(0, 2))
    await mkdir(folder)
    await writeFile(join(folder, `.${sha256}.zst.4194999.abcd.tmp`), 'half')
    await openCache(directory).put(bytes)
    expect(await readdir(folder)).toEqual([`${sha256}.zst`])
  })

  it('refuses a damaged blob by name instead of giving other bytes', async () => {
    const directory = await temporaryFolder()
    const cache = openCache(directory)
    await cache.put(bytes)
    await writeFile(join(directory, sha256.slice(0, 2), `${sha256}.zst`), zstdCompressSync('other'))
    await expect(cache.get(sha256)).rejects.toThrow(`${sha256}.zst does not hold the bytes of its name`)
  })
})
