import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { buildMatchers, type Matchers, reviveMatchers } from './core/extract/matchers.ts'
import { replaceFile, stampsOf } from './made-of.ts'
import { loadRegistry } from './registry-quick.ts'

const ROOT = resolve(import.meta.dirname, '..')
/** What matchers are made of: the registry, and the code that reads it. */
const MADE_OF = ['content', 'content/entities', 'src/core/extract', 'src/core/text']

/**
 * The matchers of this checkout's registry for a command that should answer at once: as an earlier command left them beside
 * its compiled code, else built and left there for the next one.
 */
export function loadMatchers(file = join(ROOT, '.node', 'matchers')): Matchers {
  const key = readKey()
  const kept = readKept(file)
  if (kept?.key === key) return reviveMatchers(kept.matchers)
  const matchers = buildMatchers(loadRegistry())
  keep(file, { key, matchers })
  return matchers
}

interface Kept {
  /** Names, sizes and times of all that the matchers were made of. */
  key: string
  matchers: Matchers
}

function readKey(): string {
  const paths = MADE_OF.flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  )
  return JSON.stringify([process.version, stampsOf(ROOT, paths)])
}

/** Undefined where there are none, or none that this Node can read. */
function readKept(file: string): Kept | undefined {
  if (!existsSync(file)) return undefined
  try {
    return deserialize(readFileSync(file)) as Kept
  } catch {
    return undefined
  }
}

/** False where nothing can be written: then each command builds its own. */
function keep(file: string, kept: Kept): boolean {
  try {
    replaceFile(file, serialize(kept))
    return true
  } catch {
    return false
  }
}
