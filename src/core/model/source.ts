import { z } from 'astro/zod'
import { dateSchema, idSchema, urlSchema } from './id.ts'
import { langSchema, namesSchema } from './lang.ts'

export const SOURCE_KINDS = [
  'press',
  'lab',
  'institute',
  'forum',
  'newsletter',
  'incident-database',
  'self-media',
  'repository',
] as const
export const TIERS = ['primary', 'press', 'aggregator', 'self-media'] as const

/** A place we collect from (RSS channel and its publisher). Metadata only: how to parse it stays in scrapers/. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  names: namesSchema,
  /** Language and script it publishes in; an Article's own is always detected from its text. */
  lang: langSchema,
  /** ISO 3166-1 alpha-2, or `INT` for sources of no one country. */
  region: z.string().regex(/^([A-Z]{2}|INT)$/),
  kind: z.enum(SOURCE_KINDS),
  /** primary: produces figures; press: reports them; aggregator: copies links; self-media: one person's channel. */
  tier: z.enum(TIERS),
  method: z.enum(['feed', 'listing', 'sitemap', 'arxiv', 'markdown', 'pdf', 'page', 'file']),
  /** What is fetched. */
  url: urlSchema,
  /** Where people read it. */
  homepage: urlSchema.optional(),
  topics: z.array(idSchema).default([]),
  /** Least time between two requests for the list, in minutes. */
  intervalMinutes: z.int().min(15).default(60),
  /** IANA zone of dates that name none; such dates stay without a zone when absent. */
  timeZone: z.string().optional(),
  /** Longest quote that may be shown, in code points; 0 shows none. The house caps apply as well. */
  excerptLimit: z.int().min(0).optional(),
  /** How and when the address was confirmed; absent means it was not. */
  verified: z.strictObject({ on: dateSchema, how: z.string().min(1) }).optional(),
  /** True for the bundled sample press. */
  sample: z.boolean().default(false),
})
export type Source = z.infer<typeof sourceSchema>
