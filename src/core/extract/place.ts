import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { clauseAt } from './clauses.ts'
import { leadOf } from './focus.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

/** What all candidates for the subject or metric of one figure share: the figure's surroundings as a few classes. */
export interface Place {
  reading: Reading
  one: Selected
  last: Binding | undefined
  clause: Span
  /** Class of the unit; a cell of a table is a class of its own. */
  unit: string
  /** Classes of the words that touch the figure on either side. */
  left: string
  right: string
  isHan: boolean
  /** Whose pronoun stands before the figure, and how near. */
  person: string
  /** The figure restates in brackets the one before it. */
  restates: boolean
  /** The noun phrase that the clause, and the sentence, begins with. */
  clauseLead: Span | undefined
  sentenceLead: Span | undefined
}

export function readPlace(reading: Reading, one: Selected, done: readonly Binding[]): Place {
  const clause = clauseAt(reading.folded, one.scope, one.quantity.start)
  const last = done.at(-1)
  return {
    reading,
    one,
    last,
    clause,
    unit: unitClass(one),
    left: leftClass(reading, one),
    right: rightClass(reading, one),
    isHan: reading.lang !== 'en',
    person: personClass(reading, clause, one),
    restates: isRestated(reading, one, last),
    clauseLead: leadOf(reading, clause.start, one.quantity.start),
    sentenceLead: leadOf(reading, one.scope.start, one.quantity.start),
  }
}

function unitClass({ quantity, counted, block }: Selected): string {
  if (block?.kind === 'table-row') return 'cell'
  if (['percent', 'fraction', 'percentage_point'].includes(quantity.unit)) return 'share'
  return quantity.unit === 'count' && counted ? 'counted' : quantity.unit
}

/** Named patterns; the first that matches names the class. */
type Classes = readonly (readonly [name: string, pattern: RegExp])[]

const classOf = (classes: Classes, words: string): string =>
  classes.find(([, pattern]) => pattern.test(words))?.[0] ?? 'word'

const LEFT: Classes = [
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

/** Reach of the words before and behind a figure that give their class, in UTF-16 units. */
const REACH_LEFT = 24
const REACH_RIGHT = 16

function leftClass({ folded }: Reading, { quantity, scope }: Selected): string {
  return classOf(LEFT, folded.slice(Math.max(scope.start, quantity.start - REACH_LEFT), quantity.start))
}

const RIGHT: Classes = [
  ['share', /^\s?(?:以上|左右)?(?:的(?=.)|(?:of )(?:all |the |its |their |these |those )*)/],
  ['close', /^\s?[)）\]]/],
  ['end', /^[\s"”」*+]*(?:[,;。:.|]|$)/],
  ['joined', /^\s?(?:和|与|及|、|或|and |or )/],
]

function rightClass({ folded }: Reading, { quantity, scope, counted }: Selected): string {
  if (counted) return 'noun'
  return classOf(RIGHT, folded.slice(quantity.end, Math.min(scope.end, quantity.end + REACH_RIGHT)))
}

const FIRST_PERSON = /我(?!国)|(?<![a-z'’])(?:i|we|my|our|i['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))(?![a-z])/
const THIRD_PERSON = /[他她它]|(?<![a-z'’])(?:he|she|his|her|it|they|their|him|them)(?![a-z])/

function personClass({ folded }: Reading, clause: Span, { quantity, scope }: Selected): string {
  for (const [where, start] of [
    ['clause', clause.start],
    ['sentence', scope.start],
  ] as const) {
    const words = folded.slice(start, quantity.start)
    if (FIRST_PERSON.test(words)) return `first ${where}`
    if (THIRD_PERSON.test(words)) return `third ${where}`
  }
  return 'nobody'
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

/** A class of the words that touch a candidate, as it begins the names of features: alone and before more. */
export interface Touching {
  mark: string
  joined: string
}

const touchingOf = (classes: Classes, sign: string) =>
  classes.map(([name, pattern]) => ({ mark: `${sign}${name}`, joined: `${sign}${name}|`, pattern }))
const TOUCHES_BEFORE = touchingOf(BEFORE, '<')
const TOUCHES_BEHIND = touchingOf(BEHIND, '>')

/** Classes of the words that touch a candidate: `<of`, `>says`. Several may hold. */
export function readTouching(folded: string, span: Span): Touching[] {
  const left = folded.slice(Math.max(0, span.start - 10), span.start)
  const right = folded.slice(span.end, span.end + 12)
  return [
    ...TOUCHES_BEFORE.filter(({ pattern }) => pattern.test(left)),
    ...TOUCHES_BEHIND.filter(({ pattern }) => pattern.test(right)),
  ]
}

/** Four sizes of a phrase; an English character weighs less. */
export function sizeOf(span: Span, isHan: boolean): string {
  const size = (span.end - span.start) / (isHan ? 1 : 2.5)
  return size < 3 ? 'tiny' : size < 7 ? 'short' : size < 13 ? 'middle' : 'long'
}
