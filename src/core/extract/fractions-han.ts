import { HAN_DIGITS } from './numeral.ts'
import type { Quantity } from './quantity.ts'

/** A quantity that words alone give. */
export const quantity = (
  start: number,
  end: number,
  value: number,
  unit: Quantity['unit'],
  more: Partial<Quantity> = {},
): Quantity => ({
  start,
  end,
  form: 'word',
  scaled: false,
  bare: false,
  value,
  unit,
  detail: '',
  ...more,
})

/** The share or multiple that begins with a Chinese character (or, for 过半, one before it): 一半, 半年, 翻番, 腰斩. */
export function readHan(folded: string, at: number): Quantity | undefined {
  const char = folded[at]
  if (char === '半' || char === '一') return readHalf(folded, at, char)
  if (char === '翻') return readTurned(folded, at)
  if (char === '倍') return readDoubled(folded, at)
  if (char === '腰') return folded[at + 1] === '斩' ? quantity(at, at + 2, 0.5, 'fraction') : undefined
  if (char === '对' && folded[at + 1] === '折' && folded[at - 1] === '打')
    return quantity(at, at + 2, 50, 'percent')
  return undefined
}

/** What makes 倍 a part of another word or number: 成倍, 三倍, 数倍; 人数 is none. */
const TIMES_BEFORE = /[0-9○零一二两三四五六七八九十百千万亿几成半多加功]$|(?<![人次件总户个])数$/

/** 用電量倍增, 效能倍升: twice as much; 成倍增长 and 三倍增 say otherwise. */
function readDoubled(folded: string, at: number): Quantity | undefined {
  if (TIMES_BEFORE.test(folded.slice(Math.max(0, at - 2), at))) return undefined
  return /[器效模速]/.test(folded[at + 2] ?? '') ? undefined : quantity(at, at + 2, 2, 'multiple')
}

/** 相当于半个篮球场, 仅占半页: a half of what is counted, behind what compares or measures. */
const HALF_OF = /半(?:个(?![小钟月世星礼多人字天时点])|[页版行])/y
const MEASURES_HALF =
  /(?:等于|等同|相当于?|占地?|面积|约|大约|仅|只|只有|仅有|不到|不足|[近达])(?:有|为)?\s?$/
/** 半打苹果; 半打开 is a verb. */
const HALF_DOZEN = /半打(?![开造击工印电动扰])/y
/** 支持与反对各半, 男女各半: half for each of two. */
const EACH_HALF = /各(?:占)?一?$/

/** 一半, 半数, 过半, 近半, 半年, 半成. */
function readHalf(folded: string, at: number, char: string): Quantity | undefined {
  const [before, next] = [folded[at - 1] ?? '', folded[at + 1] ?? '']
  if (char === '半' && before === '过' && !/[经超通不]/.test(folded[at - 2] ?? '') && next !== '导')
    return quantity(at - 1, at + 1, 0.5, 'fraction', { inexact: 'more_than' })
  const isWhole = char === '一' ? next === '半' : next === '数'
  if (isWhole && !/[一对大小]/.test(before) && !/[导衰径]/.test(folded[at + 2] ?? ''))
    return quantity(at, at + 2, 0.5, 'fraction')
  if (char === '一') return undefined
  if ((next === '成' || next === '折') && !/[品为型立熟员本形年人扣磨叠射断]/.test(folded[at + 2] ?? ''))
    return quantity(at, at + 2, next === '成' ? 5 : 50, 'percent')
  const half = readHalfOf(folded, at, before)
  if (half) return half
  const time = /[上下前后一大]/.test(before) ? undefined : readHalfTime(folded, at)
  if (time) return time
  if (folded.startsWith('个百分点', at + 1)) return quantity(at, at + 5, 0.5, 'percentage_point')
  if ((before === '减' || before === '砍') && !/[个年月天小]/.test(next))
    return quantity(at, at + 1, 0.5, 'fraction')
  return before === '近' && !/[年个小月天百]/.test(next)
    ? quantity(at, at + 1, 0.5, 'fraction', { inexact: 'about' })
    : undefined
}

function readHalfOf(folded: string, at: number, before: string): Quantity | undefined {
  if (before === '各' || before === '占')
    return EACH_HALF.test(folded.slice(Math.max(0, at - 3), at)) &&
      /^(?:[,。;、!?)]|$)/.test(folded[at + 1] ?? '')
      ? quantity(at - 1, at + 1, 0.5, 'fraction')
      : undefined
  HALF_DOZEN.lastIndex = at
  if (HALF_DOZEN.test(folded)) return quantity(at, at + 2, 6, 'count', { form: 'han' })
  HALF_OF.lastIndex = at
  if (!HALF_OF.test(folded) || !MEASURES_HALF.test(folded.slice(Math.max(0, at - 5), at))) return undefined
  return quantity(at, HALF_OF.lastIndex, 0.5, 'fraction')
}

const HALF_TIME = /半(?:(年)|(个月)|(小时|个小时)|(天)|(个世纪|世纪))(?![报刊度代级])/y
const HALF_UNITS = ['year', 'month', 'hour', 'day', 'century']

/** 半年, 半个月, 半小时. */
function readHalfTime(folded: string, at: number): Quantity | undefined {
  HALF_TIME.lastIndex = at
  const match = HALF_TIME.exec(folded)
  const unit = match ? HALF_UNITS[match.slice(1).findIndex((part) => part !== undefined)] : undefined
  if (!unit) return undefined
  const upper = readUpperTime(folded, HALF_TIME.lastIndex, match![0].slice(1))
  return quantity(at, upper?.end ?? HALF_TIME.lastIndex, 0.5, 'duration', {
    detail: unit,
    ...(upper && { maxValue: upper.value }),
  })
}

const UPPER_TIME = /[到至~-]([一二两三]|\d)(年|个月|小时|个小时|天|个世纪|世纪)/y

/** 半年至一年, 半小时到2小时: the upper end in the same unit. */
function readUpperTime(folded: string, at: number, unit: string): { value: number; end: number } | undefined {
  UPPER_TIME.lastIndex = at
  const match = UPPER_TIME.exec(folded)
  if (match?.[2] !== unit) return undefined
  return { value: HAN_DIGITS.get(match[1]!) ?? Number(match[1]), end: UPPER_TIME.lastIndex }
}

const TURNED = /(?:翻了?([一两二三四])番|翻了?一?倍|翻番|翻了番)(?!时间|周期|所需|的?速度)/y

/** 翻番, 翻倍, 翻一倍, 翻了两番. */
function readTurned(folded: string, at: number): Quantity | undefined {
  TURNED.lastIndex = at
  const match = TURNED.exec(folded)
  if (!match) return undefined
  const times = match[1] ? ' 一二三四'.indexOf(match[1] === '两' ? '二' : match[1]) : 1
  return quantity(at, TURNED.lastIndex, 2 ** times, 'multiple')
}
