import { Gate } from './gates.ts'
import type { Quantity } from './quantity.ts'

const DATED_BEFORE = new Gate(
  /(?:过去的?|随后|近|最近的?|此前|(?<!从)前|未来|今后|往后|接下来的?|(?<![低抬点摇回埋磕])头|首|每|隔|这|那|去|明|[上下]一?个|(?<=日)止|past|(?<!(?:to|not|will|would|must|may|might|can|could|should) )last|next|previous|recent|coming|preceding|following|every|each|per|those|these)(?: few)?\s?$/,
)
const DATED_AFTER =
  /^\s?(?:的时候|以?前|之前|以来|来(?=[，,的第]|新[高低]|最|首)|之?后|以后|过后|过去(?=[了,，])|ago|earlier(?! than)|later(?! than)|hence|prior|before|after|from now|now|on(?=[,.;:]))/
/** 退庭商议四小时后裁定: how long something was done before the next. */
const DONE_FOR = new Gate(
  /(?:商议|审议|讨论|辩论|谈判|协商|磋商|审讯|聆讯|训练|运行|运作|试用|使用|服用|治疗|调查|追踪|等待|等候|工作|搜索|搜寻|抢修|瘫痪|经过|经|历经|历时|苦等|足足|闭门)了?\s?$/,
)
/** 现在一小时搞定. */
const DONE_IN = /^(?:搞定|完成|做完|写完|跑完|就能|就可|便可|即可|便能|解决)/
/** `deliberated for under two hours before`, `delayed by up to five hours after`. */
const LASTED =
  /(?<![a-z])(?:for|by) (?:just |well |up |nearly |almost |about |around |some |roughly |only )?(?:under |over |to |more than |less than |at least |at most )?$/
const LASTS = new Gate(
  /(?:持续|逾|突破|撑过|长达|历时|为期|花了?|用了?|耗时|将近|连续|至少|超过|仅|不到|足足|整整|缩短|延长|达到?|长|第|只|需要?|耗费|花费了?|约|大约|共|满|推迟|提前|延后|延期|通常|坚持了?|等了?|维持了?|维系|保持了?|撑了?|存活|停留了?|拖了?|最多|最长)$/,
)

/** `过去十年`, `两周前`, `next 3 years`: time that only dates something. `未来五年内` says how long and stays. */
export function isDating(folded: string, quantity: Quantity): boolean {
  const left = folded.slice(Math.max(0, quantity.start - 12), quantity.start)
  const right = folded.slice(quantity.end, quantity.end + 14)
  const within = /^\s?(?:之?内|以内)/.test(right)
  // within the next two years: how long it may take
  if (WITHIN_NEXT.test(folded.slice(Math.max(0, quantity.start - 18), quantity.start))) return false
  if (/工时/.test(folded.slice(quantity.start, quantity.end))) return false
  if (isDeadline(folded, quantity)) return false
  if (/^下来/.test(right)) return false
  // 大约一年一次
  if (quantity.value === 1 && /^一[次回届]/.test(right)) return true
  if (
    /(?<![a-z])(?:for|took|lasted|spent|waited|in|within|after just) $/.test(left) &&
    /^ (?:before|after)(?![a-z])/.test(right)
  )
    return false
  if (
    /^ (?:before|after)(?![a-z])/.test(right) &&
    LASTED.test(folded.slice(Math.max(0, quantity.start - 32), quantity.start))
  )
    return false
  if (/^之?后/.test(right) && DONE_FOR.test(left)) return false
  if (DATED_AFTER.test(right) && !/^\s?内/.test(right) && !/^之?后果/.test(right)) return true
  if (/将近$/.test(left) || (/(?:每|every)\s?$/.test(left) && repeats(folded, quantity))) return false
  if (quantity.value >= 2 && /^\s?[间里]/.test(right) && /(?:那|接下来的?|随后的?)\s?$/.test(left))
    return false
  if (/近\s?$/.test(left) && SHORT_UNITS.has(quantity.detail)) return false
  if (!within && SINCE.test(left) && /^[,，的]/.test(right)) return true
  if (DATED_BEFORE.test(left) && !(within && /未来|今后|接下来的?|next$/.test(left))) return true
  if (/第$/.test(left)) return true
  if (
    quantity.form === 'word' &&
    quantity.detail === 'day' &&
    quantity.value === 1 &&
    quantity.maxValue === undefined &&
    folded[quantity.start + 3] === ' '
  )
    return !ONE_DAY.test(left)
  return (
    quantity.value === 1 &&
    quantity.maxValue === undefined &&
    quantity.form === 'han' &&
    !(quantity.inexact && SHORT_UNITS.has(quantity.detail)) &&
    !within &&
    !/^\s?(?:以上|间)/.test(right) &&
    !DONE_IN.test(right) &&
    !LASTS.test(left)
  )
}

