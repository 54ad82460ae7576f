/** The Internet Archive; `/web/<moment>/<address>` shows the copy of the page nearest to that moment. */
const ARCHIVE = 'https://web.archive.org'

/**
 * Address at the Internet Archive of the copy of a page nearest to a moment: 14 digits of UTC, as
 * https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server defines them. Nothing is asked of the archive;
 * where it holds no copy its page says so.
 */
export function buildArchiveLink(url: string, at: string): string {
  const moment = digitsOf(at)
  return `${ARCHIVE}/web/${moment}/${url}`
}

/** A date takes a while to print, and all editions ask for the same one. */
let last = { at: '', digits: '' }

function digitsOf(at: string): string {
  if (last.at !== at) last = { at, digits: new Date(at).toISOString().replace(/\D/g, '').slice(0, 14) }
  return last.digits
}

/** Address that asks that archive for a new copy of a page. */
export const buildSaveLink = (url: string, archive = ARCHIVE) => `${archive}/save/${url}`
