import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type PageKeys, pageKeys } from '../core/publish/view-keys.ts'
import { readContent } from './index.ts'

/** Told by `redline publish`: the keys of the site's present pages, where to write those of the new ones, and a hash of the code. */
interface Reuse {
  previous: string
  next: string
  salt: string
}

let keys: Promise<PageKeys> | undefined
let known: Map<string, string> | undefined

/**
 * The ids whose pages must be rendered. Pages whose keys are the same as in the present site are left out; `redline publish`
 * links the present files in their place. Without its word (`astro build` by hand) everything is rendered.
 */
export async function idsToRender(kind: keyof PageKeys, ids: string[]): Promise<string[]> {
  const told = process.env['REDLINE_REUSE']
  if (!told) return ids
  const { previous, next, salt } = JSON.parse(told) as Reuse
  keys ??= readContent().then(({ corpus }) => pageKeys(corpus, salt))
  known ??= readPageKeys(previous)
  const keyOf = (await keys)[kind]
  const lines = ids.map((id) => ({ id, path: `${kind}s/${id}`, key: keyOf(id) }))
  appendFileSync(next, lines.map(({ path, key }) => `${path} ${key}\n`).join(''))
  return lines.filter(({ path, key }) => known!.get(path) !== key).map(({ id }) => id)
}

/** Keys by the path of the page below its edition. */
export function readPageKeys(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split(' ') as [string, string]))
}
