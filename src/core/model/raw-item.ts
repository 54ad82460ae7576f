/** An entry of a list as published, strings untouched (RSS item, Atom entry). */
export interface RawItem {
  /** Absolute http(s) URL of the article. */
  url: string
  /** guid or Atom id, when given. */
  id?: string
  /** Markup removed, entities decoded once. */
  title?: string
  /** As printed. */
  published?: string
  updated?: string
  authors?: string[]
  summary?: string
  /** Full content as HTML, when the feed carries it. Hostile until parsed to text. */
  contentHtml?: string
  categories?: string[]
}
