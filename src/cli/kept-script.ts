import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { replaceFile } from '../made-of.ts'

/** A script as it stands in a file; its stamp is older than what was read, if anybody writes there. */
export interface KeptScript {
  file: string
  stamp: string
  source: string
}

/**
 * The value of a script, by the code that V8 compiled for an earlier command. Node's own cache holds what is compiled when a
 * file is loaded; this one also what is compiled while the command is at work, which takes as long.
 */
export function runScript({ file, stamp, source }: KeptScript, codeFile: string): unknown {
  const cachedData = readCode(codeFile, stamp)
  const script = new Script(source, { filename: file, cachedData })
  const value: unknown = script.runInThisContext()
  if (!cachedData || script.cachedDataRejected)
    process.once('exit', () => keepCode(codeFile, stamp, script.createCachedData()))
  return value
}

/** The first line of compiled code. V8 compares no more than versions and the length of the script, and runs what is damaged. */
const headOf = (stamp: string, code: Buffer): string => `${stamp} ${hash('sha256', code, 'hex')}`

/** Undefined where there is none, or that of another script, or none that is whole. */
function readCode(codeFile: string, stamp: string): Buffer | undefined {
  if (!existsSync(codeFile)) return undefined
  const bytes = readFileSync(codeFile)
  const end = bytes.indexOf('\n')
  const code = bytes.subarray(end + 1)
  return bytes.toString('utf8', 0, end) === headOf(stamp, code) ? code : undefined
}

/** False where nothing can be written: then each command compiles for itself. */
function keepCode(codeFile: string, stamp: string, code: Buffer): boolean {
  try {
    replaceFile(codeFile, Buffer.concat([Buffer.from(`${headOf(stamp, code)}\n`), code]))
    return true
  } catch {
    return false
  }
}
