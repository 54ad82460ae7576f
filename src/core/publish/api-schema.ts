import { z } from 'astro/zod'
import { articleSchema } from '../model/article.ts'
import { claimSchema } from '../model/claim.ts'
import { figureSchema } from '../model/figure.ts'
import { findingMemberSchema, findingSchema } from '../model/finding.ts'
import { idSchema, instantSchema, urlSchema } from '../model/id.ts'
import { namesSchema } from '../model/lang.ts'
import { sourceSchema } from '../model/source.ts'

/** Addresses of a record's page in each edition. */
const pagesSchema = z.strictObject({ en: urlSchema, 'zh-Hans': urlSchema, 'zh-Hant': urlSchema })

/** Verbatim words; `start` and `end` count Unicode code points in the text that we read, and are absent when it is no longer held. */
const apiQuoteSchema = z.strictObject({
  exact: z.string().min(1),
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
})

/** A member of a finding with the words it came in. */
export const apiAppearanceSchema = findingMemberSchema.extend({
  source: namesSchema.optional(),
  title: z.string().optional(),
  /** Address of the article. */
  url: urlSchema.optional(),
  asWritten: z.string().optional(),
  /** The sentence, verbatim and within the caps; absent where the publisher allows no quote. */
  quote: z.string().optional(),
})

/** `/api/v1/findings/<id>.json`. */
export const apiFindingSchema = findingSchema.omit({ members: true }).extend({
  $schema: z.string(),
  title: namesSchema,
  pages: pagesSchema,
  appearances: z.array(apiAppearanceSchema).min(1),
  /** How to cite the source of the figure, and this record. */
  cite: z.strictObject({
    source: z.strictObject({ csl: z.unknown(), text: namesSchema }).optional(),
    record: z.strictObject({ csl: z.unknown(), text: namesSchema }),
  }),
  rights: z.string(),
})
export type ApiFinding = z.infer<typeof apiFindingSchema>

const apiFigureSchema = figureSchema.omit({ quote: true, start: true, end: true, articleId: true }).extend({
  printed: apiQuoteSchema,
  sentence: apiQuoteSchema.optional(),
  findingId: idSchema.optional(),
})

const apiClaimSchema = claimSchema.omit({ quote: true, articleId: true }).extend({ sentence: apiQuoteSchema })

/** `/api/v1/articles/<id>.json`. The publisher's summary and the text are not part of it. */
export const apiArticleSchema = articleSchema
  .omit({ figures: true, claims: true, file: true, summary: true, snapshot: true })
  .extend({
    $schema: z.string(),
    pages: pagesSchema,
    source: namesSchema.optional(),
    /** The Internet Archive's copy nearest to the moment when we read the page, where it holds one. */
    archived: urlSchema.optional(),
    figures: z.array(apiFigureSchema),
    claims: z.array(apiClaimSchema),
    annotations: urlSchema,
    offsetUnit: z.literal('code point'),
    rights: z.string(),
  })
export type ApiArticle = z.infer<typeof apiArticleSchema>

const linkSchema = z.strictObject({ id: idSchema, href: urlSchema, updated: instantSchema })

/** `/api/v1/findings/page-<n>.json` and the same of articles. */
export const apiListSchema = z.strictObject({
  total: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(1),
  next: urlSchema.optional(),
  items: z.array(linkSchema),
})
export type ApiList = z.infer<typeof apiListSchema>

/** What an id that was merged away or split answers with. */
export const apiRedirectSchema = z.strictObject({
  id: idSchema,
  movedTo: z.array(urlSchema),
  at: instantSchema,
  reason: z.string(),
})

/** Published schemas by name; `/data/schemas/<name>.schema.json`. */
const PUBLISHED = {
  'api-finding': apiFindingSchema,
  'api-article': apiArticleSchema,
  'api-list': apiListSchema,
  'api-redirect': apiRedirectSchema,
  source: sourceSchema,
}
export type SchemaName = keyof typeof PUBLISHED

export const schemaUrl = (origin: string, name: SchemaName) => `${origin}/data/schemas/${name}.schema.json`

/** JSON Schema 2020-12 of every published object, generated from the zod schemas that the code itself uses. */
export function buildJsonSchemas(origin: string): { name: SchemaName; schema: Record<string, unknown> }[] {
  return Object.entries(PUBLISHED).map(([key, schema]) => {
    const name = key as SchemaName
    const generated = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' })
    return { name, schema: { ...generated, $id: schemaUrl(origin, name) } }
  })
}
