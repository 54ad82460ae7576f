import { type CslItem, type CslName, type DateParts, foldSpace, isHan, isoOf, partsOf } from './cite-model.ts'
import { familyOf } from './cite-names.ts'
import { nameOf } from './cite-styles.ts'

const BIBTEX_TYPES: Record<CslItem['type'], string> = {
  'article-newspaper': 'article',
  article: 'misc',
  report: 'techreport',
  'post-weblog': 'misc',
  interview: 'misc',
  dataset: 'misc',
}
export const BIBTEX_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** BibTeX in UTF-8, so that Chinese stays readable; characters that TeX reads as commands are escaped. */
export function formatBibtex(item: CslItem): string {
  const parts = partsOf(item.issued)
  const accessed = partsOf(item.accessed)
  const container = item['container-title']
  const arxiv = item.number?.startsWith('arXiv:') ? item.number.slice(6) : undefined
  const month = parts?.[1] && BIBTEX_MONTHS[parts[1] - 1]
  let fields = ''
  const add = (name: string, value: string | undefined) => {
    if (value) fields += `,\n  ${name} = {${value}}`
  }
  add('author', item.author?.map(bibtexName).join(' and '))
  add('title', `{${escapeTex(item.title)}}`)
  add(item.type === 'article-newspaper' ? 'journal' : 'howpublished', container && escapeTex(container))
  add(item.type === 'report' ? 'institution' : 'publisher', item.publisher && escapeTex(item.publisher))
  add('version', item.version)
  add('eprint', arxiv)
  add('archiveprefix', arxiv && 'arXiv')
  add('year', parts && String(parts[0]))
  if (month) fields += `,\n  month = ${month}`
  add('url', item.URL?.replace(/[{}\\]/g, encodeURIComponent))
  add('urldate', accessed && isoOf(accessed))
  add('langid', item.language)
  return `@${BIBTEX_TYPES[item.type]}{${bibtexKey(item)}${fields}\n}\n`
}

/** Family name, year and the start of the record id, in ASCII: unique and never empty, also for Chinese names. */
function bibtexKey(item: CslItem): string {
  const [first] = item.author ?? []
  const name = first ? ('literal' in first ? first.literal : first.family) : ''
  return [plainName(name) || 'redline', partsOf(item.issued)?.[0] ?? 'nd', item.id.slice(0, 8)].join('-')
}

let last = { name: '', plain: '' }

/** The letters of a name that ASCII has; kept for the next item, which is often by the same. */
function plainName(name: string): string {
  if (last.name !== name)
    last = {
      name,
      plain: name
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase(),
    }
  return last.plain
}

function bibtexName(name: CslName): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`
  if (isHan(name.family)) return `{${nameOf(name)}}`
  return escapeTex([familyOf(name), name.suffix, name.given].filter(Boolean).join(', '))
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const SPECIAL_TEX = /[\\{}~^&%$#_]/

/** A text with single spaces, in which TeX sees no commands. */
export function escapeTex(text: string): string {
  const line = foldSpace(text)
  return SPECIAL_TEX.test(line) ? line.replace(/[\\{}~^&%$#_]/g, (char) => TEX[char] ?? `\\${char}`) : line
}

const RIS_TYPES: Record<CslItem['type'], string> = {
  'article-newspaper': 'NEWS',
  article: 'UNPB',
  report: 'RPRT',
  'post-weblog': 'BLOG',
  interview: 'GEN',
  dataset: 'DATA',
}

/** RIS as reference managers read it; lines end with CR LF, as the format has it. */
export function formatRis(item: CslItem): string {
  const parts = partsOf(item.issued)
  let lines = ''
  const add = (tag: string, value: string | undefined) => {
    if (value) lines += `${tag}  - ${foldSpace(value).trim()}\r\n`
  }
  add('TY', RIS_TYPES[item.type])
  add('ID', item.id)
  for (const name of item.author ?? []) add('AU', risName(name))
  add('TI', item.title)
  add('T2', item['container-title'])
  add('PB', item.publisher)
  add('M1', item.number)
  add('ET', item.version)
  add('PY', parts && String(parts[0]))
  add('DA', risDate(parts))
  add('Y2', risDate(partsOf(item.accessed)))
  add('UR', item.URL)
  add('LA', item.language)
  return `${lines}ER  - \r\n`
}

/** `2026/08/03/`; what is not known stays empty. */
const risDate = (parts: DateParts | undefined): string | undefined =>
  parts && `${padded(parts[0], 4)}/${padded(parts[1], 2)}/${padded(parts[2], 2)}/`

const padded = (part: number | undefined, digits: number) =>
  part === undefined ? '' : String(part).padStart(digits, '0')

const risName = (name: CslName): string => {
  if ('literal' in name) return name.literal
  return [familyOf(name), name.given, name.suffix].filter(Boolean).join(', ')
}

/** CSL-JSON, the one form from which every other can be made again. */
export const formatCslJson = (item: CslItem): string => `${JSON.stringify([item])}\n`
