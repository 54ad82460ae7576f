import { z } from 'astro/zod'
import { idSchema, instantSchema } from './id.ts'

/** What became of one source in one run. */
export const sourceOutcomeSchema = z.strictObject({
  sourceId: idSchema,
  outcome: z.enum(['ok', 'unchanged', 'failed']),
  /** Stable reason code, also a translation key (`error.<code>`); present when failed or alarming. */
  code: z.string().optional(),
  /** What happened, where, what was expected and what to do; English, for the log and the status page. */
  message: z.string().optional(),
  items: z.int().min(0),
  added: z.int().min(0),
  changed: z.int().min(0),
  /** Milliseconds spent. */
  elapsedMs: z.number().min(0),
})
export type SourceOutcome = z.infer<typeof sourceOutcomeSchema>

/** One run of the collector; committed, so that the status page can show it. */
export const runSchema = z.strictObject({
  id: idSchema,
  startedAt: instantSchema,
  finishedAt: instantSchema,
  sources: z.array(sourceOutcomeSchema),
  counts: z.record(z.string(), z.number()),
})
export type Run = z.infer<typeof runSchema>
