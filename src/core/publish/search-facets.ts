/** Names of the facets; each holds ids or codes, which editions show by their labels. */
export const FACETS = [
  'lang',
  'script',
  'region',
  'source',
  'tier',
  'topic',
  'entity',
  'unit',
  'qualifier',
  'agreement',
] as const
export type FacetName = (typeof FACETS)[number]
