import { z } from 'astro/zod'
import { idSchema, instantSchema, sha256Schema } from './id.ts'
import { namesSchema } from './lang.ts'
import { quoteSchema } from './quote.ts'

/**
 * What a language model proposed about an Article, as far as it passed every check (src/core/aid/check.ts). It stands beside the
 * rules' records and changes none of them; the site shows it labelled as machine-written. One record for each article asked about,
 * also when nothing passed, so that nothing is paid for twice.
 */
export const aidSchema = z.strictObject({
  /** Id of the Article. */
  id: idSchema,
  /** Text that the model was shown; a record about an earlier text is not published. */
  textHash: sha256Schema,
  /** Name of the model as the endpoint knows it. */
  model: z.string().min(1),
  /** SHA-256 of prompt, model and everything about the article that the model was shown: equal hashes are not asked again. */
  requestHash: sha256Schema,
  at: instantSchema,
  /** The title in languages other than the article's own. */
  titles: namesSchema.partial(),
  /** Two sentences; in all three languages, with the same figures, or not at all. */
  summary: namesSchema.optional(),
  /** Sentences that the rules took for no claim, verbatim. */
  claims: z.array(z.strictObject({ quote: quoteSchema })),
  /** A figure of the article and a finding of other texts that may state the same. */
  links: z.array(z.strictObject({ figureId: idSchema, findingId: idSchema })),
  /** Proposals that failed a check, by reason. */
  dropped: z.record(z.string(), z.int().min(1)),
})
export type Aid = z.infer<typeof aidSchema>

/** What a model must answer with. Fields that it adds are ignored; a field of another type refuses the whole answer. */
export const proposalSchema = z.object({
  titles: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }).partial().default({}),
  summary: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }).optional(),
  claims: z.array(z.string()).max(50).default([]),
  links: z
    .array(z.object({ figure: z.string(), finding: z.string() }))
    .max(50)
    .default([]),
})
export type Proposal = z.infer<typeof proposalSchema>
