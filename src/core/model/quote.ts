import { z } from 'astro/zod'

/**
 * A verbatim place in an Article's stored text: W3C Web Annotation TextQuoteSelector (exact, prefix, suffix) and
 * TextPositionSelector (start, end). Invariant, checked when extracted and when read: `text.slice(start, end) === exact`.
 */
export const quoteSchema = z.strictObject({
  /** The publisher's exact words, in the script they were published in. Never converted. */
  exact: z.string().min(1),
  /** Up to 32 UTF-16 units before the quote, never half a surrogate pair. */
  prefix: z.string(),
  /** Up to 32 UTF-16 units after the quote. */
  suffix: z.string(),
  /** UTF-16 offsets into the stored text. What we publish is converted to code points and says so. */
  start: z.int().min(0),
  end: z.int().min(1),
})
export type Quote = z.infer<typeof quoteSchema>
