import type { Lang } from '../core/model/lang.ts'
import type { FeedSite } from '../core/publish/feed-model.ts'
import type { PageKeys } from '../core/publish/view-keys.ts'
import type { Shell, ShellName } from '../layouts/shell.ts'

/** The frames of all editions, which Astro has made. */
export type Frames = Record<Lang, Record<ShellName, Shell>>

/** Takes one file of a site, by its path below the site: its text, or its bytes, which it does not keep. */
export type Put = (file: string, content: string | Uint8Array) => void

/** A part of a site that any thread can write by itself: a page in all editions, or a feed of one. */
export interface SiteJob {
  /** What it writes, below the site. */
  files: string[]
  /** How many of these are pages. */
  pages: number
  /** Digest of all that the files show: equal key, equal files. Empty where that is not known: they are written each time. */
  key: string
  write(frames: Frames, put: Put): void
}

/** What jobs are planned with. */
export interface JobPlan {
  keys: PageKeys
  site: FeedSite
}

/** Of threads that are told what to write: keys are for whoever decides that. */
export const NO_KEYS: PageKeys = {
  shared: '',
  article: () => '',
  figure: () => '',
  finding: () => '',
  list: () => '',
}
