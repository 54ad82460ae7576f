import type { Span } from '../text/sentences.ts'
import { ENGLISH_STOP, HAN_LEAD, HAN_PREDICATE } from './clause-words.ts'
import { ENGLISH_BARE, ENGLISH_PAST, ENGLISH_PREDICATE } from './english-verbs.ts'
import { HAN_NOUNS, HAN_VERBS } from './han-lexicon.ts'
import { isNominal } from './nominal.ts'

/**
 * Noun phrases by what cannot be inside one: the stretches between marks, predicates, particles and conjunctions, without a
 * parser. They are candidates among which a ranking chooses, so one too many does no harm. Folded text.
 */

/** Longest phrase, in UTF-16 units, and longest stretch that is read at once. */
const LONGEST = 32
const STRETCH = 400

const HAN_PARTING =
  /[的了着过和与及或把被将对从向由给让比跟便,;。:、|()[\]{}!?\n"“”「」『』《》]|(?:以及|或者|其中|这些|那些|这[位名家款项种个篇份部套次]|那[位名家款项种个篇份部套次]|一[位名家款项种个篇份部套])|(?<![a-z0-9.-])\d[\d.,]*\s?(?:[%万亿千百成倍]|个?百分点)*|[一二三四五六七八九十百千万亿几数两半]+(?:[个名位家款次种倍项部条篇座间所台辆枚份例起]|成(?!功|为|本|果|立|员|就)|分之[一二三四五六七八九十])/g
const ENGLISH_PARTING =
  /[,;。:|()[\]{}!?\n"“”]|(?<=[a-z])\. |(?<![a-z0-9.-])[\d$€£][\d.,]*(?:%| ?percent)?|(?<![a-z'’-])(?:an?|the|its|their|his|her|our|my|your|this|that|these|those|all|some|any|each|every|both|it|they|he|she|we|you|i|there|not|no|more|less|most|only|just|even|also|then|so|such|very|about|around|nearly|almost|over|under|between|among|during|after|before|through|across|against|without|within|into|onto|up|down|out|off|per|via|like|using|based|including|there's|it's|that's|than|until|since|despite|what|how|why|whether|today|now|them|him|us|me)(?![a-z'’-])/g

/** Noun phrases inside a stretch of folded text, in order; they do not overlap. */
export function findPhrases(folded: string, start: number, end: number): Span[] {
  const to = Math.min(end, start + STRETCH)
  const words = folded.slice(start, to)
  const isHan = /[\u4e00-\u9fff]/.test(words)
  const cuts = isHan
    ? cutsOf(words, HAN_PARTING, HAN_PREDICATE)
    : cutsOf(words, ENGLISH_PARTING, ENGLISH_STOP, ENGLISH_PREDICATE, ENGLISH_PAST, ENGLISH_BARE)
  const phrases: Span[] = []
  let from = 0
  for (const cut of [...cuts, { start: words.length, end: words.length }]) {
    if (cut.start > from) keep(words, from, cut.start, start, isHan, phrases)
    from = Math.max(from, cut.end)
  }
  return phrases
}

/** All matches from the beginning; `matchAll` would make a copy of the pattern each time. */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return matches
}

function cutsOf(words: string, ...patterns: RegExp[]): Span[] {
  const cuts: Span[] = []
  for (const pattern of patterns)
    for (const match of matchesOf(pattern, words))
      cuts.push({ start: match.index, end: match.index + match[0].length })
  return cuts.sort((a, b) => a.start - b.start)
}

function keep(words: string, from: number, to: number, base: number, isHan: boolean, phrases: Span[]): void {
  let [start, end] = [from, to]
  while (start < end && /[\s*_`~≈<>'‘’“”"·—–-]/.test(words[start]!)) start++
  if (isHan) {
    const measure = /^(?:[个名位家款次种项部条篇座间台辆枚份例]|分钟|小时)(?=..)/.exec(
      words.slice(start, start + 4),
    )
    if (measure && from > 0 && /[\d\s十百千万亿]$/.test(words.slice(0, start))) start += measure[0].length
    const lead = HAN_LEAD.exec(words.slice(start, Math.min(end, start + 12)))
    if (lead && lead[0].length < end - start) start += lead[0].length
  }
  while (end > start && /[\s*_`~≈<>'‘’“”"·—–-]/.test(words[end - 1]!)) end--
  if (isHan) end = withoutVerb(words, start, end)
  if (end - start < 2 || end - start > LONGEST) return
  const written = words.slice(start, end)
  if (/^[\d.,%\s$€£]+/.test(written) || !isNominal(written)) return
  phrases.push({ start: base + start, end: base + end })
}

/** 他们系统梳理 without its verb; a phrase that is nothing but a verb stays, since it may be a name for an act. */
function withoutVerb(words: string, start: number, end: number): number {
  let stop = end
  while (
    stop - start >= 4 &&
    HAN_VERBS.has(words.slice(stop - 2, stop)) &&
    !HAN_NOUNS.has(words.slice(stop - 2, stop))
  )
    stop -= 2
  return stop
}

/** What the last two characters of a phrase are; of a Latin phrase nothing is known. */
export function endOf(written: string): 'noun' | 'verb' | 'other' {
  const last = written.slice(-2)
  if (HAN_NOUNS.has(last)) return 'noun'
  return HAN_VERBS.has(last) ? 'verb' : 'other'
}

export function startOf(written: string): 'noun' | 'verb' | 'other' {
  const first = written.slice(0, 2)
  if (HAN_VERBS.has(first)) return 'verb'
  return HAN_NOUNS.has(first) ? 'noun' : 'other'
}
