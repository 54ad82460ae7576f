import { z } from 'astro/zod'
import { idSchema, urlSchema } from './id.ts'
import { ENTITY_KINDS } from './kinds.ts'
import { namesSchema } from './lang.ts'

export const entityKindSchema = z.enum(ENTITY_KINDS)
export type EntityKind = z.infer<typeof entityKindSchema>

/** One line of content/entities/*.jsonl: something that figures are about or that speaks. */
export const entitySchema = z.strictObject({
  id: idSchema,
  kind: entityKindSchema,
  names: namesSchema,
  /** Other written forms in any language; matching folds script, case, hyphens and spaces, so those need no alias. */
  aliases: z.array(z.string().min(1)).default([]),
  /** For models: id of the family entity (`claude` for `claude-opus-4`). */
  family: idSchema.optional(),
  /** Id of the organisation that makes or employs it. */
  maker: idSchema.optional(),
  url: urlSchema.optional(),
})
export type Entity = z.infer<typeof entitySchema>

/** An entity found in an Article. */
export const entityMentionSchema = z.strictObject({
  kind: entityKindSchema,
  /** As written where it first stands. */
  name: z.string().min(1),
  /** Id in the registry; absent for names found by shape alone. */
  entityId: idSchema.optional(),
  /** How often the Article names it. */
  count: z.int().min(1),
})
export type EntityMention = z.infer<typeof entityMentionSchema>
