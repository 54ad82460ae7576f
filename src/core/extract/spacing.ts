import { readUnits } from '../text/units.ts'
import { countFirst } from './spans.ts'

/**
 * Chinese numbers that were spaced out, as by a scanner: 三千 八百 九十六 万, 百 分 之 五, 四 点 五 个 百 分 点. A list (一 二 三)
 * has no magnitude and keeps its spaces.
 */
const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
const UNIT = '十百千万亿兆拾佰仟'
const NUMERAL = `${DIGIT}${UNIT}0-9`

/** The mark of a note between a number and what it counts: `9,000¹ pupils`, `68 [4] percent`; 10² is a power. */
const NOTE = ' ?\\[\\d{1,3}\\]|(?<=\\d{2})(?<!(?<!\\d)10) ?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}'

/** Each alternative is one gap; what stands around it is looked at, not taken. Most spaces stand behind none of the units asked for first. */
const GAPS = new RegExp(
  `(?<=[${NUMERAL}余几数点又分之个成])(?:${[
    // 三千 八百, 二十 亿, 十 余 万
    `(?<=[${DIGIT}${UNIT}余几数]) {1,2}(?=[${UNIT}余几][^\\u4e00-\\u9fff]?(?:[${NUMERAL}点余几 ]|$))`,
    `(?<=[${NUMERAL}] ?[${UNIT}]) {1,2}(?=[${DIGIT}](?:[${NUMERAL}点又 ]|$))`,
    // 四 点 五
    `(?<=[${NUMERAL}]) {1,2}(?=点 {0,2}[${NUMERAL}])`,
    `(?<=[${NUMERAL}] {0,2}点) {1,2}(?=[${NUMERAL}])`,
    // 三 又 二 分 之 一
    `(?<=[${NUMERAL}]) {1,2}(?=又 {0,2}[${NUMERAL}])`,
    `(?<=[${NUMERAL}] {0,2}又) {1,2}(?=[${NUMERAL}])`,
    `(?<=[${NUMERAL}]) {1,2}(?=分 {0,2}之)`,
    '(?<=分) {1,2}(?=之)',
    `(?<=分 {0,2}之) {1,2}(?=[${NUMERAL}负])`,
    // 六 个 百 分 点
    `(?<=[${NUMERAL}]) {1,4}(?=个? {0,2}百 {0,2}分 {0,2}点)`,
    '(?<=个) {1,2}(?=百 {0,2}分 {0,2}点)',
    '(?<=百) {1,2}(?=分 {0,2}[点之])',
    '(?<=分) {1,2}(?=点)',
    // 七 成 六
    `(?<=[${NUMERAL}]) {1,2}(?=[成折](?:[ ,，。;；]|$))`,
    `(?<=成) {1,2}(?=[${DIGIT}](?:[^\\u4e00-\\u9fff]|$))`,
    `(?<=\\d)(?:${NOTE})(?= ?[a-z%])`,
  ].join('|')})`,
  'g',
)
const HAS_GAP = new RegExp(
  `[${DIGIT}${UNIT}分之点个又成余几] {1,4}[${NUMERAL}分之点个成折余几又]|\\d {1,4}[个点分成折]|\\d(?:${NOTE}) ?[a-z%]`,
)

/** What a unit can be to a gap, as bits, each that of what may follow it shifted: a numeral, a space and a measure; a bracket and a digit. */
const BEFORE = 1
const SPACE = 2
const BEHIND = 4
const BRACKET = 16
const DIGIT_BEHIND = 32
/** A raised digit. */
const RAISED = 128
const KINDS = new Uint8Array(0x10000).fill(DIGIT_BEHIND, 0x30, 0x3a)
for (const [units, bit] of [
  [`${DIGIT}${UNIT}分之点个又成余几`, BEFORE],
  [' ', SPACE],
  ['个点分成折', BEHIND],
  ['[', BRACKET],
  ['¹²³⁴⁵⁶⁷⁸⁹⁰', RAISED],
] as const)
  for (const unit of units) KINDS[unit.charCodeAt(0)]! |= bit

/** Whether two units stand side by side of which every match of `HAS_GAP` has some, so that most texts are not searched. */
function mayHaveGap(folded: string): boolean {
  const units = readUnits(folded)
  const { length } = folded
  let before = 0
  for (let at = 0; at < length; at++) {
    const kind = KINDS[units[at]!]!
    if (((before << 1) & kind) !== 0 || kind === RAISED) return true
    before = kind
  }
  return false
}

/** A text without such gaps, and how to find a place of it in the text that had them; undefined where there is none. */
export function closeGaps(folded: string): { text: string; origin: (at: number) => number } | undefined {
  if (!mayHaveGap(folded) || !HAS_GAP.test(folded)) return undefined
  const gaps: { at: number; shift: number }[] = []
  let shift = 0
  const text = folded.replace(GAPS, (gap, at: number) => {
    gaps.push({ at: at - shift, shift: (shift += gap.length) })
    return ''
  })
  return shift === 0 ? undefined : { text, origin: (at) => at + shiftAt(gaps, at) }
}

/** How many units were left out before a place of the closed text. */
function shiftAt(gaps: { at: number; shift: number }[], at: number): number {
  const before = countFirst(gaps, (gap) => gap.at <= at)
  return before === 0 ? 0 : gaps[before - 1]!.shift
}
