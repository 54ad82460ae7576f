import type { Qualifier } from '../model/figure.ts'
import type { Span } from '../text/sentences.ts'
import { readBare } from './bare.ts'
import type { Block } from './document.ts'
import { readQualifier } from './qualifiers.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import type { Reading } from './reading.ts'
import { settle } from './settle.ts'
import { isHypothetical } from './supposed.ts'

/** A quantity that is a figure, with its sentence, its bound and the thing it counts. */
export interface Selected {
  quantity: Quantity
  qualifier: Qualifier
  sentence: Span
  /** The part of the sentence near the figure that rules look at: bounds the cost of text without punctuation. */
  scope: Span
  block: Block | undefined
  /** Span of the counted noun, for counts. */
  counted?: Span | undefined
}

/** How far from a figure its sentence is read, in UTF-16 units. */
const REACH = 400

/** Every quantity of a text, in order: the numbers with their units, figures or not. */
export const quantitiesOf = (reading: Reading): Quantity[] =>
  findQuantities(reading.folded, withNumbers(reading))

/** The quantities of a text that a reader could cite, by the rules of docs/figures.md, in order. */
export function selectQuantities(reading: Reading, quantities = quantitiesOf(reading)): Selected[] {
  const selected: Selected[] = []
  const hasTable = reading.blocks.some(({ kind }) => kind === 'table-row' || kind === 'table-head')
  /** Where the number of the last one ends, before what it counts. */
  let lastEnd = 0
  for (const quantity of quantities) {
    if (quantity.loose || (!hasTable && isPlainHan(reading.folded, quantity))) continue
    const last = selected.at(-1)
    const chosen = select(reading, quantity, last)
    if (!chosen) continue
    if (last) keepApart(last, lastEnd, chosen)
    selected.push(chosen)
    lastEnd = quantity.end
  }
  return selected
}

/** `Two of the five hospitals`: what both count is written with the second; the first ends with its number, at `end`. */
function keepApart(first: Selected, end: number, second: Selected): void {
  if (second.quantity.start < first.quantity.end) first.quantity = { ...first.quantity, end }
}

/** Addresses, and names that hold a number: `Claude Opus 4 — 96%` is no range, `GPT-4：80%` no score. In order. */
function withNumbers({ folded, addresses, entities }: Reading): readonly Span[] {
  const named = entities.filter(
    ({ start, end, kind }) => kind !== 'place' && end - start > 1 && /\d/.test(folded.slice(start, end)),
  )
  if (named.length === 0) return addresses
  return [...addresses, ...named].sort((a, b) => a.start - b.start)
}

