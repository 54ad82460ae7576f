import type { Span } from '../text/sentences.ts'
import type { Place, Read } from './bare.ts'
import { impliedCurrency } from './currency.ts'
import { type Quantity, withUnit } from './quantity.ts'
import type { Reading } from './reading.ts'

const MONEY_WORDS =
  /估值|收入|营收|融资|投资|资金|经费|费用|补助|拨款|拨[给付入]|投入|罚锾|基金|规费|营业额|资本额|花费|捐[给款]|贷款|薪水|薪资|月薪|工资|租金|房租|罚金|亏损|销售额|市值|利润|成本|预算|奖金|罚款|赔偿|损失|美元|欧元|英镑|人民币|港元|价值|募资|领投|估价|薪酬|年薪|支出|开支|valuation|revenue|raised|funding|worth|fined?/

const LOSS =
  /(?:市场规模|产值|损失|财损|失款|罚锾|诈骗金额|损失金额|涉案金额|骗款|犯罪得益|亏损|被骗走?|骗走|骗取|骗案|骗款|丢了|账单|单笔|搭进去|砸进去|投进去|赔进去|卖了|价[低高贵]了|票房|片酬|头奖|净买入|净卖出|买超|卖超|净流入|净流出|成交额?|集资|斥资|耗资|投入|借了|欠下|首付|涉款|资金|止付|罚没|案值|货值|打赏|欠款|借款|[亏赔赚烧砸投花]了|蚀|烧掉?|付(?!费)|获利|[多少净]赚|多花|所得|单价|总价|每坪|采购|标案|索要|勒索|开口[要就]{0,2}|要价|报价|转账|转走|汇款|打款|学费|电费|水费|话费|流水|[日月年]入|稿费|工资|薪水|月供|房价|年薪|月薪|月费|赔偿|罚款|预算|营收|融资)[^,。;]{0,10}$/

/** 被骗132万, 单笔过亿: an amount that ends its clause behind what is lost or paid. */
const isLoss = ({ folded }: Reading, { start, end }: Quantity, sentence: Span) =>
  (/^(?:[,。;、:)」”的了涨降跌升]|多?$|\s)/.test(folded[end] ?? '') ||
    /^(?:上下|左右|出头)/.test(folded.slice(end, end + 2))) &&
  LOSS.test(folded.slice(Math.max(sentence.start, start - 18), start))

/** 花了三亿六做的模型: what is spent, whatever it is spent on; 烧掉五千万度电 is not money. */
const isSpent = ({ folded }: Reading, { start, end }: Quantity) =>
  /(?:[花砸赔亏赚捐编][了掉出下列]|[^开火棉]花|[投拨]了|编列|挹注|募得|烧[了掉]?|斥资|耗资|集资)$/.test(
    folded.slice(start - 2, start),
  ) && !/^(?:[a-z\d个名人小度枚颗张次吨公片条年天]|\s[a-z])/.test(folded.slice(end, end + 2))

/** 近50万销售额, 30亿的营收. */
const MONEY_BEHIND =
  /^(?:的(?:案子|标案|生意|房子|车))|^的?(?:[养老救命血汗]{2}钱|养老金|退休金|现金|收购价|报价|价格|身价|彩礼|首付|存款|积蓄|货款|医药费|学费|房款|车款|定金|保证金|销售额|成交额|交易额|营业额|营收|净?利润|年薪|月薪|罚款|罚金|预算|奖金|赔偿金?|签约金|合约金|补偿金|抚恤金|赎金|押金|捐款|悬赏|欠款|债务|票房|罚单|年终奖|红包|赔款|拨款|补偿|贷款|补贴|资金|融资)/

/** 一年三千万元，去年只有八百万: an amount that ends the clause behind another, without saying of what. */
const isRest = ({ folded }: Reading, { start, end }: Quantity, sentence: Span) =>
  /^(?:[,。;、!?)」”]|$)/.test(folded[end] ?? '') &&
  /(?:只有|只剩|剩下?|才|仅|[增降减升涨跌砍加]至|[增降减升涨跌砍加]到|变成?)$/.test(
    folded.slice(Math.max(sentence.start, start - 3), start),
  )

/** 花多少？三年总共十九亿；烧钱，每月900万: an amount in an answer to what asks for money. */
const isAskedMoney = ({ folded }: Reading, { start, end }: Quantity) =>
  /^(?:[,。;、!?)」”]|$)/.test(folded[end] ?? '') &&
  /(?:总共|一共|大[概约]|约|每[月年天日]|一[月年天]|上限|[^.,;。，；\n]{1,10}[:：])[是约要有到]?$/.test(
    folded.slice(Math.max(0, start - 14), start),
  ) &&
  /[花赚付赔罚拿亏收领]多少|多少钱|烧钱|罚款|罚锾|预算|经费|薪水|营收|收费/.test(
    folded.slice(Math.max(0, start - 48), start),
  )

