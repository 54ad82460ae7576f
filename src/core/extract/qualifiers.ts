import type { Qualifier } from '../model/figure.ts'
import { Gate, GateList } from './gates.ts'
import type { Quantity } from './quantity.ts'

/** Words directly before a quantity and what they make of it, folded; the longest that fits wins. */
const BEFORE: [Qualifier, RegExp][] = [
  [
    'at_most',
    /(?:(?:面临|处以|判处|处罚|罚款|罚金|开罚)[^,。;]{0,6}高达[\u4e00-\u9fff]{0,10}|不(?:会|能|应|得|可|宜|许|准)(?:超过|超出?|逾|高于|大于|多于|长于)|不超|(?:no more than|at most|up to) (?:about|around|roughly)|不逾)$/,
  ],
  ['at_least', /(?:不(?:会|能|应|得|可|宜|许|准|该)|未曾?)(?:少于|低于|小于|短于|下于?)$/],
  ['about', /(?:大概|大约|或许)(?:也|还)?(?:只|仅)有?$/],
  ['more_than', /不[只仅止](?:有|是)?$/],
  [
    'exact',
    /(?:(?<!最)高达|达到了?|足足|整整|仅仅|只有|仅有|仅|只|just|only|as few as|as many as|exactly|precisely)$/,
  ],
  [
    'at_most',
    /(?:(?:压|压缩|控制|缩)进|多达|不超过|不多于|不高于|不大于|至多|最多(?:为|[\u4e00-\u9fff]{0,4})|最长(?:为|可|达|不过)?|最[高多长重](?:可|将|会|能|达|被){0,2}(?:依[^,。;]{2,10})?(?:处理|支持|容纳|行驶|处以?|罚款?|判处?|达[^,。;0-9]{0,8}|监禁|入狱|坐牢|补助|资助|奖励|补贴|给予)?|最高(?:可|将)?(?:相当于|占)[^,。;]{1,12}|上限为?|顶多[给能算]?|充其量|(?<!(?<![a-z])(?:go|goes|going|gone|went|moves?|moved|rose|rises?|risen|climbs?|climbed|bumps?|bumped|adds?|added|ramped|scaled|jumps?|jumped|put|pushed) )up to|at (?:the )?most|(?:can|could|may|might) (?:be|run|go|reach) as (?:high|long|much|large) as|no more than|not more than|not exceed(?:ing)?|caps? (?:[a-z]+ ){1,3}at|does not exceed|a maximum of|capped at|a (?:cap|ceiling|limit) of|limited to|maximum of|max|as much as|≤|<=)$/,
  ],
  [
    'at_least',
    /(?:至少[\u4e00-\u9fff]{0,4}|不少于|不低于|不小于|不下于?|(?:最少|最低|起码)[只仅]?[需要]?|少说也?有?|at least|n(?:o|ot) fewer than|no less than|not less than|a minimum of|minimum of|upwards of|≥|>=)$/,
  ],
  [
    'less_than',
    /(?:跌[破穿]了?|不到|不足|未满|少于|低于|小于|未达到?|未达|不满|不及|没到|未[到及]|below|under|less than|fewer than|lower than|smaller than|shorter than|younger than|within less than|(?<!(?<![a-z])(?:are|is|were|was|be|run|running|ran|runs) )short of|south of|not even|<)$/,
  ],
  [
    'more_than',
    /(?:超过了?(?:此前|之前|原来|去年|上年|目前|当前)?的?|超出|(?<![卖买])超|逾|突破了?|冲破了?|(?<![攻击识侦打冲跌失])破了?|大于|高于|多于|不止|不只(?:有|是)?|跨越了?|跨过了?|大过|高过|远超|already over|well over|(?:passed|crossed|topped|surpassed|broke|broken|exceeded|past) the|(?:climb(?:s|ed|ing)?|rose|rises|rising|surged|soared|jumped|went|gone|moved|edged|pushed|swelled|grew|grown|sailed|blew|blown) (?:well )?past|over|more than|above|exceed(?:s|ed|ing)?|greater than|higher than|larger than|longer than|older than|in excess of|upward of|north of|surpass(?:es|ed|ing)?|(?:will|could|would|may|might|to|can) top|tops|topp(?:ed|ing)|beyond|>)$/,
  ],
  [
    'about',
    /(?:约(?:合|耗|需|用|花|等于|相当于)[\u4e00-\u9fff]{0,6}|约(?:减少?损?|增加?|下?降|上?升|上?涨|下?跌|提高)|大[概约]比[^,。;]{1,12}[多高快大]|大约|大概(?:只|是|为|就)?有?|大约(?:只|是|为|就)?有?|或许有?|差不多有|大致|大抵|约略|粗略|约为|约有|约占(?:全球|全国|全台|全港|全美|全体|总体|总[额数量]|整体|其中|当中)?的?|约合|折合约|约等于|约相当于|约|将近|接近|(?<![最附临靠亲贴邻])近|差不多|近乎[是为]?|几乎[是为]?(?:[^,。;]{1,18}的)?|几近|估计|上下|左右|大体|俗称|约莫|around|about|nearer|closer to|approximately|approx\.?|roughly|nearly|almost|some|circa|ca\.|c\.|an estimated|estimated at|estimated|close to|closer to|just shy of|shy of|just short of|near|or so|(?:on the )?order of|(?:about|around|roughly|approximately|nearly|almost) an?(?: population of)?|something like|in the (?:region|neighbou?rhood|vicinity|ballpark) of|more or less|getting on for|nigh on|virtually|practically|verging on|approaching|nearing|close on|an approximate|a rough|perhaps|maybe|~|≈|～|〜)$/,
  ],
]

