/** An entry as read, before anything is judged: texts are HTML, addresses absolute, dates as printed. */
export interface FeedEntry {
  id?: string | undefined
  title?: string | undefined
  /** The entry's own address; when it has none, the feed's site, and `isOwnLink` is false. */
  link?: string | undefined
  isOwnLink: boolean
  authors: string[]
  published?: string | undefined
  updated?: string | undefined
  summary?: string | undefined
  content?: string | undefined
  categories: string[]
}

export interface FeedContents {
  title?: string | undefined
  link?: string | undefined
  description?: string | undefined
  /** Minutes that the feed asks to be left alone (RSS ttl). */
  ttl?: number | undefined
  entries: FeedEntry[]
}
