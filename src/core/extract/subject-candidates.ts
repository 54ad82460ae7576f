import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { charSet, isHanUnit, unitAt } from './char-set.ts'
import { clauseAt } from './clauses.ts'
import { isLower } from './english-words.ts'
import { several } from './features.ts'
import { OWNER } from './metric.ts'
import { isNoNoun } from './nominal.ts'
import { startOfOpinion } from './opinion.ts'
import { type Candidate, CandidateList } from './ranking.ts'
import { type Reading, sentencesBefore, spanAt } from './reading.ts'
import type { Selected } from './selection.ts'
import { isThemeSpan } from './span-facts.ts'
import { ANSWERS, type Answer, type Rule, type SubjectReading } from './subject-rule.ts'

/** Sentences before a figure's own from which names and themes are candidates, and blocks in which a heading is looked for. */
const SENTENCES_BACK = 3
const BLOCKS_BACK = 12

const SEARCHES = [
  'none',
  'first',
  'name',
  'phrase',
  'owner of phrase',
  'counted noun',
  'theme before',
  'turn speaker',
  'i leads',
  'i clause',
  'i sentence',
  'we leads',
  'we clause',
  'we sentence',
  'i speaks',
  'we speaks',
  'own pronoun',
  'last subject',
  'topic',
  'heading name',
  'heading phrase',
] as const
const firstOf = <A extends Answer>(answer: A) => `first:${answer}` as const

/** Which rules and searches found a candidate, and which rule answered first. */
export const FOUND_BY = several(...SEARCHES, ...ANSWERS, ...ANSWERS.map(firstOf))
const BY = FOUND_BY.of
const BY_FIRST = new Map(ANSWERS.map((answer) => [answer, BY[firstOf(answer)]]))

/** Everything that may be the subject of a figure: what each rule says, and the names and phrases around. */
export function findSubjects(
  reading: Reading,
  one: Selected,
  done: Binding[],
  rules: readonly Rule[],
  distributed: SubjectReading | undefined,
): Candidate[] {
  const list = findNear(reading, one, done, rules, distributed)
  addFar(list, reading, one)
  return list.all
}

/** What the rules say, the names and phrases of the figure's own sentence, its voices, and what the text goes on about. */
export function findNear(
  reading: Reading,
  one: Selected,
  done: Binding[],
  rules: readonly Rule[],
  distributed: SubjectReading | undefined,
): CandidateList {
  const list = new CandidateList(reading, one.quantity, BY.none)
  const answers = askRules(reading, one, done, rules, distributed)
  if (answers.length === 1 && SURE.has(answers[0]!.rule)) {
    list.settle(sureCandidate(reading, answers[0]!))
    return list
  }
  addAnswers(list, answers)
  addSentence(list, reading, one)
  const voice = turnSpeaker(reading, one)
  if (voice) list.add(voice, BY['turn speaker'])
  addOwn(list, reading, one, voice)
  const last = done.at(-1)
  if (last?.subject) list.add(last.subject, BY['last subject'])
  const topic = reading.topicOf(one.block, one.quantity.start)
  if (topic) list.add(topic, BY.topic)
  return list
}

/** What the rules say, in order; nothing else once the first to answer is one that leaves no choice. */
function askRules(
  reading: Reading,
  one: Selected,
  done: Binding[],
  rules: readonly Rule[],
  distributed: SubjectReading | undefined,
): SubjectReading[] {
  if (distributed) return [distributed]
  const answers: SubjectReading[] = []
  for (const rule of rules) {
    const answer = rule(reading, one, done)
    if (!answer) continue
    answers.push(answer)
    if (answers.length === 1 && SURE.has(answer.rule)) break
  }
  return answers
}

/** Adds the names and themes of the sentences before, and those of the heading. */
export function addFar(list: CandidateList, reading: Reading, one: Selected): void {
  if (list.isSettled) return
  addBefore(list, reading, one)
  addHeading(list, reading, one)
}

/**
 * Rules that leave no choice when they are the first to answer. `fit-binding.ts --rules` counts how often they are right in
 * annotated articles: those that answer often, in nine of ten and more; `asked`, `among` and `continuation` answer seldom.
 */
const SURE: ReadonlySet<Answer> = new Set([
  'adjacent',
  'among',
  'antecedent',
  'asked',
  'blamed',
  'bracket entity',
  'change',
  'column head',
  'composed',
  'continuation',
  'deed',
  'described',
  'group',
  'heading',
  'introduction',
  'item',
  'joined',
  'label',
  'name behind',
  'parallel',
  'place',
  'respectively',
  'restated',
  'row head',
  'share of',
  'superlative',
  'table',
  'touching',
])

function sureCandidate(reading: Reading, { subject, metric, goesOn, rule }: SubjectReading): Candidate {
  return { span: subject && spanOfWords(reading, subject), rules: [BY[rule]], metric, goesOn }
}

/** `Tarn-XL ` before 是28% without its space. */
function spanOfWords(reading: Reading, { start, end }: Span) {
  const words = reading.folded.slice(start, end)
  return reading.spanOf(end - words.trimStart().length, start + words.trimEnd().length)
}

/** The rules go from the surest to the weakest: which one answers first is evidence of its own. */
function addAnswers(list: CandidateList, answers: readonly SubjectReading[]): void {
  for (let index = 0; index < answers.length; index++) {
    const { subject, metric, rule } = answers[index]!
    list.add(subject, BY[rule], metric)
    if (index > 0) continue
    list.add(subject, BY.first)
    list.add(subject, BY_FIRST.get(rule)!)
  }
}

