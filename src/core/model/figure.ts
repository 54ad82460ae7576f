import { z } from 'astro/zod'
import { idSchema } from './id.ts'
import { UNITS } from './kinds.ts'
import { quoteSchema } from './quote.ts'

/** One of `UNITS`. */
export const unitSchema = z.enum(UNITS)
export type Unit = z.infer<typeof unitSchema>

/** How the words around a value bound it. */
export const QUALIFIERS = ['exact', 'about', 'at_least', 'at_most', 'more_than', 'less_than'] as const
export const qualifierSchema = z.enum(QUALIFIERS)
export type Qualifier = z.infer<typeof qualifierSchema>

/** A quantity that a text asserts about the world; schema.org QuantitativeValue with its verbatim place. */
export const figureSchema = z.strictObject({
  /** Stable while the words of its sentence stay: derived from article id, sentence and order, not from offsets. */
  id: idSchema,
  articleId: idSchema,
  /** The quantity exactly as printed: `96%`, `九成六`, `more than` is not part of it. */
  asWritten: z.string().min(1),
  /** UTF-16 offsets of `asWritten` in the stored text. */
  start: z.int().min(0),
  end: z.int().min(1),
  /** Plain number: 1.2亿 is 120000000; 三分之一 is 0.3333…; for a range its lower end. */
  value: z.number(),
  /** Upper end of a range; absent for a single value. */
  maxValue: z.number().optional(),
  unit: unitSchema,
  /** count: the thing counted as written; money: ISO 4217 code; duration: unit in English singular; else absent. */
  unitDetail: z.string().min(1).optional(),
  qualifier: qualifierSchema,
  /** Who or what the value is about, as written in the text. */
  subject: z.string().min(1).optional(),
  /** Id of the subject in content/entities, when the registry knows it. */
  subjectId: idSchema.optional(),
  /** The property measured, as written: `blackmail rate`, `成功率`. */
  metric: z.string().min(1).optional(),
  /** Id of the metric in content/metrics.jsonl, when the table knows it. */
  metricId: idSchema.optional(),
  /** The setting that limits the value, as written: `在稍加提示微调后`, `under the adapted scenario`. */
  condition: z.string().min(1).optional(),
  /** Who asserts the value, as written; absent when it is the text's own author. */
  speaker: z.string().min(1).optional(),
  speakerId: idSchema.optional(),
  /** Whether the text asserts, denies or supposes the value. */
  polarity: z.enum(['asserted', 'denied', 'hypothetical']),
  /** Whether it reports what was observed or says what will be. */
  tense: z.enum(['observed', 'forecast']),
  /** For changes: `by` (增长3倍, rose by 20 points) is a difference, `to` (增至3倍, rose to 70%) a level reached. */
  change: z.enum(['by', 'to', 'from']).optional(),
  /** Confidence or credible interval that belongs to the value, in the value's own unit; level in percent. */
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number().optional() }).optional(),
  /** Page of a PDF, from 1. */
  page: z.int().min(1).optional(),
  /** The sentence (or table row, or list item) in which the figure stands. */
  quote: quoteSchema,
})
export type Figure = z.infer<typeof figureSchema>
