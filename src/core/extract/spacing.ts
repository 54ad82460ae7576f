import { readUnits } from '../text/units.ts'
import { countFirst } from './spans.ts'

/**
 * Chinese numbers that were spaced out, as by a scanner: 三千 八百 九十六 万, 百 分 之 五, 四 点 五 个 百 分 点. A list (一 二 三)
 * has no magnitude and keeps its spaces.
 */
const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
const UNIT = '十百千万亿兆拾佰仟'
const NUMERAL = `${DIGIT}${UNIT}0-9`

/** Each alternative is one gap; what stands around it is looked at, not taken. */
const GAPS = new RegExp(
  [
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
  ].join('|'),
  'g',
)
/** What stands on either side of any gap: bits by unit. */
const BEFORE = 1
const BEHIND = 2
const DIGIT_BEFORE = 4
const BEHIND_DIGIT = 8
const SIDES = new Uint8Array(0x10000)
for (const [units, bit] of [
  [`${DIGIT}${UNIT}分之点个又成余几`, BEFORE],
  [`${DIGIT}${UNIT}0123456789分之点个成折余几又`, BEHIND],
  ['0123456789', DIGIT_BEFORE],
  ['个点分成折', BEHIND_DIGIT],
] as const)
  for (const unit of units) SIDES[unit.charCodeAt(0)]! |= bit
const SPACE = 32
const LONGEST_GAP = 4

/** Whether a gap may stand anywhere: most texts have none, and are not looked at twice. */
function mayHaveGap(folded: string): boolean {
  const units = readUnits(folded)
  const { length } = folded
  for (let at = 1; at < length; at++) {
    if (units[at] !== SPACE) continue
    const before = SIDES[units[at - 1]!]!
    let end = at + 1
    while (end < length && units[end] === SPACE) end++
    const behind = end < length && end - at <= LONGEST_GAP ? SIDES[units[end]!]! : 0
    if ((before & BEFORE && behind & BEHIND) || (before & DIGIT_BEFORE && behind & BEHIND_DIGIT)) return true
    at = end
  }
  return false
}

/** A text without such gaps, and how to find a place of it in the text that had them; undefined where there is none. */
export function closeGaps(folded: string): { text: string; origin: (at: number) => number } | undefined {
  if (!mayHaveGap(folded)) return undefined
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
