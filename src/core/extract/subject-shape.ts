import type { Span } from '../text/sentences.ts'
import { charSet, SPACES } from './char-set.ts'
import { isLower, wordBefore } from './english-words.ts'
import { facet, type Row } from './features.ts'
import { endOf, startOf } from './phrases.ts'
import type { Reading } from './reading.ts'
import { KIND } from './span-facts.ts'

/** Whether a phrase that is no name reads like a noun phrase. */

export const STARTS = facet('noun', 'verb', 'other')
export const ENDS = facet('noun', 'verb', 'other')

const LAST_CLASSES = [
  ['person', '者员人们家手方师生民友众'],
  ['body', '司院所府局部会社校团队组国省市州厂商店台网站区'],
  ['thing', '型统法具器品件机物书文章报告案例图集库片料数据卡票券信稿'],
  ['quality', '率度量性力值额价款金费险害'],
  ['time', '年月日天时期间前后中内里上下'],
  ['grammar', '的了着过地得是在有不也都就还再又很最更可会能要把被对从向给让以于而且或和与及'],
] as const
/** What its last character says about a Chinese phrase. */
export const LAST = facet(...LAST_CLASSES.map(([name]) => name), 'other')

/** Code of `LAST`, by character; of those that stand in two lists the first counts. */
const LAST_CODES = new Uint8Array(0x10000)
for (const [name, chars] of LAST_CLASSES.toReversed())
  for (const char of chars) LAST_CODES[char.charCodeAt(0)] = LAST.of[name]

export const WORDS = facet('1', '2', '3', '4')
export const PLURAL = facet('plural')
export const VERB_END = facet('ends like verb')
export const VERB_START = facet('starts like verb')
export const CAPITAL = facet('capital')
export const DETERMINED = facet('determined')

/** Fills in the facets above; those of the other language, and all of a name's, stay without a word. */
export function describeShape(
  reading: Reading,
  span: Span,
  kind: number,
  words: string,
  { codes }: Row,
): void {
  if (kind !== KIND.of.phrase && kind !== KIND.of.theme) return
  if (reading.lang === 'en') describeEnglish(reading, span, words, codes)
  else describeHan(words, codes)
}

function describeHan(words: string, codes: number[]): void {
  codes[STARTS.slot] = STARTS.of[startOf(words)]
  codes[ENDS.slot] = ENDS.of[endOf(words)]
  codes[LAST.slot] = LAST_CODES[words.charCodeAt(words.length - 1)] || LAST.of.other
}

const DETERMINERS = new Set('a an the this these those its their our his her all'.split(' '))
const SPACE = charSet(SPACES)

function describeEnglish({ folded, text }: Reading, span: Span, words: string, codes: number[]): void {
  codes[WORDS.slot] = Math.min(4, countWords(words))
  codes[PLURAL.slot] = Number(words.endsWith('s') && !NO_PLURAL.includes(words.at(-2) ?? ' '))
  codes[VERB_END.slot] = Number(endsLikeVerb(words, words.length))
  codes[VERB_START.slot] = Number(startsLikeVerb(words))
  const first = text.charCodeAt(span.start)
  codes[CAPITAL.slot] = Number(first >= 65 && first <= 90)
  codes[DETERMINED.slot] = Number(DETERMINERS.has(wordBefore(folded, span.start)))
}

/** What makes an s at the end no plural. */
const NO_PLURAL = 'sui'

const endsLikeVerb = (words: string, end: number): boolean =>
  words.endsWith('ing', end) || words.endsWith('ed', end) || words.endsWith('ly', end)

/** Whether the first word, which is of letters alone, ends so and says more than the ending. */
function startsLikeVerb(words: string): boolean {
  let end = 0
  while (end < words.length && isLower(words.charCodeAt(end))) end++
  if (end < words.length && words[end] !== ' ') return false
  return end > (words.endsWith('ing', end) ? 3 : 2) && endsLikeVerb(words, end)
}

/** Stretches of white space, and one more. */
function countWords(words: string): number {
  let count = 1
  for (let at = 1; at < words.length; at++)
    if (SPACE[words.charCodeAt(at)] === 1 && SPACE[words.charCodeAt(at - 1)] === 0) count++
  return count
}
