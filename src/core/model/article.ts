import { z } from 'astro/zod'
import { claimSchema } from './claim.ts'
import { entityMentionSchema } from './entity.ts'
import { figureSchema } from './figure.ts'
import { dateSchema, idSchema, instantSchema, sha256Schema, urlSchema } from './id.ts'
import { langSchema } from './lang.ts'
import { referenceSchema } from './reference.ts'

/** Pages that a bot wall or an error serves with status 200; such a title means that there is no article. */
const BOT_WALL =
  /^(just a moment|attention required|access denied|403 forbidden|404|page not found|are you a robot|verify you are human|请稍候|安全验证|页面不存在|找不到页面)/i

/** What is to be known of an article's date as its feed or page printed it, where it was left out or guessed at. */
export const dateNoteSchema = z.strictObject({
  /**
   * `unreadable`, `future` (more than a day after we read it) and `too-early` (before 1990): `published` is absent, and
   * `firstSeenAt` stands for it. `two-digit-year`: `published` is there, and its century is a guess (69 is 2069, 70 is 1970).
   */
  reason: z.enum(['unreadable', 'future', 'too-early', 'two-digit-year']),
  /** The date as printed, its first 100 code points; as we read it where a parser keeps no words. */
  asWritten: z.string().min(1).max(200),
})
export type DateNote = z.infer<typeof dateNoteSchema>

/** One version of a page's text that we saw. */
export const revisionSchema = z.strictObject({
  textHash: sha256Schema,
  retrievedAt: instantSchema,
  /** `asWritten` of figures that this version has and the one before had not, and the reverse. */
  appeared: z.array(z.string()).default([]),
  vanished: z.array(z.string()).default([]),
})
export type Revision = z.infer<typeof revisionSchema>

/**
 * A validated piece of coverage with all that was extracted from it: schema.org NewsArticle, ScholarlyArticle or Report.
 * One record, one file. The full text is not part of it: it lies in the git-ignored cache under `textHash`.
 */
export const articleSchema = z.strictObject({
  /** First 16 hexadecimal digits of the SHA-256 of the canonical URL. */
  id: idSchema,
  sourceId: idSchema,
  type: z.enum(['NewsArticle', 'ScholarlyArticle', 'Report', 'BlogPosting', 'Interview']),
  /** Canonical URL. A local file that names no address has none. */
  url: urlSchema.optional(),
  /** Name of the file, for imports without an address. Never an absolute path. */
  file: z.string().optional(),
  /** From the text itself, not from what the page declares. */
  lang: langSchema,
  title: z
    .string()
    .min(1)
    .refine((title) => !BOT_WALL.test(title), 'a bot wall or error page is not an article'),
  authors: z.array(z.string().min(1)),
  published: dateSchema.optional(),
  modified: dateSchema.optional(),
  /** Why `published` is absent or uncertain though a date was printed; absent for a good date, and for none. */
  dateNote: dateNoteSchema.optional(),
  /** When we first saw it. */
  firstSeenAt: instantSchema,
  /** When the current text was retrieved. */
  retrievedAt: instantSchema,
  /** SHA-256 of the current text, UTF-8. */
  textHash: sha256Schema,
  /** Length of the current text in code points. */
  textLength: z.int().min(0),
  /** SHA-256 of the response body from which the text was read. */
  snapshot: sha256Schema.optional(),
  /** The publisher's own summary, if any. */
  summary: z.string().min(1).optional(),
  tags: z.array(z.string().min(1)),
  /** Ids of content/topics.jsonl. */
  topics: z.array(idSchema),
  /** arXiv id of a paper and its version. */
  arxiv: z
    .strictObject({ id: z.string(), version: z.int().optional(), categories: z.array(z.string()) })
    .optional(),
  /** URL or name of the outlet that a repost says it came from. */
  repostOf: z.string().min(1).optional(),
  /** The page asked not to be archived or quoted at length (robots meta, X-Robots-Tag); in code points, 0 = nothing. */
  excerptLimit: z.int().min(0).optional(),
  sample: z.boolean().default(false),
  entities: z.array(entityMentionSchema),
  references: z.array(referenceSchema),
  figures: z.array(figureSchema),
  /** Best first. */
  claims: z.array(claimSchema),
  /** Oldest first; the last one is the current text. */
  revisions: z.array(revisionSchema).min(1),
})
export type Article = z.infer<typeof articleSchema>
