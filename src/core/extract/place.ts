import { UNITS } from '../model/kinds.ts'
import type { Span } from '../text/sentences.ts'
import { type Marked, readMarked } from './between.ts'
import type { Binding } from './binding.ts'
import { charSet, holdsAny, unitAt } from './char-set.ts'
import { clauseAt } from './clauses.ts'
import { isLower } from './english-words.ts'
import { facet, Row, several } from './features.ts'
import { leadOf } from './focus.ts'
import { GateList } from './gates.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** What all candidates for the subject or metric of one figure share: the figure's surroundings, the first four as classes. */
export interface Place {
  /** Codes of `UNIT`, `LEFT`, `RIGHT` and `PERSON`. */
  unit: number
  left: number
  right: number
  person: number
  reading: Reading
  one: Selected
  last: Binding | undefined
  clause: Span
  isHan: boolean
  /** The figure restates in brackets the one before it. */
  restates: boolean
  /** The noun phrase that the clause, and the sentence, begins with. */
  clauseLead: Span | undefined
  sentenceLead: Span | undefined
  /** Marks and predicates in the figure's scope; absent before somebody has asked. */
  marked: Marked | undefined
}

/** The surroundings of a figure; `last` is the one before it. */
export function readPlace(reading: Reading, one: Selected, last: Binding | undefined): Place {
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  return {
    unit: unitOf(one),
    left: leftOf(reading, one),
    right: rightOf(reading, one),
    person: personOf(reading, clause, one),
    reading,
    one,
    last,
    clause,
    isHan: reading.lang !== 'en',
    restates: isRestated(reading, one, last),
    clauseLead: leadOf(reading, clause.start, one.quantity.start),
    sentenceLead: leadOf(reading, one.scope.start, one.quantity.start),
    marked: undefined,
  }
}

/** Marks and predicates of the scope, read when first asked for. */
export const markedOf = (place: Place): Marked =>
  (place.marked ??= readMarked(place.reading, place.one.scope))

/** The one row of all places, which are held for many texts at once: a row of each took more room than all else of them. */
let row: Row | undefined

/** A row that tells of a place, on which what is known of a candidate is written over that of the one before. */
export function rowOf({ unit, left, right, person }: Place): Row {
  row ??= new Row()
  const { codes } = row
  codes[UNIT.slot] = unit
  codes[LEFT.slot] = left
  codes[RIGHT.slot] = right
  codes[PERSON.slot] = person
  return row
}

/** Class of the unit; a cell of a table is a class of its own. */
export const UNIT = facet('cell', 'share', 'counted', ...UNITS)

function unitOf({ quantity: { unit }, counted, block }: Selected): number {
  if (block?.kind === 'table-row') return UNIT.of.cell
  if (unit === 'percent' || unit === 'fraction' || unit === 'percentage_point') return UNIT.of.share
  return unit === 'count' && counted ? UNIT.of.counted : UNIT.of[unit]
}

/** Named patterns; the first that matches names the class. */
type Classes = readonly (readonly [name: string, pattern: RegExp])[]

const gatesOf = (classes: Classes) => new GateList(classes.map(([, pattern]) => pattern))

/** `word` is the class of all that no pattern knows. */
const facetOf = (classes: Classes) => facet(...classes.map(([name]) => name), 'word')

