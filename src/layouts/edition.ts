import { EDITIONS, type Edition, translator } from '../i18n/index.ts'

/** Everything a page of one edition needs for its words and addresses. */
export function openEdition(path: string | undefined) {
  const edition = EDITIONS.find((candidate) => candidate.path === path)
  if (!edition)
    throw new Error(`no edition is at /${path}/; expected ${EDITIONS.map((e) => e.path).join(', ')}`)
  return {
    edition,
    lang: edition.lang,
    t: translator(edition.lang),
    /** Address of a page of this edition: `findings/f-1/`. */
    href: (below = '') => `/${edition.path}/${below}`,
  }
}
export type OpenEdition = ReturnType<typeof openEdition>

/** Routes of one page kind in all editions. */
export function inEveryEdition<T extends object>(paths: (edition: Edition) => T[]): T[] {
  return EDITIONS.flatMap((edition) => paths(edition))
}

/** Routes of a page that every edition has once. */
export const editionPaths = () => EDITIONS.map(({ path }) => ({ params: { edition: path } }))
