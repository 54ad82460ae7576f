import { type CslItem, type CslName, type DateParts, isHan, isoOf, MONTHS, partsOf } from './cite-model.ts'
import { familyOf, initials, markWithin } from './cite-names.ts'

/** APA, 7th edition, reference list. Titles keep the case in which they were printed. */
export function formatApa(item: CslItem): string {
  const author = apaAuthors(item.author ?? [])
  const date = `(${apaDate(partsOf(item.issued), item.type)})`
  const extra = apaExtra(item)
  const title = `${item.title}${extra ? ` ${extra}` : ''}`
  const container = item['container-title'] ?? item.publisher
  const isSame = item.author?.length === 1 && nameOf(item.author[0]!) === container
  const where = container && !isSame ? (item.type === 'interview' ? `In ${container}` : container) : undefined
  const head = author ? [stop(author), `${date}.`, stop(title)] : [stop(title), `${date}.`]
  return [...head, where && stop(where), item.URL && apaAddress(item)].filter(Boolean).join(' ')
}

/** A work that names no day may change: then the day on which it was read belongs to it. */
function apaAddress({ URL: address, issued, accessed }: CslItem): string {
  const read = partsOf(accessed)
  return !partsOf(issued) && read ? `Retrieved ${longDate(read)}, from ${address}` : address!
}

function apaExtra({ type, number, version }: CslItem): string {
  if (type === 'dataset') return `${version ? `(Version ${version}) ` : ''}[Data set]`
  if (type === 'interview') return '[Interview]'
  return number ? `(${number})` : ''
}

/** Only works of the day name month and day; preprints, reports and data sets the year. */
function apaDate(parts: DateParts | undefined, type: CslItem['type']): string {
  if (!parts) return 'n.d.'
  const [year, month, day] = parts
  if (!month || type === 'article' || type === 'report' || type === 'dataset') return String(year)
  return `${year}, ${MONTHS[month - 1]}${day ? ` ${day}` : ''}`
}

function apaAuthors(authors: CslName[]): string {
  const names = authors.map((name) => {
    if ('literal' in name) return name.literal
    if (isHan(name.family)) return name.family + (name.given ?? '')
    const given = name.given ? initials(name.given, '.', ' ') : undefined
    return [familyOf(name), given, name.suffix].filter(Boolean).join(', ')
  })
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`
  if (names.length < 2) return names[0] ?? ''
  // Of two, a group takes no comma before the ampersand.
  const isPlain = names.length === 2 && authors.some((name) => 'literal' in name)
  return `${names.slice(0, -1).join(', ')}${isPlain ? '' : ','} & ${names.at(-1)}`
}

/** Chicago, 18th edition, bibliography entry of the notes style. */
export function formatChicago(item: CslItem): string {
  const parts = partsOf(item.issued)
  const date = parts && longDate(parts)
  const container = item['container-title'] ?? item.publisher
  const quoted = `“${stopWithin(markWithin(item.title, 'en'))}”`
  const isBook = item.type === 'report'
  const kind = { article: 'Preprint', interview: 'Interview', dataset: 'Data set' }[item.type as string]
  const where = [kind === 'Preprint' ? kind : undefined, container, date].filter(Boolean).join(', ')
  const accessed = !date && partsOf(item.accessed)
  return [
    item.author?.length ? stop(chicagoAuthors(item.author)) : undefined,
    isBook ? stop(item.title) : quoted,
    kind && kind !== 'Preprint' ? `${kind}.` : undefined,
    where && stop(where),
    accessed && `Accessed ${longDate(accessed)}.`,
    item.URL && `${item.URL}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** First name inverted; over six, three and `et al.` */
function chicagoAuthors(authors: CslName[]): string {
  const names = authors.map((name, index) => (index === 0 ? inverted(name) : nameOf(name)))
  if (names.length > 6) return `${names.slice(0, 3).join(', ')}, et al.`
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

function inverted(name: CslName): string {
  if ('literal' in name || isHan(name.family)) return nameOf(name)
  return [familyOf(name), name.given, name.suffix].filter(Boolean).join(', ')
}

/** A name in reading order; Han names without a space. */
export function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal
  if (isHan(name.family)) return name.family + (name.given ?? '')
  return [name.given, familyOf(name), name.suffix].filter(Boolean).join(' ')
}

const longDate = ([year, month, day]: DateParts) =>
  month ? `${MONTHS[month - 1]} ${day ? `${day}, ` : ''}${year}` : String(year)

/** Document type and carrier of GB/T 7714-2025; preprints have had a mark of their own since that edition. */
const GBT_MARKS: Record<CslItem['type'], string> = {
  'article-newspaper': 'N/OL',
  article: 'PP/OL',
  report: 'R/OL',
  'post-weblog': 'EB/OL',
  interview: 'EB/OL',
  dataset: 'DS/OL',
}

/**
 * GB/T 7714-2025, numeric style. Against 2015: surnames are no longer in capitals, initials keep their hyphens, preprints are
 * [PP], and only works on the network name the day of citation.
 */
export function formatGbt(item: CslItem): string {
  const parts = partsOf(item.issued)
  const accessed = partsOf(item.accessed)
  const cited = accessed ? `[${isoOf(accessed)}]` : ''
  const container = item['container-title'] ?? item.publisher
  const mark = item.URL ? GBT_MARKS[item.type] : GBT_MARKS[item.type].slice(0, -3)
  const isDated = item.type === 'article-newspaper' || item.type === 'report'
  const date = parts ? (isDated ? isoOf(parts) : `(${isoOf(parts)})`) : ''
  const where = [container, date].filter(Boolean).join(isDated ? ', ' : ' ') + cited
  return [
    item.author?.length ? `${gbtAuthors(item.author, item.language)}.` : undefined,
    `${item.title}[${mark}].`,
    where && `${where}.`,
    item.URL && `${item.URL}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function gbtAuthors(authors: CslName[], language = ''): string {
  const names = authors.slice(0, 3).map((name) => {
    if ('literal' in name || isHan(name.family)) return nameOf(name)
    return [familyOf(name), name.given && initials(name.given, '', ' ')].filter(Boolean).join(' ')
  })
  const more = authors.length > 3 ? [language.startsWith('zh') ? '等' : 'et al'] : []
  return [...names, ...more].join(', ')
}

/** The stop stands within quotation marks, also within those that a title ends with. */
export const stopWithin = (text: string): string =>
  /‘[^‘’]*’$/.test(text) ? `${stop(text.slice(0, -1))}’` : stop(text)

/** Ends with a full stop, unless it ends with a mark of its own. */
const stop = (text: string) => (/[.?!。？！]$/.test(text) ? text : `${text}.`)