const BEFORE_GATES = BEFORE.map(([, pattern]) => new Gate(pattern))

/** Words directly after a quantity (and its noun). */
const AFTER: [Qualifier, RegExp][] = [
  [
    'at_least',
    /^(?:\+|及?以上|或以上|or better|或者?更[多高长大]|起(?![来步因诉点源码底])|or more|or higher|or above|or greater|or longer|plus(?![a-z])|and above|and up(?![a-z]))/,
  ],
  [
    'at_most',
    /^(?:及?以下|以内|之内|[“「][^”」]{2,6}[”」]内|内(?![容部存外在地核涵心幕阁置向])|或以下|为限|为上限|或者?更[少低短小]|or less|or fewer|or lower|or below|or under|at most)/,
  ],
  ['more_than', /^(?:出头|开外|有余|挂零|[还都]?不止|还要?多)/],
  ['less_than', /^(?:也|都|还)?(?:不到|不足)(?=[,。;就便]|$|要|的)/],
  ['about', /^(?:左右|上下|前后|之谱|光景|大约|不等|or so(?![a-z]))/],
]

const AFTER_GATES = new GateList(AFTER.map(([, pattern]) => pattern))

/** `under 10%` said of a level that stays below: 都在10%以下. */
const STAYS_BELOW = /(?:在|处于|低于|维持在|保持在)$/
const WITHIN = /(?:within|in under|in less than|inside)(?: the)?(?: next| first| last| same)? ?$/

