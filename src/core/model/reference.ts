import { z } from 'astro/zod'

/** A work that an Article points to: an arXiv id without version (`2412.12140`), a DOI in lower case, an http(s)
 * URL, or the words of a footnote that names a work without an address. */
export const referenceSchema = z.strictObject({
  kind: z.enum(['arxiv', 'doi', 'url', 'work']),
  id: z.string().min(1),
  /** Title or anchor text as printed beside it. */
  label: z.string().min(1).optional(),
})
export type Reference = z.infer<typeof referenceSchema>
