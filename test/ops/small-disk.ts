import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own for a test: a tmpfs, which can be full and can be made read-only, also for root. */
export interface SmallDisk {
  path: string
  resize(megabytes: number): void
  setReadOnly(isReadOnly: boolean): void
  unmount(): void
}

const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' })

/** Mounts one, or says why it cannot: mounting needs root on Linux. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  const path = mkdtempSync(join(tmpdir(), 'redline-disk-'))
  const mounted = run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path)
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true })
    return mounted.stderr || `mount: ${mounted.error?.message ?? 'failed'}`
  }
  const remount = (options: string) => {
    const { status, stderr } = run('mount', '-o', `remount,${options}`, path)
    if (status !== 0) throw new Error(stderr)
  }
  return {
    path,
    resize: (size) => remount(`size=${size}m`),
    setReadOnly: (isReadOnly) => remount(isReadOnly ? 'ro' : 'rw'),
    unmount: () => {
      run('umount', '-l', path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Why tests that need a disk of their own cannot run here, or undefined. Told once, so that a skip is never silent. */
export function reasonWithoutDisk(): string | undefined {
  const disk = mountSmallDisk(1)
  if (typeof disk !== 'string') {
    disk.unmount()
    return undefined
  }
  console.log(`no disk can be mounted here, which needs root (${disk.trim()}); its tests are skipped`)
  return disk
}