const LEFT_CLASSES: Classes = [
  ['open', /[(（[]\s?[^(,;]{0,12}$/],
  [
    'start',
    /(?:^|[,;。:\n|])[\s"“「*~≈]*(?:有|约|近|仅|只有|超过|其中|另有|还有|and |but |about |around |nearly |some |only |over |more than |at least |just |while )*$/,
  ],
  [
    'metric',
    /(?:率|比例|分数|得分|概率|可能性|占比|rate|score|probability|share|accuracy|chance|risk)\s?(?:[的为是达高至到约近超过仅只有了]|is|was|of|at|to|from|about|around|nearly|only|just|over|\s)*$/,
  ],
  ['owned', /(?:的|['’]s )\s?$/],
  ['verb', /(?:了|到|至|达|着|过|出|为|是)\s?(?:约|近|超过|逾|大约|至少|全部|所有|其他)?\s?$/],
  [
    'preposition',
    /(?:在|从|以|由|对|把|将|于|用|向|按|(?<![a-z])(?:in|of|on|at|from|to|with|by|for|within|over|after|across|than|between))\s?(?:the |a |an |all |about |around |nearly |at least |just |only )*$/,
  ],
  ['joined', /(?:和|与|及|、|或|(?<![a-z])(?:and|or))\s?$/],
]

/** Class of the words that touch the figure on its left. */
export const LEFT = facetOf(LEFT_CLASSES)
const LEFT_GATES = gatesOf(LEFT_CLASSES)

/** Reach of the words before and behind a figure that give their class, in UTF-16 units. */
const REACH_LEFT = 24
const REACH_RIGHT = 16

function leftOf({ folded }: Reading, { quantity, scope }: Selected): number {
  return (
    1 + LEFT_GATES.first(folded.slice(Math.max(scope.start, quantity.start - REACH_LEFT), quantity.start))
  )
}

const RIGHT_CLASSES: Classes = [
  ['share', /^\s?(?:以上|左右)?(?:的(?=.)|(?:of )(?:all |the |its |their |these |those )*)/],
  ['close', /^\s?[)）\]]/],
  ['end', /^[\s"”」*+]*(?:[,;。:.|]|$)/],
  ['joined', /^\s?(?:和|与|及|、|或|and |or )/],
]

/** Class of the words that touch the figure on its right; what it counts is a class of its own. */
export const RIGHT = facet(...RIGHT_CLASSES.map(([name]) => name), 'word', 'noun')
const RIGHT_GATES = gatesOf(RIGHT_CLASSES)

function rightOf({ folded }: Reading, { quantity, scope, counted }: Selected): number {
  if (counted) return RIGHT.of.noun!
  return 1 + RIGHT_GATES.first(folded.slice(quantity.end, Math.min(scope.end, quantity.end + REACH_RIGHT)))
}

/** Whose pronoun stands before the figure, and how near. */
export const PERSON = facet('nobody', 'first clause', 'third clause', 'first sentence', 'third sentence')
const FIRST_PERSON = /我(?!国)|(?<![a-z'’])(?:i|we|my|our|i['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))(?![a-z])/
const THIRD_PERSON = /[他她它]|(?<![a-z'’])(?:he|she|his|her|it|they|their|him|them)(?![a-z])/

/** The units with which one of these begins. */
const OPENS_PERSON = charSet('我他她它iwmohst')

function personOf({ folded }: Reading, clause: Span, { quantity, scope }: Selected): number {
  const words = folded.slice(scope.start, quantity.start)
  if (!holdsAny(OPENS_PERSON, words)) return PERSON.of.nobody
  const isFirst = FIRST_PERSON.test(words)
  const isThird = THIRD_PERSON.test(words)
  if (!isFirst && !isThird) return PERSON.of.nobody
  const near = folded.slice(clause.start, quantity.start)
  if (isFirst && FIRST_PERSON.test(near)) return PERSON.of['first clause']
  if (isThird && THIRD_PERSON.test(near)) return PERSON.of['third clause']
  return isFirst ? PERSON.of['first sentence'] : PERSON.of['third sentence']
}

/** `三分之二（64%）的组织`, `288名（36.9%）`: the same share or part in other words. */
function isRestated(
  { folded }: Reading,
  { quantity, sentence }: Selected,
  last: Binding | undefined,
): boolean {
  if (last?.sentence !== sentence) return false
  const from = Math.max(last.quantity.end, last.counted?.end ?? 0)
  return /^[^,;。]{0,8}\($/.test(folded.slice(from, quantity.start).trim())
}

/** Whether two spans are one place. */
export const isSame = (a: Span | undefined, b: Span): boolean =>
  a !== undefined && a.start === b.start && a.end === b.end

const BEFORE: Classes = [
  ['in', /(?:在|于|(?<![a-z])(?:in|on|at|within|across))\s?(?:the )?$/],
  ['of', /(?<![a-z])(?:of|for|among)\s(?:the |all |these |those )*$/],
  ['by', /(?:由|被|据|根据|按|(?<![a-z])(?:by|to|from|per))\s?(?:the )?$/],
  ['than', /(?:比|于|较|(?<![a-z])(?:than|versus|vs\.?|over))\s?(?:the )?$/],
  ['of Han', /的\s?$/],
  ['object', /(?:了|着|过|对|将|把|向|给|为)\s?$/],
  ['joined', /(?:和|与|及|、|(?<![a-z])(?:and|or))\s?$/],
]
const BEHIND: Classes = [
  ['owns', /^(?:的|之|['’]s )/],
  ['in', /^(?:中|里|上|内|方面|当中|之中)/],
  [
    'says',
    /^(?:表示|指出|称|认为|说|发现|透露|警告|宣布|公布|发布|估计| (?:said|says|found|reported|estimates?|wrote|told))/,
  ],
  ['comma', /^["”」]?\s?[,:]/],
  ['joined', /^(?:和|与|及|、| (?:and|or) )/],
  [
    'predicate',
    /^(?:是|为|有|已|将|会|在|也|都|仅|只|达|占|从|被| (?:is|are|was|were|has|have|had|will|can|could|scored|reached|rose|fell|blackmailed|chose|received|failed|succeeded))/,
  ],
]

/** Classes of the words that touch a candidate: `<of`, `>says`. Several may hold. */
export const TOUCHES = several(...BEFORE.map(([name]) => `<${name}`), ...BEHIND.map(([name]) => `>${name}`))

const BEFORE_GATES = gatesOf(BEFORE)
const BEHIND_GATES = gatesOf(BEHIND)

/** The English words that may end what touches a candidate on its left. */
const TOUCHING: ReadonlySet<string> = new Set(
  BEFORE.flatMap(([, { source }]) => source.match(/(?<!\[)[a-z]{2,}/g) ?? []),
)

/** Whether a word stands before an offset, with or without a space, of which no class of `BEFORE` has any. */
function isBehindOtherWord(folded: string, at: number): boolean {
  const end = unitAt(folded, at - 1) === SPACE ? at - 1 : at
  let start = end
  while (start > at - LONGEST_TOUCHING && isLower(unitAt(folded, start - 1))) start--
  return start < end && !TOUCHING.has(folded.slice(start, end))
}

const SPACE = 32
/** Reach of a word that is looked up, and its space. */
const LONGEST_TOUCHING = 8

/** Codes of `TOUCHES`: the words that touch a span before and behind. */
export function readTouches(folded: string, span: Span): number[] {
  const codes: number[] = []
  const { start, end } = span
  if (BEFORE_GATES.mayMatch(unitAt(folded, start - 1)) && !isBehindOtherWord(folded, start))
    BEFORE_GATES.addAll(folded.slice(Math.max(0, start - 10), start), 1, codes)
  if (BEHIND_GATES.mayMatch(unitAt(folded, end)))
    BEHIND_GATES.addAll(folded.slice(end, end + 12), 1 + BEFORE.length, codes)
  return codes
}

/** Four sizes of a phrase; an English character weighs less. */
export const SIZE = facet('tiny', 'short', 'middle', 'long')

/** Code of `SIZE`. */
export function sizeOf(span: Span, isHan: boolean): number {
  const size = (span.end - span.start) / (isHan ? 1 : 2.5)
  return size < 3 ? SIZE.of.tiny : size < 7 ? SIZE.of.short : size < 13 ? SIZE.of.middle : SIZE.of.long
}
