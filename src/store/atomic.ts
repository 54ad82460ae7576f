import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const TEMPORARY = /^\..+\.(\d+)\.[0-9a-z]+\.tmp$/
/** After this long a temporary file is left over even when its process id is in use again. */
const LEFT_OVER_MS = 60 * 60 * 1000

/**
 * Writes a file so that a reader or a crash sees the old bytes or the new ones. The temporary file stands in the same
 * folder, since rename is atomic only within a file system, and names its process, so that leftovers can be told.
 */
export async function writeAtomically(path: string, bytes: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  const unique = Math.random().toString(36).slice(2, 10)
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${unique}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw new WriteError(path, cause)
  }
}

/** What to do, by the system's code. */
const ADVICE: Record<string, string> = {
  EACCES: 'let the user who runs Redline write there',
  EDQUOT: 'make room: `redline prune`',
  ENOSPC: 'make room: `redline prune`',
  EROFS: 'mount the disk so that it can be written',
}

/** A file that could not be written; what stood in its place stands there still. */
export class WriteError extends Error {
  override readonly name = 'WriteError'
  /** The system's: ENOSPC, EROFS, EACCES. */
  readonly code: string

  constructor(path: string, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException
    super(`${path} was not written (${message}); ${ADVICE[code] ?? 'the old file stays'}`, { cause })
    this.code = code
  }
}

/** Whether a file name is one of ours that was never renamed. */
export const isTemporary = (name: string) => TEMPORARY.test(name)

/** Removes a temporary file whose writer is gone; leaves one that is being written. */
export async function removeLeftOver(path: string, nowMs: number): Promise<void> {
  const pid = Number(TEMPORARY.exec(basename(path))?.[1])
  const isOld = async () => nowMs - (await stat(path)).mtimeMs > LEFT_OVER_MS
  if (!isRunning(pid) || (await isOld().catch(() => false))) await rm(path, { force: true })
}

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
