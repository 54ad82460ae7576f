import { parentPort } from 'node:worker_threads'
import { type ArticleHints, parseArticle } from './article.ts'

/** The other side of worker.ts: one page in, one document or failure out. */
parentPort?.on('message', ({ id, html, hints }: { id: number; html: string; hints: ArticleHints }) => {
  try {
    parentPort?.postMessage({ id, result: parseArticle(html, hints) })
  } catch (error) {
    const message = `${hints.file ?? hints.url ?? 'the page'}: ${error instanceof Error ? error.message : String(error)}`
    parentPort?.postMessage({ id, result: { failure: 'broken', message } })
  }
})
