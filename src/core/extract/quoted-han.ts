import type { Span } from '../text/sentences.ts'
import { SIGN, type Signs } from './attribution-signs.ts'
import { type Candidate, trimmed } from './attribution-words.ts'
import { pairAt } from './han-pairs.ts'
import { behindTitles, isSurname, isSurnameBehind, voicePrefix } from './voice.ts'
import { matchesOf } from './word-scan.ts'

/** Who speaks where no verb of saying does: what he does between two parts of a quotation, in whose eyes it is so. */

/** `“…，”王小川停顿了一下，“…`, and the same at the start of a sentence. */
const ACTS =
  /(?:^|[”」』])\s?(?:([^“”「」『』。;:,\n]{2,20}),)?([^“”「」『』。;:,()\n]{2,30}?)[,:。]\s?[“「『](?=[^”」』]{0,80}?[,。!?]|[^”」』]{12})/g
/** In whose eyes, by whose words, from whose papers, and who is told to have said this; with the signs that none is without. */
const VIEWS: [signs: number, pattern: RegExp, gate?: RegExp][] = [
  [SIGN.看 | SIGN.来, /(?<=^|[,。;:”」]|[而但])在([^,。;:]{2,24}?)看来/g],
  [SIGN.眼, /(?<=^|[,。;:”」]|[而但])在([^,。;:]{2,24}?)的?眼[中里][,]/g],
  [SIGN.用, /用([^,。;:]{2,20}?)的(?:话|说法)来?(?:说|讲|形容|概括)/g],
  [SIGN.从 | SIGN.看, /从([^,。;:]{2,20}?)(?:披露|公布|给出|提供|发布|显示)的[^,。;:]{0,8}看,/g],
  [SIGN.这, /这是([^,。;:]{2,20}?)(?:给出|提供|公布|做出|得出|提出)的/g],
  [
    SIGN.han,
    /(?<=^|[,。;:”」])([^,。;:“”]{2,24}?)的(?:答案|结论|判断|口径|解释|回答|估计|预测|估算)(?:[则却也就]|给出)?是/g,
    /的(?:答案|结论|判断|口径|解释|回答|估计|预测|估算)(?:[则却也就]|给出)?是/,
  ],
  [SIGN.给, /(?<=^|[,。;:”」])([^,。;:“”]{2,24}?)给出的[^,。;:]{2,8}是/g, /给出的/],
  [SIGN.这 | SIGN.话, /[说讲下]这[番些句段]?话的人?(?:正|就)?是([^,。;:]{2,24})/g],
]

export function* candidatesQuoted(words: string, { bits }: Signs): Generator<Candidate> {
  for (const { index, 0: all, 1: lead, 2: clause } of (bits & SIGN.quote) !== 0
    ? matchesOf(ACTS, words)
    : []) {
    const isBehindMark = /[”」』]/.test(all[0]!)
    if (lead) yield* actorOf(words, index + all.indexOf(lead), lead, false)
    yield* actorOf(words, index + all.lastIndexOf(clause!), clause!, isBehindMark && !lead)
  }
  for (const [signs, pattern, gate] of VIEWS)
    for (const match of (bits & signs) === signs && (!gate || gate.test(words))
      ? matchesOf(pattern, words)
      : []) {
      const start = match.index + match[0].indexOf(match[1]!)
      const of = match[1]!.lastIndexOf('的')
      if (of > 0 && of < match[1]!.length - 2) yield trimmed(words, start + of + 1, start + match[1]!.length)
      yield trimmed(words, start, start + match[1]!.length)
    }
}

/** Who acts in a clause of which nothing else is known: a name at its head, a person by surname, or a role. */
function* actorOf(words: string, start: number, clause: string, isBehindMark: boolean): Generator<Candidate> {
  if (SAYS_SO.test(clause) || TELLS.test(clause)) return
  if (isBehindMark && /^[a-z]/.test(clause)) yield { start, end: start + clause.length, isClause: true }
  const of = start + clause.lastIndexOf('的') + 1
  const person = personIn(words, start, start + clause.length) ?? personIn(words, of, start + clause.length)
  if (person) return yield { ...person, isName: true }
  const role = voicePrefix(clause)
  if (role !== undefined) yield trimmed(words, start + clause.lastIndexOf('的', role - 2) + 1, start + role)
}

/** A verb of saying, whose voice other rules read. */
const SAYS_SO =
  /(?:说|道|称|表示|指出?|问|答|质疑|强调|直言|坦言|透露|认为|补充|提醒|批评|形容|感叹|直指|呼吁|警告|解释|回应)$/

/** 误认率是千分之一点二: what tells how something is, and is no act. */
const TELLS = /是|占|分之|[\d%]/

/** Characters that end a personal name before them. */
const ENDS_NAME =
  /[在向对说笑也则又把从就便却还表将于已曾是有给跟和与称等叹点摇摆耸停拿指举看想边一直苦持把掰捧敲翻]/
/** What stands behind a verb of one character: 吕佳红了眼眶, 郎咸明敲了敲桌面. */
const ASPECT = /[了着过]/

/** 陈聿向记者展示, 副总裁蒋江伟在演讲中: the person whom words begin with, title or not; undefined when none surely is. */
export function personIn(words: string, from: number, to: number): Span | undefined {
  for (const title of [...behindTitles(words.slice(from, Math.min(to, from + 24))), 0]) {
    const start = from + title
    if (to - start < 3) continue
    if (/[老小阿]/.test(words[start]!) && isSurname(words[start + 1]!) && ENDS_NAME.test(words[start + 2]!))
      return { start, end: start + 2 }
    const isName = isSurname(words[start]!) && (title > 0 || pairAt(words, start) === 0)
    const length = isName || isSurnameBehind(words[start]!) ? nameLength(words, start) : undefined
    if (length !== undefined) return { start, end: start + length }
  }
  return undefined
}

function nameLength(words: string, start: number): number | undefined {
  if (ENDS_NAME.test(words[start + 2] ?? '')) return 2
  if (ASPECT.test(words[start + 3] ?? '')) return 2
  if (ASPECT.test(words[start + 4] ?? '')) return 3
  if (!/^[\u4e00-\u9fff]{3}/.test(words.slice(start, start + 3))) return undefined
  if (ENDS_NAME.test(words[start + 3] ?? '') || pairAt(words, start + 3) !== 0) return 3
  return pairAt(words, start + 2) !== 0 ? 2 : undefined
}
