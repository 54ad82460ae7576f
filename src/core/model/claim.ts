import { z } from 'astro/zod'
import { idSchema } from './id.ts'
import { quoteSchema } from './quote.ts'

/** Something an Article asserts, in its own words; schema.org Claim. No verdict is attached, ever. */
export const claimSchema = z.strictObject({
  id: idSchema,
  articleId: idSchema,
  /** finding: a result; statement: attributed in indirect speech; quotation: direct speech; forecast; recommendation. */
  kind: z.enum(['finding', 'statement', 'quotation', 'forecast', 'recommendation']),
  /** Who says it, as written; absent when it is the author of the text. */
  speaker: z.string().min(1).optional(),
  /** Check-worthiness from 0 to 1; claims of an Article are stored best first. */
  score: z.number().min(0).max(1),
  /** For forecasts: the time named, as written (`20年内`, `by 2030`). */
  horizon: z.string().min(1).optional(),
  /** Ids of the figures inside the quote. */
  figureIds: z.array(idSchema),
  quote: quoteSchema,
})
export type Claim = z.infer<typeof claimSchema>
