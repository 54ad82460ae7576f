import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Record_ = Record<string, unknown>

/** What a fake model knows: words of one line mean the same. */
const CONCEPTS = [
  /blackmail|extort|coerc|threat|\u52d2\u7d22|\u6572\u8a50|\u5a01\u80c1|\u8981\u631f/gi,
  /chip|semiconductor|nvidia|\u6676\u7247|\u82af\u7247|\u8f1d\u9054/gi,
  /grader|cheat|decei|\u6b3a\u9a19/gi,
]

/** A vector of as many numbers as there are concepts, and one that all texts share. */
export const embed = (text: string): number[] => [
  ...CONCEPTS.map((concept) => Math.min(1, text.match(concept)?.length ?? 0)),
  0.1,
]

/** Likeness of two vectors from 0 to 1, as Meilisearch scores: cosine moved from [-1, 1]. */
export function likeness(a: number[], b: number[]): number {
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0)
  return (1 + dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b) || 1)) / 2
}

/** An embedding service on loopback, for embedders of source `rest` and for queries of a page. `asked` keeps the texts. */
export async function startEmbedder(): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', 'content-type')
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (request.method === 'OPTIONS') return response.end()
      const { input } = JSON.parse(body) as { input: string }
      asked.push(input)
      return response.end(JSON.stringify({ embedding: embed(input) }))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

interface RestSettings {
  source: string
  url: string
  dimensions?: number
  request: unknown
  response: unknown
  documentTemplate: string
}

/** Vectors of queries that ask by meaning without one of their own, by the index's embedder. */
export async function embedQueries(body: unknown, settingsOf: (uid: string) => Record_): Promise<void> {
  const queries = (body as { queries?: Record_[] } | undefined)?.queries ?? []
  for (const query of queries) {
    const { embedder = '' } = (query['hybrid'] ?? {}) as { embedder?: string }
    if (embedder === '') continue
    const settings = embeddersOf(settingsOf(String(query['indexUid'])))[embedder]
    if (!settings) throw new Error(`Cannot find embedder with name \`${embedder}\`.`)
    if (settings.source === 'rest') query['vector'] = await callRest(settings, String(query['q']))
    else if (query['vector'] === undefined)
      throw new Error('Provide `vector` when the source of the embedder is `userProvided`.')
  }
}

/** Vectors of documents: made by a `rest` embedder, or brought along, which `userProvided` asks of every document. */
export async function embedDocuments(documents: Record_[], settings: Record_): Promise<void> {
  for (const [name, embedder] of Object.entries(embeddersOf(settings))) {
    for (const document of documents) {
      const own = document['_vectors'] as Record<string, number[] | null> | undefined
      if (embedder.source === 'userProvided') {
        const vector = own?.[name]
        if (vector === undefined)
          throw new Error(`Missing \`_vectors.${name}\` for document \`${document['id']}\`.`)
        if (vector && vector.length !== embedder.dimensions) throw new Error('the vector has another length')
        continue
      }
      const text = embedder.documentTemplate.replace(/\{\{doc\.(\w+)\}\}/g, (_, field: string) =>
        String(document[field] ?? ''),
      )
      document['_vectors'] = { [name]: await callRest(embedder, text) }
    }
  }
}

const embeddersOf = (settings: Record_) => (settings['embedders'] ?? {}) as Record<string, RestSettings>

/** The request as the settings describe it, and the vector from where they say that it stands in the answer. */
async function callRest({ url, request, response }: RestSettings, text: string): Promise<number[]> {
  const body = JSON.stringify(request).replace('"{{text}}"', () => JSON.stringify(text))
  const answer = (await (await fetch(url, { method: 'POST', body })).json()) as Record_
  const [field] = Object.entries(response as Record_).find(([, value]) => value === '{{embedding}}')!
  return answer[field] as number[]
}
