import { type CslItem, type CslName, isHan, isoOf, partsOf } from './cite-model.ts'
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
const BIBTEX_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** BibTeX in UTF-8, so that Chinese stays readable; characters that TeX reads as commands are escaped. */
export function formatBibtex(item: CslItem): string {
  const parts = partsOf(item.issued)
  const accessed = partsOf(item.accessed)
  const container = item['container-title']
  const arxiv = item.number?.startsWith('arXiv:') ? item.number.slice(6) : undefined
  const fields: [string, string | undefined][] = [
    ['author', item.author?.map(bibtexName).join(' and ')],
    ['title', `{${escapeTex(item.title)}}`],
    [item.type === 'article-newspaper' ? 'journal' : 'howpublished', container && escapeTex(container)],
    [item.type === 'report' ? 'institution' : 'publisher', item.publisher && escapeTex(item.publisher)],
    ['version', item.version],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['year', parts && String(parts[0])],
    ['month', undefined],
    ['url', item.URL?.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', accessed && isoOf(accessed)],
    ['langid', item.language],
  ]
  const lines = fields.flatMap(([name, value]) => {
    if (name === 'month') return parts?.[1] ? [`  month = ${BIBTEX_MONTHS[parts[1] - 1]}`] : []
    return value ? [`  ${name} = {${value}}`] : []
  })
  return `@${BIBTEX_TYPES[item.type]}{${bibtexKey(item)},\n${lines.join(',\n')}\n}\n`
}

/** Family name, year and the start of the record id, in ASCII: unique and never empty, also for Chinese names. */
function bibtexKey(item: CslItem): string {
  const [first] = item.author ?? []
  const name = first ? ('literal' in first ? first.literal : first.family) : ''
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  return [plain || 'redline', partsOf(item.issued)?.[0] ?? 'nd', item.id.slice(0, 8)].join('-')
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
const escapeTex = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (char) => TEX[char] ?? `\\${char}`)

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
  const date = (parts: ReturnType<typeof partsOf>) =>
    parts &&
    `${[...parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')), '', '', ''].slice(0, 3).join('/')}/`
  const parts = partsOf(item.issued)
  const lines: [string, string | undefined][] = [
    ['TY', RIS_TYPES[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['M1', item.number],
    ['ET', item.version],
    ['PY', parts && String(parts[0])],
    ['DA', date(parts)],
    ['Y2', date(partsOf(item.accessed))],
    ['UR', item.URL],
    ['LA', item.language],
  ]
  const shown = lines.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}`] : [],
  )
  return `${[...shown, 'ER  - '].join('\r\n')}\r\n`
}

const risName = (name: CslName): string => {
  if ('literal' in name) return name.literal
  return [familyOf(name), name.given, name.suffix].filter(Boolean).join(', ')
}

/** CSL-JSON, the one form from which every other can be made again. */
export const formatCslJson = (item: CslItem): string => `${JSON.stringify([item])}\n`