/** 月费890, 票价为45: what is charged, in the currency of the text. */
const FEE =
  /(?:月费|年费|学费|票价|售价|定价|租金|房租|门票|押金|罚款|会费|运费)[为是仅只约至到高达需要元]{0,3}\s?$/

/** A plain number behind what is charged, at the end of its clause. */
export function readFee({ reading, quantity, sentence }: Place): Read {
  if (quantity.form !== 'digits' || quantity.value < 5) return undefined
  if (!/^(?:[,。;、:!?)]|$|\s?[起整])/.test(reading.folded.slice(quantity.end, quantity.end + 2)))
    return undefined
  return FEE.test(reading.folded.slice(Math.max(sentence.start, quantity.start - 8), quantity.start))
    ? { quantity: withUnit(quantity, 'money', impliedCurrency(reading)) }
    : undefined
}

/** 10亿, 150亿, 数十亿, 30,000: an amount in 万 or 亿 is money where the sentence speaks of it, else a count. */
export function readHanAmount(place: Place): Read {
  const { reading, quantity, sentence, before } = place
  if (reading.lang === 'en' || !(quantity.scaled || isManyMore(reading, quantity))) return undefined
  if (/^[\s]?[a-z]/.test(reading.folded.slice(quantity.end, quantity.end + 1)) && quantity.form === 'han')
    return undefined
  if (quantity.form === 'han' && !quantity.inexact && quantity.value < 1e4) return readSpoken(place)
  const near = reading.folded.slice(
    Math.max(sentence.start, quantity.start - 60),
    Math.min(sentence.end, quantity.end + 30),
  )
  if (/^[a-z ]{0,10}(?:用户|人|名|个)/.test(reading.folded.slice(quantity.end, quantity.end + 14)))
    return { quantity: withUnit(quantity, 'count') }
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 10), quantity.start)
  if (PEOPLE_BEFORE.test(left)) return { quantity: withUnit(quantity, 'count') }
  const money =
    before?.quantity.unit === 'money' && quantity.start - before.quantity.end < 200
      ? before.quantity.detail
      : undefined
  // 单笔过亿
  const amount: Quantity =
    quantity.end - quantity.start === 1 && reading.folded[quantity.start - 1] === '过'
      ? { ...quantity, inexact: 'more_than' }
      : quantity
  if (isLoss(reading, quantity, sentence) || isSpent(reading, quantity) || isAskedMoney(reading, quantity))
    return { quantity: withUnit(amount, 'money', money || impliedCurrency(reading)) }
  if (MONEY_BEHIND.test(reading.folded.slice(quantity.end, quantity.end + 6)))
    return { quantity: withUnit(amount, 'money', money || impliedCurrency(reading)) }
  if (money !== undefined && before!.quantity.start >= sentence.start && isRest(reading, quantity, sentence))
    return { quantity: withUnit(amount, 'money', money) }
  if (MONEY_WORDS.test(near) && (money !== undefined || /估值|融资|市值|营收|美元/.test(near))) {
    return {
      quantity: withUnit(
        quantity,
        'money',
        money ||
          (/美元|美国|openai|anthropic|谷歌|微软|xai|英伟达|meta/.test(reading.folded) ? 'USD' : 'CNY'),
      ),
    }
  }
  return { quantity: withUnit(quantity, 'count') }
}

const ROUGHLY =
  /(?:差不多|大概|大约|将近|接近|不到|超过|就是|只有|至少|顶多|跌破|突破|涨到|卖到|跌到|降到)[有是要得]?$/

/** 现在差不多一百五, 就是三四千: as people say an amount, without what it counts, at the end of a clause. */
function readSpoken({ reading: { folded }, quantity, sentence, before }: Place): Read {
  const { start, end, maxValue } = quantity
  const isRough = /^(?:左右|上下|出头)/.test(folded.slice(end, end + 2))
  if (!isRough && !/^(?:[,。;!?…”」吧]|$)/.test(folded[end] ?? '')) return undefined
  const left = folded.slice(Math.max(sentence.start, start - 5), start)
  const isMoney = before?.quantity.unit === 'money' && before.quantity.start >= sentence.start
  if (!isRough && maxValue === undefined && !ROUGHLY.test(left) && !(isMoney && /[要收卖花给到]$/.test(left)))
    return undefined
  if (isMoney) return { quantity: withUnit(quantity, 'money', before.quantity.detail) }
  return PAID.test(folded.slice(Math.max(0, start - 40), start))
    ? { quantity: withUnit(quantity, 'money', 'CNY') }
    : { quantity: withUnit(quantity, 'count') }
}

