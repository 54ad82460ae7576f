import { z } from 'astro/zod'
import { qualifierSchema, unitSchema } from './figure.ts'
import { dateSchema, idSchema, instantSchema } from './id.ts'
import { langSchema } from './lang.ts'

/** What comparing a figure with its primary source showed. We compare and show; none of these is a verdict. */
export const COMPARISONS = [
  'same',
  'different-value',
  'different-subject',
  'condition-dropped',
  'superseded',
  'not-in-held-part',
  'not-checked',
] as const
export const comparisonSchema = z.enum(COMPARISONS)
export type Comparison = z.infer<typeof comparisonSchema>

/** A figure's place in a finding, with the reasons that put it there. */
export const findingMemberSchema = z.strictObject({
  figureId: idSchema,
  articleId: idSchema,
  sourceId: idSchema,
  lang: langSchema,
  published: dateSchema.optional(),
  firstSeenAt: instantSchema,
  /** equal: same normalised value; complement: 100 minus it; compatible: 数百 with 350; variant: same claim, other value. */
  relation: z.enum(['equal', 'complement', 'compatible', 'variant']),
  /** Explanation of the link, one short English phrase each: `value 96 percent`, `subject claude-opus-4`. */
  reasons: z.array(z.string().min(1)),
  /** Comparison with the primary source; `not-checked` unless a primary figure is held. */
  comparison: comparisonSchema.default('not-checked'),
  /** The primary source's figure that it was compared with. */
  primaryFigureId: idSchema.optional(),
})
export type FindingMember = z.infer<typeof findingMemberSchema>

/** Figures of different articles that state the same result; schema.org Claim with its appearances. */
export const findingSchema = z.strictObject({
  /** Stays the same across runs: derived from the first member; merges and splits leave a redirect. */
  id: idSchema,
  value: z.number(),
  maxValue: z.number().optional(),
  unit: unitSchema,
  unitDetail: z.string().optional(),
  qualifier: qualifierSchema,
  /** The leading member's words tell a size and no number (数百, tens of thousands): value is the least that they may mean. */
  isInexact: z.literal(true).optional(),
  /** Of a duration: the leading member's words tell how old somebody is. */
  isAge: z.literal(true).optional(),
  /** As written by the leading member (the primary's if held, else the first). */
  subject: z.string().optional(),
  subjectId: idSchema.optional(),
  metric: z.string().optional(),
  metricId: idSchema.optional(),
  condition: z.string().optional(),
  topics: z.array(idSchema),
  /** Earliest appearance first. */
  members: z.array(findingMemberSchema).min(1),
  /** The primary source's figure, when it is held. */
  primary: z.strictObject({ articleId: idSchema, figureId: idSchema }).optional(),
  /** Languages of the members. */
  langs: z.array(langSchema),
  /** Outlets after reposts and duplicates count as one. */
  independentSources: z.int().min(1),
  /** single: one independent source; corroborated: more, none with another value; disputed: values differ. */
  status: z.enum(['single', 'corroborated', 'disputed']),
  /** Id of the finding with a later figure for the same subject and metric, from the same producer. */
  supersededBy: idSchema.optional(),
  /** When its members or comparison last changed. */
  updatedAt: instantSchema,
})
export type Finding = z.infer<typeof findingSchema>