/** 一 of 一直, 三 of 三方: outside of a table no rule of `readBare` takes a Chinese number without magnitude or unit. */
const isPlainHan = (folded: string, { bare, form, scaled, value, end }: Quantity) =>
  bare && form === 'han' && !scaled && value !== 0 && !/[a-z "“‘'’(\n\u00a0]/.test(folded[end] ?? '')

function select(reading: Reading, quantity: Quantity, before: Selected | undefined): Selected | undefined {
  const { folded } = reading
  const block = reading.blockAt(quantity.start)
  if (block?.kind === 'code' && !isProse(folded, block)) return undefined
  const sentence = reading.sentenceAt(quantity.start) ?? block
  if (!sentence || quantity.end > sentence.end) return undefined
  const scope = {
    start: Math.max(sentence.start, quantity.start - REACH),
    end: Math.min(sentence.end, quantity.end + REACH),
  }
  // most bare numbers are no figures, and a good part of those stand in names
  if (quantity.bare && isName(reading, quantity)) return undefined
  const place = { reading, quantity, sentence: scope, block, before }
  const settled = quantity.bare ? readBare(place) : settle(reading, quantity, scope, before?.quantity)
  if (!settled || isHypothetical(folded, settled.quantity, scope) || isRepeated(folded, quantity))
    return undefined
  if (isSectionNumber(reading, quantity, block) || isVersion(reading.text, quantity, block)) return undefined
  if (!quantity.bare && isName(reading, quantity)) return undefined
  if (reading.isMasked(quantity.start, maskEnd(folded, quantity))) return undefined
  if (
    isConfidence(folded, quantity) ||
    isInTitle(folded, quantity) ||
    isUnitNote(folded, quantity) ||
    isRateBase(folded, quantity)
  )
    return undefined
  if (isMargin(folded, quantity)) return undefined
  if (!settled.counted && isDenominator(folded, settled.quantity)) return undefined
  const nounEnd = settled.counted?.end ?? settled.quantity.end
  const qualifier = readQualifier(folded, settled.quantity, nounEnd)
  return {
    ...settled,
    sentence,
    scope,
    block,
    qualifier: qualifier === 'exact' ? shared(folded, settled.quantity, sentence, before) : qualifier,
  }
}

/** `## 6.3 Refusals`, `## 4 Results` beside `## 5 Limitations`: what a heading is counted by. */
function isSectionNumber(
  { text, blocks }: Reading,
  { start, end, form, value }: Quantity,
  block: Block | undefined,
) {
  if (block?.kind !== 'heading' || start !== block.start || form !== 'digits') return false
  const number = /^(\d{1,2})((?:\.\d{1,2}){0,3})\.?[ \t]+\p{Lu}/u.exec(text.slice(start, start + 16))
  if (!number || block.level === 1) return false
  if (number[2] !== '') return true
  const isNext = (other: Block) =>
    other.kind === 'heading' &&
    other.level === block.level &&
    [value - 1, value + 1].some((near) => text.startsWith(`${near} `, other.start))
  return end - start >= number[1]!.length && blocks.some(isNext)
}

const VERSIONED = /(?<![\p{L}\d.-])(\p{Lu}[\p{L}]{2,20}) $/u
/** Words that begin a sentence, and months, before a number that is none of a version. */
const NO_FAMILY =
  /^(?:The|These|Those|Over|Only|Just|Some|About|Around|Nearly|Almost|Roughly|Under|All|Another|With|From|For|And|But|Among|Between|After|Within|Until|Since|Top|Least|Than|Not|Our|His|Her|Its|Their|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)$/

/** How far around a number its name is looked for again, in UTF-16 units. */
const NAME_REACH = 6000

/** `Corvid 3 complied`, said again: a capitalised word that stands with one small number more than once, or heads a column, is a version's name. */
function isVersion(
  text: string,
  { start, end, form, unit, bare, value }: Quantity,
  block: Block | undefined,
): boolean {
  if (form !== 'digits' || (unit !== 'count' && !bare) || value >= 20 || text[start - 1] !== ' ') return false
  const word = VERSIONED.exec(text.slice(Math.max(0, start - 22), start))?.[1]
  if (!word || NO_FAMILY.test(word)) return false
  const number = /^\d{1,2}(?:\.\d{1,2})?(?![\d,.]*\d|%)/.exec(text.slice(start, end))?.[0]
  if (!number) return false
  if (block?.kind === 'table-head') return true
  const name = `${word} ${number}`
  const near = text.slice(Math.max(0, start - NAME_REACH), start + NAME_REACH)
  let found = 0
  for (let at = near.indexOf(name); at >= 0 && found < 2; at = near.indexOf(name, at + name.length))
    if (!/^(?:[\d%]|[.,]\d)/.test(near.slice(at + name.length, at + name.length + 2))) found++
  return found >= 2
}

/** 財損（億元）, 单位：万元: in what is measured, not how much. */
const isUnitNote = (folded: string, { start, end, form }: Quantity): boolean =>
  form === 'han' &&
  /[百千万亿兆]/.test(folded[start] ?? '') &&
  ((folded[start - 1] === '(' && folded[end] === ')') ||
    /单位:\s?$/.test(folded.slice(Math.max(0, start - 4), start)))

/** Longest title of a song or book, in UTF-16 units; a longer one between such marks is a headline, which may report. */
const LONGEST_TITLE = 14

/** 《56个民族新儿歌》: a title with a number is a name. */
function isInTitle(folded: string, { start, end, unit }: Quantity): boolean {
  if (unit === 'percent') return false
  const before = folded.slice(Math.max(0, start - LONGEST_TITLE), start)
  const opening = before.lastIndexOf('《')
  if (opening < 0 || before.includes('》', opening)) return false
  const closing = folded.slice(end, start - before.length + opening + LONGEST_TITLE).indexOf('》')
  return closing >= 0
}

/** `3.2 per 100,000.`: what a rate is given for, where nothing says of what. */
const isDenominator = (folded: string, { start, value, unit, maxValue }: Quantity): boolean =>
  unit === 'count' &&
  value >= 100 &&
  maxValue === undefined &&
  (folded[start - 1] === ' ' || folded[start - 1] === '每') &&
  Number.isInteger(Math.log10(value)) &&
  /(?:(?<![a-z])per|每) ?$/.test(folded.slice(Math.max(0, start - 5), start))

/** `68 [4] percent`: the mark of a note within a figure does not mask it. */
function maskEnd(folded: string, { start, end }: Quantity): number {
  const note = folded.slice(start, end).indexOf('[')
  return note > 0 ? start + note : end
}

/** `(95% CI)`, 95%置信区间: how sure an interval is, not a result. */
const isConfidence = (folded: string, { end, unit }: Quantity): boolean =>
  unit === 'percent' &&
  /^ ?(?:cis?|confidence intervals?|credible intervals?)(?![a-z])|^ ?的?(?:置信|信赖|可信)(?:区间|水平)/.test(
    folded.slice(end, end + 22),
  )

/** `63% ± 13%`: how far the value before may be off. */
const isMargin = (folded: string, { start }: Quantity): boolean =>
  (folded[start - 1] === '±' || folded[start - 2] === '±') &&
  /[\d%] *± ?$/.test(folded.slice(Math.max(0, start - 8), start))

const RATE_BASE = /^[百千万](?:单|人|次|户|件|台|公里|千米|辆)$/
const RATE_BEHIND = /^[\u4e00-\u9fff]{2,6}(?:为|是|约|仅|达|只有|不到|近)?[0-9]/

/** 千单差错4.8单, 百公里油耗6.5升: what a rate is reckoned on. */
const isRateBase = (folded: string, { start, end, form }: Quantity): boolean =>
  form === 'han' &&
  end - start <= 3 &&
  RATE_BASE.test(folded.slice(start, end)) &&
  !/[上数近过超逾几余]/.test(folded[start - 1] ?? '') &&
  RATE_BEHIND.test(folded.slice(end, end + 9))

/** 一毫米一毫米地, 三个三个地: bit by bit. */
function isRepeated(folded: string, { start, end, form }: Quantity): boolean {
  if (form !== 'han') return false
  const written = folded.slice(start, end)
  return (
    folded.startsWith(written, end) ||
    (start >= written.length && folded.startsWith(written, start - (end - start)))
  )
}

/** A fenced line that says something, with an amount or a share and none of the marks of a program. */
function isProse(folded: string, { start, end }: Block): boolean {
  const line = folded.slice(start, Math.min(end, start + REACH))
  return /[$€£¥]\d|\d%/.test(line) && !/[{}=<>;\\]|\w[([]\w*,|\w_\w|->|::/.test(line)
}

/** `up to €35 million or 7% of turnover`: one bound for both alternatives. */
function shared(folded: string, quantity: Quantity, sentence: Span, before: Selected | undefined): Qualifier {
  if (before?.sentence !== sentence || !['at_most', 'at_least'].includes(before.qualifier)) return 'exact'
  const between = folded.slice(before.quantity.end, quantity.start)
  return /^(?: in fines| fines|的?罚款)?,?\s?(?:or|或者?)\s?[^,;。]{0,14}$/.test(between)
    ? before.qualifier
    : 'exact'
}

/** Digits inside a name: a model (GPT-4, o3, Llama 3.1-70B), a word with digits (COVID-19, 4o, MP3). */
function isName(reading: Reading, quantity: Quantity): boolean {
  const { text, folded } = reading
  const inside = reading.entities.length > 0 && spanContaining(reading, quantity)
  if (
    inside &&
    !(
      (quantity.unit === 'count' || quantity.unit === 'duration') &&
      !quantity.bare &&
      quantity.end > inside.end + 0 &&
      quantity.form !== 'digits'
    )
  )
    return true
  if (quantity.form !== 'digits') return false
  const [one, two] = [text[quantity.start - 1] ?? '', text[quantity.start - 2] ?? '']
  if (quantity.bare && /^[a-z]/.test(folded.slice(quantity.end, quantity.end + 1)))
    return !quantity.scaled || /[kmbt]/.test(folded[quantity.end - 1]!)
  if (/[A-Za-z_]/.test(one) && !isLabelled(folded, quantity)) return quantity.unit !== 'money'
  if (
    /[-‑–.]/.test(one) &&
    /[A-Za-z0-9]/.test(two) &&
    !/^[\s]/.test(one) &&
    !(/\d/.test(two) && /[-–]/.test(one) && !quantity.bare)
  )
    return true
  return false
}

function spanContaining(reading: Reading, quantity: Quantity): Span | undefined {
  const around = reading.entitiesIn(Math.max(0, quantity.start - 60), quantity.end + 60)
  return around.find(
    (entity) =>
      entity.kind !== 'place' &&
      entity.start <= quantity.start &&
      entity.end > quantity.start &&
      entity.end - entity.start > 1,
  )
}

/** `Sandbaggers28个`: a whole Latin word of some length directly before a count with its measure word. */
function isLabelled(folded: string, quantity: Quantity): boolean {
  const word = /[a-z]{4,}$/.exec(folded.slice(Math.max(0, quantity.start - 24), quantity.start))
  return word !== null && !quantity.bare && quantity.unit !== 'other' && quantity.unit !== 'multiple'
}
