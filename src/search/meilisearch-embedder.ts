import { z } from 'astro/zod'

/** Sources of Meilisearch that need nothing but settings: the server asks them for documents and for queries alike. */
const ASKED_BY_SERVER = ['huggingFace', 'ollama', 'openAi', 'rest'] as const

/** An embedder of a Meilisearch index: `settings` are the server's own (`embedders.<name>`), passed on as they are. */
export interface Embedder {
  name: string
  settings: Record<string, unknown>
  /** With the source `userProvided`: vectors by the id of a document. */
  vectors?: Map<string, number[]>
}

const Settings = z
  .record(
    z.string().regex(/^[\w-]+$/),
    z.looseObject({
      source: z.enum([...ASKED_BY_SERVER, 'userProvided']),
      /** Numbers of a vector; needed for `userProvided`. */
      dimensions: z.int().positive().optional(),
    }),
  )
  .refine((record) => Object.keys(record).length === 1, 'expected exactly one embedder')

/** What the server gives to the embedder where the settings do not say it; without it, that would be all fields, spelt. */
const TEMPLATE = '{{doc.title}}. {{doc.excerpt}}'

/**
 * Reads an embedder from the JSON of a settings file, and for `userProvided` the vectors: JSON Lines of `{"id", "vector"}`.
 * Throws with the place and what was expected there.
 */
export function parseEmbedder(json: string, vectorLines?: string): Embedder {
  const parsed = Settings.safeParse(parseJson(json, 'the settings of the embedder'))
  if (!parsed.success) throw new Error(`the settings of the embedder: ${z.prettifyError(parsed.error)}`)
  const [[name, settings]] = Object.entries(parsed.data) as [[string, z.infer<typeof Settings>[string]]]
  if (settings.source !== 'userProvided')
    return { name, settings: { documentTemplate: TEMPLATE, ...settings } }
  if (settings.dimensions === undefined || vectorLines === undefined)
    throw new Error(
      'an embedder of source userProvided needs `dimensions` and a file of vectors (MEILI_VECTORS)',
    )
  return { name, settings, vectors: parseVectors(vectorLines, settings.dimensions) }
}

function parseVectors(lines: string, dimensions: number): Map<string, number[]> {
  const Line = z.object({ id: z.string(), vector: z.array(z.number()).length(dimensions) })
  const vectors = new Map<string, number[]>()
  for (const [at, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = Line.safeParse(parseJson(line, `line ${at + 1} of the vectors`))
    if (!parsed.success) throw new Error(`line ${at + 1} of the vectors: ${z.prettifyError(parsed.error)}`)
    vectors.set(parsed.data.id, parsed.data.vector)
  }
  return vectors
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${what} are no JSON: ${(cause as Error).message}`, { cause })
  }
}

/** What a document carries for the embedder: its vector, or `null`, which tells the server that it has none. */
export function vectorsOf(
  id: string,
  embedder: Embedder | undefined,
): { _vectors?: Record<string, number[] | null> } {
  return embedder?.vectors ? { _vectors: { [embedder.name]: embedder.vectors.get(id) ?? null } } : {}
}
