import type { Span } from '../text/sentences.ts'
import { ENGLISH_STOP, HAN_LEAD, HAN_PREDICATE } from './clause-words.ts'
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
  /[的了着过和与及或把被将对从向由给让比跟便,;。:、|()[\]{}!?\n"“”「」『』《》]|(?:以及|或者|其中|这些|那些|这[位名家款项种个篇份部套次]|那[位名家款项种个篇份部套次]|[该某]|一[位名家款项种个篇份部套])|(?<![a-z0-9.-])\d[\d.,]*\s?(?:[%万亿千百成倍]|个?百分点)*|[一二三四五六七八九十百千万亿几数两半]+(?:[个名位家款次种倍项部条篇座间所台辆枚份例起]|成(?!功|为|本|果|立|员|就)|分之[一二三四五六七八九十])/g
const ENGLISH_PARTING =
  /[,;。:|()[\]{}!?\n"“”]|(?<=[a-z])\. |(?<![a-z0-9.-])[\d$€£][\d.,]*(?:%| ?percent)?|(?<![a-z'’-])(?:an?|the|its|their|his|her|our|my|your|this|that|these|those|all|some|any|each|every|both|it|they|he|she|we|you|i|there|not|no|more|less|most|only|just|even|also|then|so|such|very|about|around|nearly|almost|over|under|between|among|during|after|before|through|across|against|without|within|into|onto|up|down|out|off|per|via|like|using|based|including|there's|it's|that's|than|until|since|despite|what|how|why|whether|today|now|them|him|us|me)(?![a-z'’-])/g

/** Verbs whose forms name nothing, so that one behind a noun begins a predicate. Base forms, sorted. */
const ENGLISH_VERBS =
  'achieve adapt adopt affect allow announce appear apply argue assess assume become begin behave believe belong bring build calculate carry cause choose claim classify come comply comprise confirm consider consist contain continue convince create decide decline decrease define deliver demonstrate deny describe detect determine develop differ discover discuss earn elicit emerge employ enable encourage ensure enter establish evade evaluate exceed exhibit exist expand expect explain explore express fail fall find follow gain generate get give go grow handle happen hide hold identify ignore illustrate imagine imply improve include increase indicate infer inform insist introduce investigate involve keep know lack lead learn leave let lie lose maintain make mean meet mention need obtain observe occur operate outperform perform persist predict prefer prevent prioritize produce propose protect prove provide publish pursue raise reach realize receive recognize recommend reduce refer refuse reject rely remain remove replace represent require resist respond retain reveal say seem sell send serve show solve spend stand start struggle submit succeed suggest surpass take tell tend think threaten try turn understand undergo urge use validate vary want warn write yield'.split(
    ' ',
  )
const ENGLISH_PREDICATE = new RegExp(
  `(?<=[a-z0-9'’)] )(?:${ENGLISH_VERBS.flatMap((verb) => formsOf(verb)).join('|')})(?![a-z'’-])`,
  'g',
)

/** fined, surveyed: a past form behind a noun; behind a determiner or an adverb it belongs to the noun (labeled prompts). */
const ENGLISH_PAST =
  /(?<=(?:[a-z]{3,}|\d)(?<!(?:ly|the|its|their|our|his|her|all|an|more|most|newly)) )[a-z]{2,}[^e\W]ed(?![a-z'’-])/g

/** achieves, achieved; tries, tried; irregular pasts stand in clause-words.ts. */
function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`]
  return [
    /(?:[sxz]|[cs]h|o)$/.test(verb) ? `${verb}es` : `${verb}s`,
    verb.endsWith('e') ? `${verb}d` : `${verb}ed`,
  ]
}

/** Noun phrases inside a stretch of folded text, in order; they do not overlap. */
export function findPhrases(folded: string, start: number, end: number): Span[] {
  const to = Math.min(end, start + STRETCH)
  const words = folded.slice(start, to)
  const isHan = /[\u4e00-\u9fff]/.test(words)
  const cuts = isHan
    ? cutsOf(words, HAN_PARTING, HAN_PREDICATE)
    : cutsOf(words, ENGLISH_PARTING, ENGLISH_STOP, ENGLISH_PREDICATE, ENGLISH_PAST)
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
