import { buildSaveLink } from '../src/core/publish/archive-link.ts'
import type { Fetch } from './fetch.ts'

/** Asks a public archive to copy pages, one after another; off unless an operator wants it. */
export interface Copies {
  /** Pages asked for in this run are asked once; the next request waits for its answer. */
  request(url: string): void
  /** Waits for the answers that are still to come. */
  finish(): Promise<void>
}

export interface CopiesOptions {
  fetch: Fetch
  /** Origin of the archive. */
  archive?: string
  /** Told of each page and, where the archive refused or did not answer, why. */
  onAnswer?: (url: string, problem?: string) => void
}

/** Copies asked for in one run; the archive's own limit is lower than what a large run brings. */
const MAX_COPIES = 200

/** A refusal of the archive is told and stops nothing: the article was taken already. */
export function openCopies({ fetch, archive, onAnswer }: CopiesOptions): Copies {
  const asked = new Set<string>()
  let last = Promise.resolve()
  const ask = async (url: string) => {
    try {
      await fetch({ url: buildSaveLink(url, archive) })
      onAnswer?.(url)
    } catch (error) {
      onAnswer?.(url, error instanceof Error ? error.message : String(error))
    }
  }
  return {
    request(url) {
      if (asked.has(url) || asked.size >= MAX_COPIES) return
      asked.add(url)
      last = last.then(() => ask(url))
    },
    finish: () => last,
  }
}
