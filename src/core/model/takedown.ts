import { z } from 'astro/zod'
import { dateSchema, idSchema, urlSchema } from './id.ts'

/** One line of content/takedowns.jsonl: what its publisher asked us to remove. It stays in the store, and is published nowhere. */
export const takedownSchema = z
  .strictObject({
    /** Id of an Article. */
    article: idSchema.optional(),
    /** Canonical address of an Article. */
    url: urlSchema.optional(),
    /** Id of a Source: everything it published. */
    source: idSchema.optional(),
    /** When it was asked for. */
    on: dateSchema.optional(),
    /** For our own memory; not published. */
    note: z.string().optional(),
  })
  .refine(({ article, url, source }) => [article, url, source].filter(Boolean).length === 1, {
    message: 'names exactly one of article, url and source',
  })
export type Takedown = z.infer<typeof takedownSchema>
