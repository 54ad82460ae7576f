import { z } from 'astro/zod'
import { aidSchema } from '../core/model/aid.ts'
import { articleSchema } from '../core/model/article.ts'
import { digestSchema } from '../core/model/digest.ts'
import { findingSchema } from '../core/model/finding.ts'
import { idSchema, instantSchema } from '../core/model/id.ts'
import { runSchema } from '../core/model/run.ts'
import { sourceSchema } from '../core/model/source.ts'
import { storySchema } from '../core/model/story.ts'
import type { Noun, Records } from './store.ts'

const SCHEMAS: { [N in Noun]: z.ZodType<Records[N]> } = {
  sources: sourceSchema,
  articles: articleSchema,
  stories: storySchema,
  findings: findingSchema,
  redirects: z.strictObject({ id: idSchema, to: z.array(idSchema), at: instantSchema, reason: z.string() }),
  digests: digestSchema,
  runs: runSchema,
  aids: aidSchema,
}

/** Named of one record; a mistake in a schema shows in every figure. */
const MAX_PROBLEMS = 3

export const NOUNS = Object.keys(SCHEMAS) as Noun[]

/** Reads a stored record; one that does not satisfy its schema throws, naming place, field, expected and got. */
export function parseRecord<N extends Noun>(noun: N, json: string, place: string): Records[N] {
  return validate(noun, parseJson(json, place), place)
}

/** The one form in which a record is stored: keys in the order of the schema, two spaces, a line break at the end. */
export function formatRecord<N extends Noun>(noun: N, record: Records[N]): string {
  return `${JSON.stringify(validate(noun, record, `${noun}/${record.id}`), undefined, 2)}\n`
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error(`${place}: expected JSON, got ${excerpt(json)}; restore it from git or delete it`, {
      cause,
    })
  }
}

function validate<N extends Noun>(noun: N, value: unknown, place: string): Records[N] {
  const result = SCHEMAS[noun].safeParse(value)
  if (result.success) return result.data
  const { issues } = result.error
  const problems = issues.slice(0, MAX_PROBLEMS).map((issue) => {
    const got = excerpt(JSON.stringify(valueAt(value, issue.path)) ?? 'nothing')
    return `  ${issue.path.map(String).join('.') || '(whole record)'}: ${issue.message}; got ${got}`
  })
  const more = issues.length > MAX_PROBLEMS ? `\n  and ${issues.length - MAX_PROBLEMS} more` : ''
  throw new Error(`${place} is not a valid record of ${noun}:\n${problems.join('\n')}${more}`)
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  )
}

const excerpt = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
