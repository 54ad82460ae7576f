import { BIBTEX_MONTHS, escapeTex } from './cite-export.ts'
import { type CslItem, dateParts, foldSpace, isoOf, MONTHS, partsOf } from './cite-model.ts'
import { markWithin } from './cite-names.ts'
import { stopWithin } from './cite-styles.ts'

/** A record of ours, as it is cited. */
export interface OwnRecord {
  id: string
  title: string
  url: string
  /** When it last changed; a day at least. */
  date: string
  lang: string
}

/** A record of ours as a CSL item: a data set of which Redline is author and publisher. */
export function recordItem({ id, title, url, date, lang }: OwnRecord): CslItem {
  const day = dateParts(date)
  return {
    id,
    type: 'dataset',
    title,
    author: [{ literal: 'Redline' }],
    publisher: 'Redline',
    issued: day,
    accessed: day,
    URL: url,
    language: lang,
  }
}

/** What the forms say of a day. */
interface Day {
  date: string
  print: (text: string) => string
  year: string
  iso: string
  /** `August 10, 2026` */
  long: string
  bibtexMonth: string
  ris: string
  /** From the title to the address. */
  csl: string
}

/** Nearly all records last changed on few days, and come day by day. */
let last: Day | undefined

function dayOf(date: string, print: Day['print']): Day {
  const written = date.slice(0, 10)
  if (last?.date === written && last.print === print) return last
  const issued = dateParts(written)
  const parts = partsOf(issued)!
  const [year, month, day] = parts
  const { author, publisher } = recordItem({ id: '', title: '', url: '', date: written, lang: '' })
  last = {
    date: written,
    print,
    year: String(year),
    iso: isoOf(parts),
    long: `${MONTHS[month! - 1]} ${day}, ${year}`,
    bibtexMonth: BIBTEX_MONTHS[month! - 1]!,
    ris: `${isoOf(parts).replaceAll('-', '/')}/`,
    csl: print(JSON.stringify({ author, publisher, issued, accessed: issued }).slice(1, -1)),
  }
  return last
}

/**
 * A record of ours in every form but the sentence, each text as `print` writes it. It is what `citeItem` makes of its item, put
 * together at once: it stands on every page of a record, in each edition, and only title, address and id differ.
 */
export function citeOwn({ id, title, url, date, lang }: OwnRecord, print: Day['print']) {
  const day = dayOf(date, print)
  const { year, iso } = day
  const name = print(title)
  const address = print(url)
  const key = print(id)
  const line = foldSpace(title).trim()
  const plain = line === title ? name : print(line)
  const quoted = print(stopWithin(markWithin(title, 'en')))
  const tex = print(escapeTex(title))
  const texAddress = print(url.replace(/[{}\\]/g, encodeURIComponent))
  const field = (name: string, value: string) => print(`"${name}":${JSON.stringify(value)}`)
  return {
    apa: `Redline. (${year}). ${name} [Data set]. ${address}`,
    chicago: `Redline. “${quoted}” Data set. Redline, ${day.long}. ${address}.`,
    gbt: `Redline. ${name}[DS/OL]. Redline (${iso})[${iso}]. ${address}.`,
    bibtex: `@misc{redline-${year}-${print(id.slice(0, 8))},\n  author = {{Redline}},\n  title = {{${tex}}},\n  publisher = {Redline},\n  year = {${year}},\n  month = ${day.bibtexMonth},\n  url = {${texAddress}},\n  urldate = {${iso}},\n  langid = {${lang}}\n}\n`,
    ris: `TY  - DATA\r\nID  - ${key}\r\nAU  - Redline\r\nTI  - ${plain}\r\nPB  - Redline\r\nPY  - ${year}\r\nDA  - ${day.ris}\r\nY2  - ${day.ris}\r\nUR  - ${address}\r\nLA  - ${lang}\r\nER  - \r\n`,
    csl: `[{${field('id', id)},${field('type', 'dataset')},${field('title', title)},${day.csl},${field('URL', url)},${field('language', lang)}}]\n`,
  }
}
