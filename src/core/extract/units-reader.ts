import type { Unit } from '../model/figure.ts'
import { type Numeral, SCALES } from './numeral.ts'
import { buildUnitTest } from './unit-test.ts'
import {
  BARE_NOUNS,
  COINS,
  CURRENCY_AFTER,
  CURRENCY_BEFORE,
  FIXED_UNITS,
  MEASURE_WORDS,
  MILLIONS,
  TIME_UNITS,
  TIME_WORDS,
  WEAK_MEASURES,
} from './units.ts'

/** A unit found beside a number. */
export interface UnitReading {
  unit: Unit
  detail: string
  /** Where the quantity as written begins and ends. */
  start: number
  end: number
  /** Factor from the written unit to ours (per mille to percent). */
  factor?: number
}

const isLatin = (char: string | undefined) => char !== undefined && char >= 'a' && char <= 'z'

type Row = [string, ...unknown[]]
/** Table entries by the code unit of their first character, longest first; `bit` says which marks of `OPENERS` are its. */
interface Table<T extends Row> {
  rows: Map<number, T[]>
  bit: number
}

/**
 * One bit for each table, by the code units of the first two characters of its entries, or of the only one: what follows
 * most numbers is no unit at all.
 */
const OPENERS = { one: new Uint8Array(0x10000), two: new Uint8Array(0x10000) }
const pairOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & 0xffff

function byFirst<T extends Row>(rows: T[], bit: number): Table<T> {
  const table: Table<T> = { rows: new Map(), bit }
  for (const row of rows) {
    const first = row[0].charCodeAt(0)
    if (row[0].length === 1) OPENERS.one[first]! |= bit
    else OPENERS.two[pairOf(first, row[0].charCodeAt(1))]! |= bit
    const rest = table.rows.get(first)
    if (rest) rest.push(row)
    else table.rows.set(first, [row])
  }
  for (const list of table.rows.values()) list.sort((a, b) => b[0].length - a[0].length)
  return table
}

/** Signs before an amount by the code unit of their last character, longest first. */
function byLast(rows: [string, string][]): Map<number, [string, string][]> {
  const table = new Map<number, [string, string][]>()
  for (const row of [...rows].sort((a, b) => b[0].length - a[0].length)) {
    const last = row[0].charCodeAt(row[0].length - 1)
    table.set(last, [...(table.get(last) ?? []), row])
  }
  return table
}

const FIXED = byFirst(FIXED_UNITS, 1)
const CURRENCIES = byFirst(CURRENCY_AFTER, 2)
const TIMES = byFirst(TIME_UNITS, 4)
const MEASURES = byFirst(
  MEASURE_WORDS.map((word): [string] => [word]),
  8,
)
const NOUNS = byFirst(
  BARE_NOUNS.map((word): [string] => [word]),
  16,
)
const BEFORE = byLast(CURRENCY_BEFORE)

/** The longest table row that stands at an offset, not cutting a Latin word. */
function match<T extends Row>(table: Table<T>, folded: string, at: number): T | undefined {
  const first = folded.charCodeAt(at)
  const marks = OPENERS.one[first]! | OPENERS.two[pairOf(first, folded.charCodeAt(at + 1))]!
  if ((marks & table.bit) === 0) return undefined
  for (const row of table.rows.get(first) ?? []) {
    const [word] = row
    if (folded.startsWith(word, at) && !(isLatin(word.at(-1)) && isLatin(folded[at + word.length])))
      return row
  }
  return undefined
}

const skipSpace = (folded: string, at: number) => {
  let end = at
  while (end < at + 2 && (folded[end] === ' ' || folded[end] === '\u00a0')) end++
  return end
}

/** The unit that the number was written with, or undefined for a bare number; dollar signs around it (`$90$%`) are TeX. Tried from the surest to the weakest. */
export function readUnit(folded: string, numeral: Numeral): UnitReading | undefined {
  const isMath = folded[numeral.end] === '$' && folded[numeral.start - 1] === '$'
  const at = skipSpace(folded, numeral.end + (isMath ? 1 : 0))
  if (isMath) return readFixed(folded, numeral, at)
  if (numeral.inexact === 'about' && numeral.form === 'word' && folded.startsWith(' of ', numeral.end))
    return readMoney(folded, numeral, numeral.end + 4) ?? readOther(folded, numeral, numeral.end + 4)
  if (folded[at] === '+')
    return signedMoney(folded, numeral) ?? readMeasure(folded, numeral, skipSpace(folded, at + 1))
  return (
    readMoney(folded, numeral, at) ??
    readFixed(folded, numeral, at) ??
    readHyphened(folded, numeral) ??
    readMetres(folded, numeral) ??
    readTime(folded, numeral, at) ??
    readMeasure(folded, numeral, at)
  )
}

