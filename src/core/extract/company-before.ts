import type { Span } from '../text/sentences.ts'
import type { Reading } from './reading.ts'
import { matchesOf } from './word-scan.ts'

const THE_COMPANY = /^(?:[该这](?:家)?)?(?:公司|集团|企业|机构|初创公司|实验室|平台)$/

/** 该公司说: the one organisation that the paragraph names before, or the paragraph before it; undefined where there are two. */
export function companyBefore(reading: Reading, span: Span): Span | undefined {
  const { folded, blocks, blockAt, blockIndex } = reading
  if (span.end - span.start > 5 || !THE_COMPANY.test(folded.slice(span.start, span.end))) return undefined
  const block = blockAt(span.start)
  if (!block) return undefined
  const before = blocks[blockIndex(block) - 1]
  for (const from of [block.start, before?.kind === 'paragraph' ? before.start : block.start]) {
    const named = reading.namesIn(from, span.start).filter(({ kind }) => kind === 'organization')
    if (new Set(named.map((one) => one.entityId ?? one.name)).size === 1) return named.at(-1)
    if (named.length > 0) return undefined
    const called = calledIn(folded, from, span.start)
    if (called !== undefined) return called ?? undefined
  }
  return undefined
}

/** 平台「橙海」, 「橙海」公司: a name in marks beside what it is; 橙海科技表示: one at the head of a clause, by what it ends in. */
const IN_MARKS =
  /(?<=(?:公司|集团|企业|厂商|业者|平台|品牌|开发商|供应商|运营商|实验室|机构)[「“])[^「」“”,。;:]{2,12}(?=[」”])|(?<=[「“])[^「」“”,。;:]{2,12}(?=[」”](?:公司|集团|平台))/g
const AT_HEAD =
  /(?<=(?:^|[,。;:、」”\n])\s?)(?!.{0,3}[这该那某本各]|一家|多家|另)[\u4e00-\u9fff]{2,8}?(?:公司|集团|科技|电子|软件|资讯|网络|半导体|生技|金控|证券|保险|智能|汽车|电信)(?=[今昨日上本于在因则亦也还都仍有曾宣发推表公称指旗去获被是将以自成近计拟首的与和,(（])/g

/** The one company that a stretch names so; null where there are two. */
function calledIn(folded: string, from: number, to: number): Span | null | undefined {
  const words = folded.slice(from, to)
  const found = [IN_MARKS, AT_HEAD].flatMap((pattern) => matchesOf(pattern, words))
  const names = new Set(found.map(([name]) => name))
  if (names.size !== 1) return names.size === 0 ? undefined : null
  const { index, 0: name } = found[0]!
  return { start: from + index, end: from + index + name.length }
}
