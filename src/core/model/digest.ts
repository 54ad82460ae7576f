import { z } from 'astro/zod'
import { idSchema } from './id.ts'
import { namesSchema } from './lang.ts'

/** One dated edition, composed from records; the same plan gives all three languages. */
export const digestSchema = z.strictObject({
  id: idSchema,
  period: z.enum(['day', 'week']),
  /** First day covered, `YYYY-MM-DD` in UTC. */
  from: z.iso.date(),
  /** Last day covered. */
  to: z.iso.date(),
  heading: namesSchema,
  sections: z.array(z.strictObject({ topicId: idSchema, findingIds: z.array(idSchema) })),
  articleIds: z.array(idSchema),
})
export type Digest = z.infer<typeof digestSchema>
