import { z } from 'astro/zod'
import { idSchema } from './id.ts'
import { namesSchema } from './lang.ts'

/** One line of content/metrics.jsonl: a property that figures measure, or an event that they count. */
export const metricSchema = z.strictObject({
  id: idSchema,
  names: namesSchema,
  aliases: z.array(z.string().min(1)).default([]),
  /** Id of the metric whose percentage is 100 minus this one (detected / undetected). */
  complement: idSchema.optional(),
  /** Id of the broader metric. */
  broader: idSchema.optional(),
  topic: idSchema.optional(),
})
export type Metric = z.infer<typeof metricSchema>

/** One line of content/topics.jsonl: a node of the topic tree of AI risk. */
export const topicSchema = z.strictObject({
  id: idSchema,
  parent: idSchema.optional(),
  names: namesSchema,
  /** One sentence on what belongs here. */
  description: namesSchema.optional(),
  /** Domain or subdomain of the MIT AI Risk Repository's domain taxonomy (`7`, `7.1`) that it aligns with. */
  mitDomain: z
    .string()
    .regex(/^[1-7](\.[1-9])?$/)
    .optional(),
  /** Words in any language whose presence speaks for the topic. */
  terms: z.array(z.string().min(1)).default([]),
})
export type Topic = z.infer<typeof topicSchema>

/** One line of content/glossary.jsonl: words of the three languages that mean the same, for cross-language search. */
export const glossaryEntrySchema = z.strictObject({
  id: idSchema,
  names: namesSchema,
  aliases: z.array(z.string().min(1)).default([]),
})
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>
