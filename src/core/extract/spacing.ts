import { unitAt } from './char-set.ts'
import { countFirst } from './spans.ts'
import { buildUnitTest } from './unit-test.ts'

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
    `(?<=[${NUMERAL}]) {1,2}(?=[成折](?![果功員员]))`,
    `(?<=成) {1,2}(?=[${DIGIT}](?:[^\\u4e00-\\u9fff]|$))`,
    `(?<=\\d)(?:${NOTE})(?= ?[a-z%])`,
  ].join('|')})`,
  'g',
)
const HAS_GAP = new RegExp(
  `[${DIGIT}${UNIT}分之点个又成余几] {1,4}[${NUMERAL}分之点个成折余几又]|\\d {1,4}[个点分成折]|\\d(?:${NOTE}) ?[a-z%]`,
)

/** What may stand behind the spaces after a number, the mark of a note among it, and before the spaces in front of one. */
const isBehind = buildUnitTest(`${DIGIT}${UNIT}0123456789余几点又分个成折[¹²³⁴⁵⁶⁷⁸⁹⁰`)
const isBefore = buildUnitTest('余几数点又分之个成')
const isNoteMark = buildUnitTest('[¹²³⁴⁵⁶⁷⁸⁹⁰')
const LONGEST_GAP = 4

/** Words that begin no number and may stand before a gap without one behind it: 分 之, 分之 负, 数 余. */
const APART = ['分 ', '之 ', '余 ', '几 ', '数 ']

/** Whether a gap may stand somewhere: most texts are not searched. */
const mayHaveGap = (folded: string, numbers: readonly number[]): boolean =>
  APART.some((words) => folded.includes(words)) ||
  numbers.some((at) => opensGap(folded, at) || closesGap(folded, at))

function opensGap(folded: string, at: number): boolean {
  let next = at + 1
  while (next - at <= LONGEST_GAP && unitAt(folded, next) === SPACE) next++
  return (next === at + 1 ? isNoteMark : isBehind)(unitAt(folded, next))
}

function closesGap(folded: string, at: number): boolean {
  let last = at - 1
  while (at - last <= LONGEST_GAP && unitAt(folded, last) === SPACE) last--
  return last < at - 1 && isBefore(unitAt(folded, last))
}

const SPACE = 32

/**
 * A text without such gaps, and how to find a place of it in the text that had them; undefined where there is none. `numbers`
 * says where one may begin, by its first unit or any digit.
 */
export function closeGaps(
  folded: string,
  numbers: readonly number[],
): { text: string; origin: (at: number) => number } | undefined {
  if (!mayHaveGap(folded, numbers) || !HAS_GAP.test(folded)) return undefined
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
