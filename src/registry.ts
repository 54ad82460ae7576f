import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'astro/zod'
import { entitySchema } from './core/model/entity.ts'
import type { Registry } from './core/model/registry.ts'
import { glossaryEntrySchema, metricSchema, topicSchema } from './core/model/vocabulary.ts'

const CONTENT = resolve(import.meta.dirname, '../content')

/** What editors maintain below content/. A missing file is an empty list; a bad line throws with its file and number. */
export function readRegistry(contentDir: string = CONTENT): Registry {
  const folder = join(contentDir, 'entities')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
  return {
    entities: files.sort().flatMap((name) => readLines(join(folder, name), entitySchema)),
    metrics: readLines(join(contentDir, 'metrics.jsonl'), metricSchema),
    topics: readLines(join(contentDir, 'topics.jsonl'), topicSchema),
    glossary: readLines(join(contentDir, 'glossary.jsonl'), glossaryEntrySchema),
  }
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(file)) return []
  const found: T[] = []
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() !== '') found.push(readLine(line, schema, `${file}:${index + 1}`))
    })
  return found
}

function readLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place}: expected one JSON object on this line (${(cause as Error).message})`, {
      cause,
    })
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new Error(`${place}: ${issue.path.join('.') || 'the line'}: ${issue.message}; correct the line`)
}