/** What is paid, in the words before an amount without a currency. */
const PAID = /工资|薪水|[月年日底]薪|月入|稿费|奖金|房租|学费|彩礼|月供|批价|单价|售价|均价|行情/

/** 付费用户过10万, 下载量突破3000万: what is counted stands before the number. */
const PEOPLE_BEFORE =
  /(?:用户|客户|学员|会员|人数|粉丝|订阅|销量|下载量|安装量|访问量|播放量|浏览量|点击量|调用量|订单量?|出货量|装机量)[数已均近超过约达到为了突破逾]{0,4}$/

/** 恒指跌187点, 报24,530点: the points of an index. */
const INDEX_LEFT =
  /(?:指数|[恒沪深科道纳股台国]指|大盘|收市|收盘|早盘|午盘|开盘|盘中)[^。;]{0,24}(?:[升跌涨挫报收至到见]|下滑|下跌|上升|上涨)(?:近|逾|约|了)? ?$/
/** 收在27,914点, 失守三万点: at how many, where only an index is. */
const STANDS_AT =
  /(?:收在|收报|收于|站[上稳]|攻上|重返|失守|跌破|冲破|升破|攀上|退守|下探|上看)(?:近|逾|约|了)? ?$/

/** 沪指收于3,200点: where an index stands. */
export function readPoints({ reading, quantity, sentence }: Place): Read {
  const { folded } = reading
  if (
    (quantity.form !== 'digits' && !quantity.scaled) ||
    !/^ ?点(?![0-9钟半整])/.test(folded.slice(quantity.end, quantity.end + 3))
  )
    return undefined
  const left = folded.slice(Math.max(sentence.start, quantity.start - 36), quantity.start)
  if (!INDEX_LEFT.test(left) && !(quantity.value >= 1000 && STANDS_AT.test(left))) return undefined
  const end = quantity.end + (folded[quantity.end] === ' ' ? 2 : 1)
  return { quantity: { ...withUnit(quantity, 'score'), end } }
}

/** 民主党支持者中为71%，共和党仅44: a share whose sign the second clause leaves out. */
const SAME_SHARE = /^[^。;；]{0,30}[,，、;；][^,，。;；]{1,12}(?:仅有?|仅为|则为|则是|只有|只得)$/

/** A share without its sign, behind one that has it. */
export function readSameShare({ reading, quantity, sentence, before }: Place): Read {
  if (quantity.form !== 'digits' || quantity.value > 100 || before?.quantity.unit !== 'percent')
    return undefined
  if (before.quantity.start < sentence.start || quantity.start - before.quantity.end > 36) return undefined
  if (!/^(?:[,。;、)]|$)/.test(reading.folded[quantity.end] ?? '')) return undefined
  return SAME_SHARE.test(reading.folded.slice(before.quantity.end, quantity.start))
    ? { quantity: withUnit(quantity, 'percent') }
    : undefined
}

/** 8000多赞同: so many and more of what stands behind. */
const isManyMore = ({ folded }: Reading, { form, inexact, value, end }: Quantity): boolean =>
  form === 'digits' && inexact === 'more_than' && value >= 100 && /[\u4e00-\u9fff]/.test(folded[end] ?? '')

/** 零违规, 零失误: what did not happen. */
const NONE_OF = /^(?:越界|违规|失误|事故|投诉|伤亡|死亡|感染|漏报|误报|差错)/

/** 几乎为零, 降至零. */
export function readZero({ reading, quantity, sentence, before }: Place): Read {
  if (quantity.value !== 0 || quantity.end - quantity.start !== 1) return undefined
  if (NONE_OF.test(reading.folded.slice(quantity.end, quantity.end + 2)))
    return { quantity: withUnit(quantity, 'count') }
  const left = reading.folded.slice(Math.max(sentence.start, quantity.start - 4), quantity.start)
  if (
    !/(?:为|至|到|接近|近乎|于|是|维持)$/.test(left) ||
    !/^(?:[,。;、)\s的]|$)/.test(reading.folded.slice(quantity.end, quantity.end + 1))
  )
    return undefined
  const topic = reading.folded.slice(Math.max(sentence.start, quantity.start - 16), quantity.start)
  const isShare =
    /机会|可能性|概率|几率/.test(topic) ||
    (before?.quantity.unit === 'percent' &&
      before.quantity.start >= sentence.start &&
      !/[息款钱案人费次]/.test(topic))
  return { quantity: withUnit(quantity, isShare ? 'percent' : 'count') }
}