/** $900B+. */
function signedMoney(folded: string, numeral: Numeral): UnitReading | undefined {
  const sign = currencyBefore(folded, numeral.start)
  return sign && { unit: 'money', detail: sign.code, start: sign.start, end: numeral.end }
}

const COIN_WORDS = new Set(COINS.map(([word]) => word))

function readMoney(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const after = match(CURRENCIES, folded, at)
  const sign = currencyBefore(folded, numeral.start)
  if (after && isMoneyWord(folded, numeral, after[0], at) && !(sign && isCode(folded, after[0], at))) {
    const before = after[1] !== '' && sign && isWordy(folded, sign.start, numeral.start) ? undefined : sign
    const end = at + after[0].length
    const scale = readLateScale(folded, numeral, end)
    const factor = COIN_WORDS.has(after[0]) ? 0.01 : MILLIONS.has(after[0]) ? 1e6 : scale?.factor
    return {
      unit: 'money',
      detail: after[1] || (before?.code ?? ''),
      start: before?.start ?? numeral.start,
      end: scale?.end ?? end,
      ...(factor && { factor }),
    }
  }
  if (
    !sign ||
    (after && isWordy(folded, sign.start, numeral.start) && after[1] !== '' && !isCode(folded, after[0], at))
  )
    return undefined
  return { unit: 'money', detail: sign.code, start: sign.start, end: numeral.end }
}

const isWordy = (folded: string, start: number, end: number) =>
  /[\u4e00-\u9fffa-z]$/.test(folded.slice(start, end).trim())

/** `3 USD50`, `rmb 10 usd 20`: a sign or code that belongs to the amount behind it. */
const isCode = (folded: string, word: string, at: number) =>
  /^(?:[a-z]{3}|[^a-z\u4e00-\u9fff])$/.test(word) &&
  /^ ?\d/.test(folded.slice(at + word.length, at + word.length + 2))

const LATE_SCALE = / (million|billion|trillion)(?![a-z])/y

/** 75 USD million. */
function readLateScale(
  folded: string,
  numeral: Numeral,
  end: number,
): { end: number; factor: number } | undefined {
  LATE_SCALE.lastIndex = end
  const scale = numeral.scaled ? null : LATE_SCALE.exec(folded)
  return scale ? { end: LATE_SCALE.lastIndex, factor: SCALES.get(scale[1]!)! } : undefined
}

/** 元 and 块 also belong to other words (二元, 多元化, 三块内容); they are money after digits or a scaled number. */
function isMoneyWord(folded: string, numeral: Numeral, word: string, at: number): boolean {
  if (word === 'pounds') return !isWeight(folded, numeral, at)
  if (word !== '元' && word !== '圆' && word !== '块') return true
  if (word === '块')
    return (
      (numeral.form === 'digits' || numeral.value >= 10) && /^[，。,.的吧钱)]|^$/.test(folded[at + 1] ?? '')
    )
  if (/[素化件组论]/.test(folded[at + 1] ?? '')) return false
  return numeral.form === 'digits' || numeral.scaled
}

/** Pounds are a weight where nothing speaks of money. */
const isWeight = (folded: string, numeral: Numeral, at: number) =>
  !numeral.scaled &&
  numeral.value < 10_000 &&
  /weigh|los[et]|drop|gain|shed|heav|over(?:weight)? $|equal to|of (?:cocaine|meat|food)/.test(
    folded.slice(Math.max(0, numeral.start - 40), numeral.start) + folded.slice(at + 6, at + 20),
  )

/** Whether a sign of money stands before a number. */
export const hasCurrencyBefore = (folded: string, start: number): boolean =>
  currencyBefore(folded, start) !== undefined

function currencyBefore(folded: string, start: number): { start: number; code: string } | undefined {
  const end = folded[start - 1] === ' ' ? start - 1 : start
  const signs = BEFORE.get(folded.charCodeAt(end - 1))
  if (!signs) return undefined
  for (const [sign, code] of signs) {
    if (!folded.endsWith(sign, end) || end < sign.length) continue
    const from = end - sign.length
    if (isLatin(sign[0]) && isLatin(folded[from - 1])) continue
    if (sign === 'nt' && end === start - 1) continue
    return { start: from, code }
  }
  return undefined
}

