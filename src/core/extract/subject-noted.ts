import type { Binding } from './binding.ts'
import { openBracket } from './clauses.ts'
import { Gate } from './gates.ts'
import { endsInMetric } from './metric.ts'
import { isNominal } from './nominal.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'
import type { SubjectReading } from './subject-rule.ts'

/** Chinese lists of the press whose members name themselves: in order of rank, and with a note in brackets. */

const RANKED = new Gate(
  /(?:其次|次之|居次|再者|再来|再次|接着|接下来|最后|(?:排名?|居|占)?第[一二三四五六七]名?|首位|榜首|居冠)[^,;:。、「“"()]{0,4}?则?(?:是|为|:|有)\s?[「“"]?([^,;:。、「」“”"()\d]{2,20}?)[」”"]?\s?[、,(]?\s?(?:则|共|各|也)?(?:占比?|占有率|达)?(?:约|近|逾|达|高达|超过)*\s?$/,
)
/** How far before a share its place in the list is looked for. */
const REACH = 48

/** 其次是「網路購物詐騙」、占13%, 再者是網購（7%）: a share behind who comes next in a list. */
export function byRanked({ folded, lang }: Reading, one: Selected): SubjectReading | undefined {
  const { quantity, scope } = one
  if (lang === 'en' || (quantity.unit !== 'percent' && quantity.unit !== 'fraction')) return undefined
  const from = Math.max(scope.start, quantity.start - REACH)
  const words = folded.slice(from, quantity.start)
  const name = RANKED.exec(words)?.[1]
  if (!name || endsInMetric(name) || !isNominal(name)) return undefined
  const start = from + words.lastIndexOf(name)
  return { subject: { start, end: start + name.length }, rule: 'touching' }
}

/** What a note says of the noun before its bracket: 受理件数达, 市占率约. */
const NOTE = /^\s?([\u4e00-\u9fff]{2,8}?)(?:为|是|有|共|达|高达|约|近|逾|超过|仅|:)+\s?$/
/** The noun that a bracket stands behind. */
const NOTED =
  /(?:^|[,;:。、是为和与及括有])\s?([「“"]?(?:(?![是为和与及在括有的被把])[\u4e00-\u9fffa-z0-9 .-]){2,16}(?<![中里上下时后前内])[」”"]?)$/

/** 假投資詐騙（受理件數達1102件）、假交友（987件）: a property in brackets is of the noun before them. */
export function byNoted(
  { folded, lang }: Reading,
  one: Selected,
  done: Binding[],
): SubjectReading | undefined {
  if (lang === 'en') return undefined
  const { quantity, scope } = one
  const open = openBracket(folded, scope, quantity.start)
  const note = open < 0 ? null : NOTE.exec(folded.slice(open + 1, quantity.start))
  if (!note || done.at(-1)?.quantity.end === open) return undefined
  const left = folded.slice(Math.max(scope.start, open - 24), open)
  const noun = NOTED.exec(left)?.[1]
  if (!noun || !isNominal(noun) || endsInMetric(noun)) return undefined
  const metric = open + 1 + note[0].indexOf(note[1]!)
  return {
    subject: { start: open - noun.length, end: open },
    metric: { start: metric, end: metric + note[1]!.length },
    rule: 'item',
  }
}
