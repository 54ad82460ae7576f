import { z } from 'astro/zod'

/** A record id: lower-case letters, digits and hyphens, so that it is a file name, a URL segment and a Meilisearch key. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,120}$/)

/** An absolute http(s) URL. Anything else a page links to is dropped where it is parsed. */
export const urlSchema = z.string().regex(/^https?:\/\/[^\s]+$/)

/** Lower-case hexadecimal SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A date with the precision that its source gave: `2026`, `2026-08`, `2026-08-03`, or an RFC 3339 date-time.
 * A date-time without a zone in the source carries none here either (`2026-08-03T10:00:00`).
 */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/)

/** A moment that we measured ourselves: RFC 3339 in UTC. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
