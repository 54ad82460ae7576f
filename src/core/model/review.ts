import { z } from 'astro/zod'
import { figureSchema } from './figure.ts'
import { dateSchema, idSchema, urlSchema } from './id.ts'

/** Why and when; every entry has both, so that a reader of the file can judge it years later. */
const why = { reason: z.string().min(1), on: dateSchema, by: z.string().min(1).optional() }

/** A figure by its id and by words of its sentence: an entry whose words are gone is not applied, and says so. */
const figureRef = z.strictObject({ figure: idSchema, quote: z.string().min(1) })

/** Fields of a figure that an editor may set right; `null` takes a field away. The printed words stay as they are. */
const figureChange = figureSchema
  .pick({ value: true, unit: true, qualifier: true, polarity: true, tense: true })
  .extend({
    maxValue: figureSchema.shape.maxValue.nullable(),
    unitDetail: figureSchema.shape.unitDetail.nullable(),
    subject: figureSchema.shape.subject.nullable(),
    subjectId: figureSchema.shape.subjectId.nullable(),
    metric: figureSchema.shape.metric.nullable(),
    metricId: figureSchema.shape.metricId.nullable(),
    condition: figureSchema.shape.condition.nullable(),
    speaker: figureSchema.shape.speaker.nullable(),
    change: figureSchema.shape.change.nullable(),
  })
  .partial()

/** Words by which a finding is shown. */
const findingChange = z
  .strictObject({ subject: z.string().min(1), metric: z.string().min(1), condition: z.string().min(1) })
  .partial()

/** One decision of an editor: an entry of a file under content/reviews/. */
export const reviewSchema = z.union([
  z.strictObject({ do: z.enum(['accept', 'reject']), ...figureRef.shape, ...why }),
  z.strictObject({ do: z.enum(['accept', 'reject']), finding: idSchema, ...why }),
  z.strictObject({ do: z.literal('correct'), ...figureRef.shape, set: figureChange, ...why }),
  z.strictObject({ do: z.literal('correct'), finding: idSchema, set: findingChange, ...why }),
  z.strictObject({ do: z.enum(['merge', 'split']), figures: z.array(figureRef).min(2), ...why }),
  z.strictObject({ do: z.literal('takedown'), source: idSchema, ...why }),
  z.strictObject({ do: z.literal('takedown'), page: urlSchema, ...why }),
  z.strictObject({ do: z.literal('takedown'), record: idSchema, ...why }),
])
export type Review = z.infer<typeof reviewSchema> & {
  /** File and line, for messages. */
  place: string
}