/** Units after which a letter would make another word: 100x but not 100xyz; `10 x 20` is a product. */
function readFixed(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const row = match(FIXED, folded, at) ?? (at > numeral.end ? match(FIXED, folded, at - 1) : undefined)
  const from = row && folded.startsWith(row[0], at) ? at : at - 1
  if (!row) return undefined
  const [word, unit, detail] = row
  const end = from + word.length
  if (!isFixedUnit(folded, numeral, word, from, end)) return undefined
  if (word === '‰') return { unit, detail, start: numeral.start, end, factor: 0.1 }
  return { unit, detail, start: numeral.start, end }
}

/** `thousands of kilometres`. */
function readOther(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const reading = readFixed(folded, numeral, at)
  return reading?.unit === 'other' ? reading : undefined
}

/** `12-cent`, `10-gallon`: a unit joined by a hyphen; a word of some length, so that no name is taken for one. */
function readHyphened(folded: string, numeral: Numeral): UnitReading | undefined {
  if (folded[numeral.end] !== '-' || !isLatin(folded[numeral.end + 1])) return undefined
  const at = numeral.end + 1
  const money = match(CURRENCIES, folded, at)
  if (money && money[0].length > 2)
    return {
      unit: 'money',
      detail: money[1],
      start: numeral.start,
      end: at + money[0].length,
      ...(COIN_WORDS.has(money[0]) && { factor: 0.01 }),
    }
  const row = match(FIXED, folded, at)
  if (row?.[1] !== 'other' || row[0].length < 3) return undefined
  return { unit: row[1], detail: row[2], start: numeral.start, end: at + row[0].length }
}

/** `250m` is metres where the words around speak of length; else a million. */
function readMetres(folded: string, numeral: Numeral): UnitReading | undefined {
  if (numeral.scale !== 1e6 || folded[numeral.end - 1] !== 'm') return undefined
  if (/^ ?(?:token|param|词元|参数|用户)/.test(folded.slice(numeral.end, numeral.end + 6))) return undefined
  const left = folded.slice(Math.max(0, numeral.start - 12), numeral.start)
  if (
    !/[深高长宽距]|(?:length|height|width|depth|outreach) (?:is|of|was) $/.test(left) &&
    !/^ (?:tall|long|wide|deep|high|away|is equal to)/.test(folded.slice(numeral.end, numeral.end + 12))
  )
    return undefined
  return { unit: 'other', detail: 'm', start: numeral.start, end: numeral.end, factor: 1e-6 }
}

function isFixedUnit(folded: string, numeral: Numeral, word: string, from: number, end: number): boolean {
  const next = folded[end] ?? ''
  if (word === 'x' || word === '×')
    return from === numeral.end && numeral.form === 'digits' && !/\s?[\d]/.test(folded.slice(end, end + 2))
  if (word === '分') return isScore(folded, numeral, next) && !SECONDS_BEHIND.test(folded.slice(end, end + 5))
  if (word === '度')
    return (
      numeral.form === 'digits' &&
      numeral.value % 180 !== 0 &&
      !/[假数过量角]/.test(next) &&
      /[温热暖冷寒升降烧电倾]/.test(folded.slice(Math.max(0, numeral.start - 10), numeral.start))
    )
  if (word === '米') return !/[兰国老饭]/.test(next)
  if (word === '两')
    return folded[from - 1] !== '两' && (!/[\u4e00-\u9fff]/.test(next) || /[银黄白的]/.test(next))
  // 从0.42升到0.71
  if (word === '升' && /[到至为了高格级]/.test(next)) return false
  if (word === '克' || word === '升' || word === '瓦' || word === '亩' || word === '磅' || word === '吋')
    return numeral.form === 'digits' && !/[隆服制级]/.test(next)
  if (word === '倍') return next !== '速'
  if (word === 'points' || word === 'point')
    return (
      numeral.form === 'digits' ||
      numeral.value > 3 ||
      /^ (?:lower|higher|up|down|behind|ahead|above|below|clear|better|worse)(?![a-z])/.test(
        folded.slice(end, end + 10),
      ) ||
      /(?:by|than|up|down|gain(?:ed|ing)?|lost|lose) (?:about |nearly |only |just |less than |more than )?$/.test(
        folded.slice(Math.max(0, numeral.start - 24), numeral.start),
      )
    )
  return true
}

/** 3分20秒. */
const SECONDS_BEHIND = /^ ?[0-9一二三四五六七八九十]{1,3} ?秒/

