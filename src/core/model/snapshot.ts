import { z } from 'astro/zod'
import { instantSchema, sha256Schema, urlSchema } from './id.ts'

/** One response as received; its bytes lie in the cache under `sha256`. */
export const snapshotSchema = z.strictObject({
  url: urlSchema,
  /** After redirects. */
  finalUrl: urlSchema,
  retrievedAt: instantSchema,
  status: z.int(),
  contentType: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  sha256: sha256Schema,
  /** Bytes after decompression. */
  size: z.int().min(0),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** An entry of a list as published, strings untouched (RSS item, Atom entry). */
export interface RawItem {
  /** Absolute http(s) URL of the article. */
  url: string
  /** guid or Atom id, when given. */
  id?: string
  /** Markup removed, entities decoded once. */
  title?: string
  /** As printed. */
  published?: string
  updated?: string
  authors?: string[]
  summary?: string
  /** Full content as HTML, when the feed carries it. Hostile until parsed to text. */
  contentHtml?: string
  categories?: string[]
}
