import type { Aid } from '../core/model/aid.ts'
import type { Article } from '../core/model/article.ts'
import type { Digest } from '../core/model/digest.ts'
import type { Finding } from '../core/model/finding.ts'
import type { Run } from '../core/model/run.ts'
import type { Source } from '../core/model/source.ts'
import type { Story } from '../core/model/story.ts'

/** Where an id that was merged away or split leads now. */
export interface Redirect {
  id: string
  to: string[]
  /** RFC 3339. */
  at: string
  reason: string
}

/** The nouns that are stored, each with its record type. A figure or claim lives inside its Article. */
export interface Records {
  sources: Source
  articles: Article
  stories: Story
  findings: Finding
  redirects: Redirect
  digests: Digest
  runs: Run
  aids: Aid
}
export type Noun = keyof Records

/**
 * Where records live. Two adapters, one contract suite: `files` (content/, the default) and `postgres`.
 * Every write is atomic: a reader or a crash sees the old record or the new one, never half of one.
 */
export interface Store {
  /** The record, or undefined. A record that does not satisfy its schema throws, naming file, field, expected and got. */
  read<N extends Noun>(noun: N, id: string): Promise<Records[N] | undefined>
  /** All records of a noun as a stream, in the order of their ids. */
  list<N extends Noun>(noun: N): AsyncIterable<Records[N]>
  /** Stores the record with stable key order; equal content is left untouched. */
  write<N extends Noun>(noun: N, record: Records[N]): Promise<'added' | 'changed' | 'unchanged'>
  remove(noun: Noun, id: string): Promise<void>
  /** Ids of all records in order, without reading them: one bad record stops `list`, not this. */
  listIds(noun: Noun): Promise<string[]>
  /** Number of records, without reading them. */
  count(noun: Noun): Promise<number>
  close(): Promise<void>
}

/** Content-addressed cache of raw bytes and extracted texts; git-ignored, may be pruned. */
export interface Cache {
  /** Stores bytes and gives their SHA-256. */
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array | undefined>
}