const WITHIN_NEXT = new Gate(/(?<![a-z])(?:within|inside) the (?:next|first) $/)

/** 事发后十多天, 手术后3天的复查: when, not how long. */
const SINCE = new Gate(/(?:事发|案发|出事|术|出院|婚|产|战|赛|离职|毕业|上市)后的?\s?$/)

/** 一秒多, 一个多小时: how long, where 一年多 may date. */
const SHORT_UNITS: ReadonlySet<string> = new Set(['second', 'minute', 'hour'])

/** `only one day`, `in one day`: how long; `one day` by itself is some time. */
const ONE_DAY = new Gate(/(?:only|just|in|within|for|than|lasts?|lasted|took|takes?|about|least) $/)

/** `will apply six months after`, `enter into force twenty days after`: what a rule sets, not when something happened. */
function isDeadline(folded: string, { start, end }: Quantity): boolean {
  if (/^\s?(?:之|以)?后/.test(folded.slice(end, end + 3)))
    return sets(folded.slice(Math.max(0, start - 12), start), folded.slice(end, end + 14))
  return (
    /^ (?:after|before|following|from)(?![a-z])/.test(folded.slice(end, end + 11)) &&
    /(?<![a-z])(?:will|shall|must|should|appl(?:y|ies|icable)|enters? into force|takes? effect|due|expires?)(?![a-z])/.test(
      folded.slice(Math.max(0, start - 240), start),
    )
  )
}

const SET_FOR =
  /^\s?(?:之|以)?后(?:正式|全面|开始|自动|方可?|才可?|便|即|起|再)*(?:生效|实施|施行|适用|执行|到期|失效|截止|启用|停用)(?!了)/
/** 将于六个月后生效, 至少30年后才用得上: how long something takes to come, not when it came. */
const sets = (left: string, right: string) =>
  /^\s?(?:之|以)?后(?:才(?=[能可会用允生])|必须|须|应当|不得)/.test(right) ||
  (/将[于在][^,。;]{0,8}$/.test(left) && /^\s?(?:之|以)?后(?!的)/.test(right)) ||
  /(?:至少|起码|最快|最早|还要|要等|得等)\s?$/.test(left) ||
  (SET_FOR.test(right) && !/(?:过去|这|那)\s?$/.test(left))

/** `doubling every seven months`, `每7个月翻一番`: a rhythm that is itself the finding. */
const repeats = (folded: string, quantity: Quantity) =>
  (quantity.form !== 'han' &&
    quantity.value >= 2 &&
    /[a-z] $/.test(folded.slice(quantity.start - 2, quantity.start))) ||
  /doubl|tripl|翻|倍/.test(folded.slice(Math.max(0, quantity.start - 60), quantity.end + 16)) ||
  (quantity.value >= 2 &&
    /^\s?(?:才|就|换|.{0,8}一[次遍个圈趟回轮条起位名款])/.test(folded.slice(quantity.end, quantity.end + 12)))
