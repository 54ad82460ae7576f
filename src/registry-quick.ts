import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Entity } from './core/model/entity.ts'
import type { Registry } from './core/model/registry.ts'
import type { GlossaryEntry, Metric, Topic } from './core/model/vocabulary.ts'

const CONTENT = resolve(import.meta.dirname, '../content')

/**
 * The registry of this checkout for a command that should answer at once: lines are parsed and only looked at for what
 * reading them needs. `readRegistry` of registry.ts says exactly what is wrong with a line; the tests and `redline doctor` do.
 */
export function loadRegistry(): Registry {
  const folder = join(CONTENT, 'entities')
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return {
    entities: files.sort().flatMap((name) => readLines<Entity>(join(folder, name), 'aliases')),
    metrics: readLines<Metric>(join(CONTENT, 'metrics.jsonl'), 'aliases'),
    topics: readLines<Topic>(join(CONTENT, 'topics.jsonl'), 'terms'),
    glossary: readLines<GlossaryEntry>(join(CONTENT, 'glossary.jsonl'), 'aliases'),
  }
}

/** Each line an object with id and names; the list that may be left out is empty then. */
function readLines<T extends { id: string; names: object }>(file: string, list: keyof T & string): T[] {
  if (!existsSync(file)) return []
  const found: T[] = []
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue
    const entry = parse(line)
    if (!isEntry<T>(entry))
      throw new Error(`${file}:${index + 1}: expected an object with id and names; run \`redline doctor\``)
    entry[list] ??= [] as T[typeof list]
    found.push(entry)
  }
  return found
}

/** Undefined for a line that is no JSON: the caller names its place. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isEntry = <T>(value: unknown): value is T =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'names' in value &&
  typeof value.names === 'object'