const skipBefore = (folded: string, at: number): number => {
  let end = at
  while (end > 0 && /[\s“”"「」『』(（*$]/.test(folded[end - 1]!)) end--
  // About every seven months: the rhythm word stands between.
  const rhythm =
    /(?:(?<![a-z])(?:every|per|each)|每(?:[人天日月年周次桶吨克度股斤台辆亩件张]|盎司|公斤|千瓦时|平方?米|小时|分钟)?)$/.exec(
      folded.slice(Math.max(0, end - 6), end),
    )
  if (rhythm) return skipBefore(folded, end - rhythm[0].length)
  return end
}

/** Reads the bound of a quantity from its own words and those around it. `nounEnd` is where the counted thing ends. */
export function readQualifier(folded: string, quantity: Quantity, nounEnd: number): Qualifier {
  const own = withoutArticle(
    folded.slice(Math.max(0, quantity.start - 24), skipBefore(folded, quantity.start)),
  )
  // 约为对手的6倍, 约占员工总数的4%: the base of a comparison stands between.
  const left =
    quantity.unit === 'multiple' || quantity.unit === 'percent' || quantity.unit === 'fraction'
      ? own.replace(/(?<=(?<!网)约|[占为过近逾到达低足])[^,。;约占为过近逾到达低足]{1,16}的$/, '')
      : own
  const before =
    isSuperlative(folded, quantity, left) || isPeriod(quantity, left)
      ? undefined
      : BEFORE[BEFORE_GATES.findIndex((gate) => isWhole(left, gate))]?.[0]
  const after = readAfter(folded, quantity, nounEnd, left)
  // 多达12家 says how many there were, 提高多达19倍 how far it went.
  if (before === 'at_most' && quantity.unit === 'count' && /(?:多达|(?<![a-z])as much as)$/.test(left))
    return quantity.inexact ?? after ?? 'exact'
  if (before === 'more_than' || before === 'less_than') return denied(folded, quantity, left, before)
  if (!before && isSoon(folded, quantity, left)) return 'about'
  if (before === 'about' && quantity.inexact === 'more_than') return 'more_than'
  if (before && before !== 'exact')
    return before === 'about' && after && after !== 'about' && !isWithin(folded, quantity) ? after : before
  if (isPast(folded, quantity)) return 'more_than'
  if (quantity.inexact) return quantity.inexact
  if (after) return after
  // 40+ GW: the bound stands within
  if (quantity.unit === 'other' && folded.slice(quantity.start, quantity.end).includes('+')) return 'at_least'
  if (quantity.unit === 'duration' && WITHIN.test(left + ' ')) return 'at_most'
  return 'exact'
}

const NO_MORE =
  /(?<![a-z])(?:never(?: [a-z]+)?|(?:can|could|may|must|should|shall|will|would|do|does|did)(?: ?not|n['’]t)(?: have| be| hold| contain| take| exceed)?|no (?:[a-z-]+ ){1,3}(?:(?:can|may|must|should|shall|will|would|could) )?(?:have|has|had|be|is|was|hold|holds|contains?|takes?|took|gets?|got|lasts?|lasted|exceeds?|exceeded|scored|reached)) (?:more than|over|above|exceed|less than|fewer than|below|under)$|(?<![a-z])no (?:[a-z-]+ ){1,3}(?:exceed(?:s|ed)?|surpass(?:es|ed)?|topp?(?:s|ed))$/

/** `at least a 10% chance`: the bound stands before the article. */
const withoutArticle = (left: string): string =>
  / an?$/.test(left) && /(?:at least|at most|(?:more|less) than|up to|roughly|nearly|almost) an?$/.test(left)
    ? left.slice(0, left.lastIndexOf(' '))
    : left

/** `no class may have more than 32`, `never less than 5`: a bound denied is the other bound. */
function denied(
  folded: string,
  { start }: Quantity,
  left: string,
  bound: 'more_than' | 'less_than',
): Qualifier {
  if (!/[a-z]$/.test(left)) return bound
  const words = folded.slice(Math.max(0, start - 64), start).replace(/[\s“"(*$]+$/, '')
  if (!NO_MORE.test(words)) return bound
  return bound === 'more_than' ? 'at_most' : 'at_least'
}

/** 已经快十年了, 快一百人了: nearly so many. */
const isSoon = (folded: string, quantity: Quantity, left: string) =>
  /(?<![\u4e00-\u9fff][更很飞最较越太畅愉爽]|[更很飞尽赶加最较越太过畅愉轻爽])快(?:要|到|有)?$/.test(left) &&
  /^[\u4e00-\u9fff]{0,4}了/.test(folded.slice(quantity.end, quantity.end + 5))

/** 用户过亿, 年薪过百万, 已过10万: more than so many; 有过3万 and 通过5项 have another 过. */
function isPast(folded: string, { start, end, scaled }: Quantity): boolean {
  const past = folded[start - 1] === '过' ? 1 : folded.startsWith('过了', start - 2) ? 2 : 0
  if (past === 0 || !scaled) return false
  const before = folded[start - past - 1] ?? ''
  return /^[百千万亿]/.test(folded.slice(start, end))
    ? !/[超经通不度]/.test(before)
    : /[已量数额值薪户费均]/.test(before)
}

/** 易受攻击性最高（90%）: the highest of several, which bounds nothing. */
const isSuperlative = (folded: string, quantity: Quantity, left: string) =>
  /(?:最[高低多少]|不足|不满)$/.test(left) &&
  /[(（]\s?$/.test(folded.slice(Math.max(0, quantity.start - 2), quantity.start))

/** `a programme over five years`: over the course of it, unless something takes, lasts or is paid for longer. */
const isPeriod = (quantity: Quantity, left: string) =>
  quantity.unit === 'duration' &&
  / over$/.test(left) &&
  !/(?<![a-z])(?:for|tak(?:e|es|en|ing)|took|last(?:s|ed|ing)?|spent|after|well|just|of|in|is|was|are|were|been|be|with|a|an|and|every|needs?|lived|still|now|already|slightly|little|by|than|that|aged) over$/.test(
    left,
  )

/** 约48小时内: how long at most, but first of all about. */
const isWithin = (folded: string, quantity: Quantity) =>
  /^\s?(?:之|以)?内/.test(folded.slice(quantity.end, quantity.end + 4))

/** A qualifier counts only as a whole word: `cover` does not end in `over`, 签约 not in 约. */
function isWhole(left: string, gate: Gate): boolean {
  const match = gate.exec(left)
  if (!match) return false
  const before = left[match.index - 1] ?? ''
  return !(/[a-z]/.test(match[0][0]!) && /[a-z.]/.test(before)) && !isYue(match[0][0]!, before)
}

/** 签约, 网约, 节约: words that end in 约 and say nothing of a number. */
const isYue = (first: string, before: string) =>
  first === '约' && before !== '' && '网签预节公制违契履爽邀婚简续解集隐赴毁誓盟租缔订纽特'.includes(before)

const isOwnBound = (folded: string, { start, end }: Quantity, right: string) =>
  right.startsWith('不等') || (/^及?以下/.test(right) && folded.slice(start, end).includes('以上'))

function readAfter(folded: string, quantity: Quantity, nounEnd: number, left: string): Qualifier | undefined {
  for (const end of [quantity.end, nounEnd]) {
    const right = folded.slice(end, end + 12).replace(/^[ *]+/, '')
    if (quantity.unit === 'duration' && /^内[在向]/.test(right)) return 'at_most'
    const found = AFTER[AFTER_GATES.first(right)]
    if (!found) continue
    // 5万元以上、50万元以下 is a range already; 1%到10%不等 says how it varies.
    if (quantity.maxValue !== undefined && isOwnBound(folded, quantity, right)) continue
    if (
      found[0] === 'at_most' &&
      /^内/.test(right) &&
      quantity.unit !== 'duration' &&
      !/公里|米|英尺/.test(folded.slice(quantity.start, quantity.end))
    )
      continue
    if (found[0] === 'at_most' && STAYS_BELOW.test(left) && /^以下/.test(right)) return 'less_than'
    return found[0]
  }
  return undefined
}
