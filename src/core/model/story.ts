import { z } from 'astro/zod'
import { idSchema, instantSchema } from './id.ts'

/** Articles that carry the same text or report the same event. */
export const storySchema = z.strictObject({
  id: idSchema,
  /** Earliest first. */
  members: z.array(
    z.strictObject({
      articleId: idSchema,
      /** original; duplicate: same text; converted: same text in the other script; repost: says so; near-duplicate; rewrite. */
      relation: z.enum(['original', 'duplicate', 'converted', 'repost', 'near-duplicate', 'rewrite']),
      /** Article that it relates to; absent for the original. */
      of: idSchema.optional(),
      /** Why, in words a reader understands: `same text`, `says 转载自 …`, `simhash distance 2 of 64`. */
      evidence: z.string().optional(),
    }),
  ),
  firstSeenAt: instantSchema,
  /** One wire story in forty outlets is one. */
  independentSources: z.int().min(1),
})
export type Story = z.infer<typeof storySchema>
