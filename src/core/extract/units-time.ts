import type { Numeral } from './numeral.ts'
import { buildUnitTest } from './unit-test.ts'
import { TIME_WORDS } from './units.ts'
import { isLatin, match, TIMES, type UnitReading } from './units-table.ts'

/** Spans of time, apart from dates. */

/** A span of time: the unit stands behind the number. */
export function readTime(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const row = match(TIMES, folded, at)
  if (row && isSpan(folded, numeral, row[0], at)) {
    const end = at + row[0].length
    const half = folded[end] === '半'
    return { unit: 'duration', detail: row[1], start: numeral.start, end: half ? end + 1 : end }
  }
  return readEnglishTime(folded, numeral)
}

/** 年 after a year, 世纪 and 季度 after an ordinal, 年代, 年级 and 周年 are dates and names, not spans. */
function isSpan(folded: string, numeral: Numeral, word: string, at: number): boolean {
  const next = folded[at + word.length] ?? ''
  if (folded[numeral.start - 1] === '第') return false
  // 2000万周活, 300万日活: how many are active in each of them
  if (numeral.scaled && ((next === '活' && folded[at + 2] !== '动') || next === '均')) return false
  if (word === '年') {
    if (next === '代' && /[码表理言价]/.test(folded[at + 2] ?? '')) return !isYear(numeral)
    if (/[代级份度初底末报薪表青轻鉴轮检味货纪画龄号]/.test(next)) return false
    // 五年会员, 年会; 再过几十年会怎样 is a span
    if (next === '会' && numeral.inexact === undefined) return false
    if (next === '复' && folded[at + 2] === '合') return false
    // 五年期贷款: a name; 三年期间 and 三年期满 are spans
    if (next === '期' && !/[间限满]/.test(folded[at + 2] ?? '')) return false
    return next === '中' ? isThroughout(folded, numeral, at) : !isYear(numeral)
  }
  if (word === '分') return SECONDS_BEHIND.test(folded.slice(at + 1, at + 6))
  if (word === '日') return isDays(folded, numeral, at)
  if (word === '周') return !/[年一二三四五六日刊报边期末围杰]/.test(next)
  if (word === '天') return numeral.form === 'digits' ? next !== '然' : !/[才然气下]/.test(next)
  if (word === '世纪' || word === '季度') return false
  if (word === '载') return !/[入荷体]/.test(next)
  if (word === '秒') return !/[杀懂]/.test(next)
  return true
}

/** 34年中, 三年中: in the course of them; 2024年中, 23年中 and 年中报 are the middle of a year. */
const isThroughout = (folded: string, numeral: Numeral, at: number) =>
  folded[at + 2] === '有' ||
  numeral.inexact !== undefined ||
  (!/[报期考秋旬国]/.test(folded[at + 2] ?? '') &&
    (numeral.form === 'han' ? numeral.value >= 2 : numeral.value < 10 || numeral.value >= 30) &&
    numeral.value < 100)

/** | 15 日 |: alone in its cell it is no day of a month that is not named. */
const isCell = (folded: string, start: number, end: number) =>
  /\|\s?$/.test(folded.slice(Math.max(0, start - 2), start)) && /^\s?\|/.test(folded.slice(end, end + 2))

/** 15日内, 达73日, 等了45日, 拘留十日: days that last, not the day of a month. */
const isDays = (folded: string, numeral: Numeral, at: number) =>
  !/[月第]\s?$/.test(folded.slice(Math.max(0, numeral.start - 2), numeral.start)) &&
  !/[元圆报本军]/.test(folded[at + 1] ?? '') &&
  (isCell(folded, numeral.start, at + 1) ||
    /^(?:之内|以内|内|期限|以[上下])/.test(folded.slice(at + 1, at + 3)) ||
    numeral.value > 31 ||
    LASTED_DAYS.test(folded.slice(Math.max(0, numeral.start - 6), numeral.start)))
const LASTED_DAYS =
  /(?:历时|为期|连续|长达|持续|耗时|等了|花了?|用了|期限为?|不少于|不低于|不超过|不足|满|拘留|羁押|停业|停职|停播)\s?$/

/** Four plain digits from 1000 to 2199, or two digits read as a short year, are a year. */
export const isYear = (numeral: Numeral): boolean =>
  !numeral.scaled &&
  Number.isInteger(numeral.value) &&
  ((numeral.value >= 1000 && numeral.value < 2200 && numeral.end - numeral.start === 4) ||
    (numeral.form === 'han' && numeral.end - numeral.start === 4 && numeral.value > 1000))

/** `three consecutive years`, `six full months`: what may stand between the number and the unit of time. */
const ENGLISH_TIME =
  /[ \u00a0-]?(?:(?:consecutive|successive|straight|full|whole|entire|additional|extra|further|more|long|business|working|calendar) )?([a-z]+(?:-year)?)(?![a-z\d])/y
/** First letters of the words of time, and of those before them. */
const opensTime = buildUnitTest([...TIME_WORDS.keys()].map((word) => word[0]).join('') + 'csfweamlb')
const isGap = buildUnitTest(' \u00a0-')
const NOT_A_SPAN = new Set(['second-largest'])

function readEnglishTime(folded: string, numeral: Numeral): UnitReading | undefined {
  const next = folded.charCodeAt(numeral.end)
  if (!opensTime(isGap(next) ? folded.charCodeAt(numeral.end + 1) : next)) return undefined
  const seconds = readSeconds(folded, numeral)
  if (seconds) return seconds
  ENGLISH_TIME.lastIndex = numeral.end
  const found = ENGLISH_TIME.exec(folded)
  if (!found || NOT_A_SPAN.has(found[1]!)) return undefined
  const word = found[1]!
  const singular =
    TIME_WORDS.get(word) ?? (word.endsWith('s') ? TIME_WORDS.get(word.slice(0, -1)) : undefined)
  if (!singular) return undefined
  const plural = word.endsWith('s') || word === 'ms'
  if (word.length <= 3 && word !== 'day' && found[0].length > word.length && numeral.form !== 'digits')
    return undefined
  if (!plural && singular === 'second' && numeral.value !== 1 && found[0][0] !== '-') return undefined
  return { unit: 'duration', detail: singular, start: numeral.start, end: ENGLISH_TIME.lastIndex }
}

/** `from 450s to 47s`; 1990s, the 90s and 747s are no spans. */
function readSeconds(folded: string, numeral: Numeral): UnitReading | undefined {
  const { start, end, value } = numeral
  // 3.2 s
  if (
    folded[end] === ' ' &&
    !Number.isInteger(value) &&
    numeral.form === 'digits' &&
    /^ s(?![a-z0-9'’-])/.test(folded.slice(end, end + 3))
  )
    return { unit: 'duration', detail: 'second', start, end: end + 2 }
  if (folded[end] !== 's' || numeral.form !== 'digits' || isLatin(folded[end + 1])) return undefined
  if (value % 10 === 0 && (value < 100 || value >= 1000)) return undefined
  return BEFORE_SECONDS.test(folded.slice(Math.max(0, start - 16), start))
    ? { unit: 'duration', detail: 'second', start, end: end + 1 }
    : undefined
}

const BEFORE_SECONDS =
  /(?:from|to|of|in|at|than|about|approximately|around|takes?|took|within|[从到至约用需仅为~≈])\s?$/

/** 3分20秒. */
export const SECONDS_BEHIND = /^ ?[0-9一二三四五六七八九十]{1,3} ?秒/