function addSentence(list: CandidateList, reading: Reading, one: Selected): void {
  const { scope, counted, quantity } = one
  const end = Math.min(scope.end, startOfOpinion(reading.folded, one))
  for (const name of reading.namesIn(scope.start, end))
    if (!isSetAgainst(reading, name, quantity)) list.add(name, BY.name)
  for (const phrase of reading.phrasesIn(scope.start, scope.end)) {
    if (
      phrase.start >= end ||
      isNoNoun(reading.folded.slice(phrase.start, phrase.end)) ||
      pointsBack(reading, phrase) ||
      isSetAgainst(reading, phrase, quantity) ||
      (counted && isPlace(reading, quantity, phrase)) ||
      isFound(reading, quantity, phrase)
    )
      continue
    list.addKnown(phrase, BY.phrase)
    const owner =
      isHanUnit(reading.folded.charCodeAt(phrase.start)) &&
      OWNER.exec(reading.folded.slice(phrase.start, phrase.end))?.[0]
    if (owner) list.add({ start: phrase.start, end: phrase.start + owner.length }, BY['owner of phrase'])
  }
  if (counted && !isPlace(reading, quantity, counted)) list.add(counted, BY['counted noun'])
}

const AGAINST = / (?:compared (?:with|to)|unlike|relative to) (?:the |its )?$/

/** `Compared with Larch 1, the new model completes 71%`: what a sentence sets its subject against, before its comma. */
const isSetAgainst = ({ folded, lang }: Reading, { start, end }: Span, figure: Span): boolean =>
  lang === 'en' &&
  end < figure.start &&
  folded.startsWith(', ', end) &&
  AGAINST.test(` ${folded.slice(Math.max(0, start - 20), start)}`)

/** 41%的回答存在错误: what some have is not what the share is of. */
const isFound = ({ folded }: Reading, figure: Span, { start }: Span): boolean =>
  start > figure.end &&
  (folded.startsWith('存在', start - 2) || folded.startsWith('含有', start - 2)) &&
  folded.startsWith('的', figure.end)

/** `在26个测试环境里，`: what is counted is where something happened, not what the count is about. */
function isPlace({ folded }: Reading, figure: Span, { start, end }: Span): boolean {
  if (start < figure.start || start > figure.end + 2 || folded[figure.start - 1] !== '在') return false
  return /^[里中内上],/.test(folded.slice(end, end + 2)) || /[里中内上]$/.test(folded.slice(start, end))
}

/** `for that model`: one word that only points to what was named before, which is a candidate itself. */
function pointsBack({ folded, lang }: Reading, { start, end }: Span): boolean {
  if (lang !== 'en' || !(folded.endsWith('this ', start) || folded.endsWith('that ', start))) return false
  return !isLower(unitAt(folded, start - 6)) && !folded.slice(start, end).includes(' ')
}

function addBefore(list: CandidateList, reading: Reading, { sentence, block }: Selected): void {
  for (const [between, { start, end }] of sentencesBefore(reading, sentence, SENTENCES_BACK).entries()) {
    for (const name of reading.namesIn(start, end)) if (name.kind !== 'place') list.add(name, BY.name)
    if (block && start < block.start && between > 0) return
    for (const phrase of reading.phrasesIn(start, end))
      if (isThemeSpan(reading, phrase)) list.addKnown(phrase, BY['theme before'])
  }
}

const OWN = /我们?(?!国)|(?<![a-z'’])(?:i|we)(?![a-z])/y
const OPENS_OWN = charSet('我iw')

/** The last pronoun of somebody who speaks of himself. */
function lastOwn(words: string): Span | undefined {
  for (let start = words.length - 1; start >= 0; start--) {
    if (OPENS_OWN[words.charCodeAt(start)] !== 1) continue
    OWN.lastIndex = start
    if (OWN.test(words)) return { start, end: OWN.lastIndex }
  }
  return undefined
}

/** 我去过28个国家, `we tested 16 models`: who speaks of himself, by his name where the turn says it. */
function addOwn(list: CandidateList, reading: Reading, one: Selected, voice: Span | undefined): void {
  const { scope, quantity } = one
  const found = lastOwn(reading.folded.slice(scope.start, quantity.start))
  if (!found) return
  const own = { start: scope.start + found.start, end: scope.start + found.end }
  const behind = own.start - clauseAt(reading.folded, scope, quantity.start).start
  const who = own.end - own.start === 1 ? 'i' : 'we'
  const where = behind < 0 ? 'sentence' : behind <= 2 ? 'leads' : 'clause'
  list.add(own, BY[`${who} ${where}`])
  list.add(own, BY['own pronoun'])
  if (!voice) return
  list.add(voice, BY[`${who} ${where}`])
  list.add(voice, BY[`${who} speaks`])
}

/** The name before the colon of the turn in which a figure stands. */
function turnSpeaker(reading: Reading, { quantity }: Selected): Span | undefined {
  const turn = spanAt(reading.turns, quantity.start)
  if (!turn?.speaker) return undefined
  const start = reading.text.lastIndexOf(turn.speaker, turn.start)
  return start >= 0 && turn.start - start < 80 ? { start, end: start + turn.speaker.length } : undefined
}

function addHeading(list: CandidateList, reading: Reading, { block }: Selected): void {
  const index = block ? reading.blockIndex(block) : 0
  for (let back = 1; back <= BLOCKS_BACK && index - back >= 0; back++) {
    const { kind, start, end } = reading.blocks[index - back]!
    if (kind !== 'heading') continue
    for (const name of reading.namesIn(start, end)) list.add(name, BY['heading name'])
    for (const phrase of reading.phrasesIn(start, end)) list.addKnown(phrase, BY['heading phrase'])
    return
  }
}
