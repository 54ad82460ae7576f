import { readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { QUALIFIERS } from '../../src/core/model/figure.ts'
import { COMPARISONS } from '../../src/core/model/finding.ts'
import { UNITS } from '../../src/core/model/kinds.ts'
import { LANGS } from '../../src/core/model/lang.ts'

/** `<outlet>/<slug>` of an article in press/. */
const articleKey = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)

/** A figure that an article contains. Not every figure of the article is listed. */
const expectedFigureSchema = z.strictObject({
  id: z.string(),
  article: articleKey,
  /** 2 when the figure stands in the revised text only. */
  revision: z.literal(2).optional(),
  /** Overlaps the figure's own `asWritten`; where a span begins and ends around measure words is not fixed here. */
  asWritten: z.string().min(1),
  value: z.number(),
  maxValue: z.number().optional(),
  unit: z.enum(UNITS),
  /** Currency or unit of time. */
  unitDetail: z.string().optional(),
  qualifier: z.enum(QUALIFIERS),
  /** Forms of the article that are right, the best first; absent where the text leaves it open. */
  subject: z.array(z.string().min(1)).optional(),
  /** Words of the article that hold the figure; part of its sentence or table cell. */
  quote: z.string().min(1),
})
export type ExpectedFigure = z.infer<typeof expectedFigureSchema>

/** What a linker should find across articles, and how each member compares with the primary source. */
const expectedFindingSchema = z.strictObject({
  id: z.string(),
  value: z.number(),
  maxValue: z.number().optional(),
  unit: z.enum(UNITS),
  unitDetail: z.string().optional(),
  subject: z.string().optional(),
  /** In our words, for people who read this file. */
  metric: z.string(),
  members: z.array(
    z.strictObject({
      /** Id in `expectedFigures`. */
      figure: z.string(),
      relation: z.enum(['equal', 'complement', 'compatible', 'variant']),
      /** Absent on members that are the primary source themselves. */
      comparison: z.enum(COMPARISONS).optional(),
      primary: z.literal(true).optional(),
    }),
  ),
  langs: z.array(z.enum(LANGS)),
})
export type ExpectedFinding = z.infer<typeof expectedFindingSchema>

/** A situation planted in the sample press. */
const plantedCaseSchema = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'same-finding',
    'wrong-copy',
    'dropped-condition',
    'different-subject',
    'superseded',
    'complement',
    'near-duplicate',
    'rewrite',
    'repost',
    'converted',
    'numerals',
    'compatible',
    'respectively',
    'interview',
    'revision',
    'version',
    'blind-spot',
    'table',
    'footnotes',
    'no-figures',
    'first-appearance',
    'negative',
  ]),
  note: z.string(),
  /** The article that the case is about; for copies the original comes first. */
  articles: z.array(articleKey),
  /** Ids in `findings`. For `negative`: findings that must stay apart. */
  findings: z.array(z.string()).optional(),
  /** Ids in `expectedFigures`. */
  figures: z.array(z.string()).optional(),
  comparison: z.enum(COMPARISONS).optional(),
  /** superseded: the older and the later finding. */
  superseded: z.string().optional(),
  by: z.string().optional(),
  speaker: z.string().optional(),
  /** revision, version: `asWritten` of figures that come and go. */
  appeared: z.array(z.string()).optional(),
  vanished: z.array(z.string()).optional(),
  modified: z.string().optional(),
  /** blind-spot: the only languages. */
  langs: z.array(z.enum(LANGS)).optional(),
  /** footnotes: ids that the articles refer to. */
  references: z.array(z.string()).optional(),
  /** first-appearance: the article that is first. */
  first: articleKey.optional(),
})
export type PlantedCase = z.infer<typeof plantedCaseSchema>

const manifestSchema = z.strictObject({
  findings: z.array(expectedFindingSchema),
  cases: z.array(plantedCaseSchema),
  expectedFigures: z.array(expectedFigureSchema),
})
export type SampleManifest = z.infer<typeof manifestSchema>

/** Reads what is planted in the sample press, so that tests can ask for all of it and for nothing else. */
export function readSampleCases(): SampleManifest {
  const path = new URL('./cases.json', import.meta.url)
  const result = manifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!result.success) throw new Error(`scrapers/sample/cases.json: ${z.prettifyError(result.error)}`)
  return result.data
}