/** 4.2分, 85分; not 十分, 三分之一, 5分制, 三分球, 十分钟, 5分头. */
function isScore(folded: string, numeral: Numeral, next: string): boolean {
  if (
    numeral.form !== 'digits' &&
    !/[得打评给]/.test(folded.slice(Math.max(0, numeral.start - 3), numeral.start))
  )
    return false
  return !/[之钟制球头别布享析类成子支明]/.test(next)
}

function readTime(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
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
  if (word === '年') {
    if (
      /[代级份度初底末中报薪会表青轻鉴轮检味货纪画龄号]/.test(next) &&
      !(next === '中' && (folded[at + 2] === '有' || numeral.inexact))
    )
      return false
    return !isYear(numeral)
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

/** 15日内, 达73日, 等了45日: days that last, not the day of a month. */
const isDays = (folded: string, numeral: Numeral, at: number) =>
  !/[月第]\s?$/.test(folded.slice(Math.max(0, numeral.start - 2), numeral.start)) &&
  !/[元圆报本军]/.test(folded[at + 1] ?? '') &&
  (/^(?:之内|以内|内|期限)/.test(folded.slice(at + 1, at + 3)) ||
    numeral.value > 31 ||
    LASTED_DAYS.test(folded.slice(Math.max(0, numeral.start - 6), numeral.start)))
const LASTED_DAYS = /(?:历时|为期|连续|长达|持续|耗时|等了|花了?|用了|期限为?|不少于|不超过|满)\s?$/

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
  if (folded[end] !== 's' || numeral.form !== 'digits' || isLatin(folded[end + 1])) return undefined
  if (value % 10 === 0 && (value < 100 || value >= 1000)) return undefined
  return BEFORE_SECONDS.test(folded.slice(Math.max(0, start - 16), start))
    ? { unit: 'duration', detail: 'second', start, end: end + 1 }
    : undefined
}

const BEFORE_SECONDS =
  /(?:from|to|of|in|at|than|about|approximately|around|takes?|took|within|[从到至约用需仅为~≈])\s?$/

function readMeasure(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const row = match(MEASURES, folded, at)
  if (row && isCount(folded, numeral, row[0], at)) {
    return { unit: 'count', detail: row[0], start: numeral.start, end: at + row[0].length }
  }
  if (numeral.form === 'han' && !numeral.scaled) return undefined
  const noun = match(NOUNS, folded, at)
  return noun && { unit: 'count', detail: noun[0], start: numeral.start, end: at + noun[0].length }
}

/** Words that begin with a measure word's character; after them the number does not count things. */
const NOT_COUNTS =
  /^(名单|名次|位数|位置|项目组|次元|次方|次要|次日|家族史|家长里短|件套|种族|种子|种植|条件反|行业|行为|行动|行星|句话说|段时间|场景化|人称|人行|口气|户外|组合拳|部分|部门|本来|本身|本书|面对|面临|面前|面子|道理|级别|级联|层级|层次|节课表|代码|代表|代理|代人|把握|把手|点半|点钟|点(?=[0-9零一二三四五六七八九十])|对一|对方|步到位|步走|轮驱动|方面军|国语|字节跳|元(?!素)|块链|股市|股票|股权|根本|只是|只有|只能|只要|只会|起来|起码|起始|起点|起诉|例如|例外|回事|回来|回到|回去|回复|所谓|所以|所有|门槛|口吻|声明|声称|句(?=号)|死(?![,。;、伤\d一二三四五六七八九十])|伤(?![,。;、\s])|单(?:位|独|次|个|项|纯|一|向|元|日|月|笔|条|店|人|价|身|方|词|张|机|体|击|车|边|杠|打)|通(?!电话|来电|[,，。;；就有])|男(?:性|友|孩|人|生|子|士|儿|方|星|主|童)|女(?:性|友|孩|人|生|子|士|儿|方|星|主|童)|包括|包含|处于|处理|处在|顶尖|顶级|头条|头部|城市(?!.)|字(?=面)|级市)/

function isCount(folded: string, numeral: Numeral, word: string, at: number): boolean {
  if (NOT_COUNTS.test(folded.slice(at, at + 5))) return false
  if (folded[numeral.start - 1] === '第') return false
  if (WEAK_MEASURES.has(word) && numeral.form === 'han' && !numeral.scaled) return false
  if (word === '日' || word === '号') return false
  if (word === '页')
    return (
      numeral.form === 'digits' &&
      !/[面码]/.test(folded[at + 1] ?? '') &&
      !/第\s?$/.test(folded.slice(Math.max(0, numeral.start - 2), numeral.start))
    )
  if (word === '点' || word === '章' || word === '节' || word === '代') return false
  return true
}
