import type { TermTable } from '../core/publish/view-convert.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import type { OpenEdition } from '../layouts/edition.ts'

/** Everything a part of a page draws from: the edition's words and addresses, the records, the site's own address. */
export interface View extends OpenEdition {
  corpus: Corpus
  terms: TermTable
  /** Absolute address of something on this site: `/en/findings/f-1/`. */
  absolute: (path: string) => string
}

/** What pages of an edition are made from: its words, the records, and the address at which they will stand. */
export function openView(
  site: OpenEdition,
  content: { corpus: Corpus; terms: TermTable },
  address: string | URL | undefined,
): View {
  return { ...site, ...content, absolute: addressesAt(address) }
}

/** Absolute addresses of paths on a site. */
export function addressesAt(address: string | URL | undefined): (path: string) => string {
  const origin = address && new URL(address).origin
  return (path) => (origin && PLAIN.test(path) ? origin + path : new URL(path, address).href)
}

/** A path that is an address as it stands, as nearly all are: nothing to encode, no dots to resolve. */
const PLAIN = /^(\/[\w-]+)*\/(\w[\w-]*\.\w+)?$/
