import type { Figure } from '../model/figure.ts'
import type { Binding } from './binding.ts'
import { charSet, holdsAny } from './char-set.ts'
import { clauseAt, HAN_PREDICATES } from './clauses.ts'
import { readCondition } from './condition.ts'
import { Gate } from './gates.ts'
import { FUNCTION, NOUN, pairAt, VERB } from './han-pairs.ts'
import { startOfOpinion } from './opinion.ts'
import type { Reading } from './reading.ts'

type Manner = Pick<Figure, 'polarity' | 'tense'> & Partial<Pick<Figure, 'change' | 'condition' | 'interval'>>

/** How a figure is asserted: whether it is denied or supposed, observed or forecast, and under which condition. */
export function bindManner(reading: Reading, binding: Binding): Manner {
  const { folded } = reading
  const clause = clauseAt(folded, binding.scope, binding.quantity.start)
  const left = folded.slice(clause.start, binding.quantity.start)
  // 14% believe that AI will help: what they think of is to come, the share is known.
  const told = folded.slice(clause.start, Math.min(clause.end, startOfOpinion(folded, binding)))
  const before = folded.slice(Math.max(binding.scope.start, clause.start - 60), clause.start)
  const change = readChange(left, folded.slice(binding.quantity.end, clause.end), before)
  const condition = readCondition(reading, binding)
  const interval = readInterval(folded.slice(binding.quantity.end, binding.quantity.end + 60))
  return {
    polarity: readPolarity(
      left,
      folded.slice(binding.scope.start, binding.quantity.start),
      folded.slice(binding.quantity.end, clause.end),
    ),
    tense:
      isForecast(told) || isForetold(before, told) || isWithin(folded, binding) || goesOnToCome(before, left)
        ? 'forecast'
        : 'observed',
    ...(change && { change }),
    ...(condition && { condition }),
    ...(interval && { interval }),
  }
}

const DENIED =
  /(?:并非|并不是|不是|绝非|而非|而不是|否认|从未|从没有?|从来没有?|从不|并未|没有达到|不存在|(?<![a-z])(?:not|isn't|wasn't|aren't|weren't|never|denied|denies|rather than|instead of|no evidence)(?![a-z]))[^,;。]{0,16}$|(?<![a-z])den(?:y|ies|ied) (?:that )?[^,;.]{0,48}$/
/** 没有在30%的测试中作弊 denies; 没有在工作中使用AI的员工占30% does not. */
const DENIED_AT = new Gate(/(?:没有?|未能?)[在对让使](?:大?约|近|超过|高达|这|那)?\s?$/)
/** 并非业者所称的0.5%, 并没有90%的: over the verb of a relative clause. */
const DENIED_HAN = /(?:并非|并不是|绝非)[^,;。]{0,16}$|并(?:没有?|无)\s?$/
const DENIED_NEAR = 24
/** 不是96%，而是… denies; 不仅, not only and not all do not, nor `never exceeded 3%`, `not know that`, `denied 100 requests`. */
const NOT_DENIED =
  /(?:不仅|不但|不只|是不是|要不是|不是.{0,8}只|(?<![a-z])not (?:only|just|all|every|more|less|fewer|even)(?![a-z])|(?<![a-z])(?:never|not) (?:once )?(?:exceed(?:ed)?|topped|fell below|fall below|dropped below|drop below|known?|knew|reali[sz]ed?|notice|mention|mind)(?![a-z]))[^,;。]{0,16}$|(?<![a-z])den(?:y|ies|ied) (?:over|about|around|nearly|almost|more than|at least|some|only)? ?$/
/** 30%的人走了的说法不实, `the claim that 30% left is false`: what is said of the statement, behind the value; 30%的报道不实 states 30%. */
const DENIED_AFTER =
  /(?:(?:(?<=.{2})|(?<=[”’」』"]))的(?:这一|此种)?(?:说法|传言|消息|传闻|报道|数字|数据)(?:并?不(?:属|真)?实|并不(?:准确|正确|成立)|不(?:准确|正确|成立)|站不住脚|毫无(?:根据|依据)|没有(?:根据|依据)|纯属(?:虚构|谣言|误读|捏造|子虚乌有)|是误读|有误|是(?:假|错)的|[系是]谣言)|(?<![a-z])(?:is|was|are|were) (?:false|untrue|not true|incorrect|a myth|fabricated)(?![a-z]))/
/** How far behind the value that may stand. */
const DENIED_WITHIN = 48
const STATES =
  /(?<![a-z])(?:claims?|rumou?rs?|reports?|allegations?|statements?|figure|idea|notion) that [^,;。]*$/
const SUPPOSED =
  /(?:^|[,;。:\s])(?:如果|假如|假设|假定|倘若|若是?|要是|万一|(?<![a-z])(?:if|suppose|assuming|imagine)(?![a-z]))|(?:^|[,;] )were .{1,20} to(?![a-z])/
/** One of these stands in all that supposes something. */
const SUPPOSES_HAN = charSet('如假倘若要万')
const SUPPOSES_ENGLISH = ['if', 'suppose', 'assuming', 'imagine', 'were ']
const MODAL =
  /(?:(?<![a-z])(?:could|might|would(?! (?:say|guess|put|estimate|call|argue|think|imagine|bet|reckon))|(?<!(?<![a-z])(?:in|last|this|of|by|since|until|from|early|late|mid|to) )may)(?![a-z])|或许|也许|说不定|(?<!不)可能(?!性|的(?!是)))[^,;。]{0,24}$/

function readPolarity(left: string, before: string, right: string): Figure['polarity'] {
  const near = before.slice(-DENIED_NEAR)
  if ((DENIED.test(left) || DENIED_AT.test(left) || DENIED_HAN.test(near)) && !NOT_DENIED.test(left))
    return 'denied'
  const said = DENIED_AFTER.exec(right.slice(0, DENIED_WITHIN))
  if (said && (!/[a-z]$/.test(said[0]) || STATES.test(left))) return 'denied'
  return isSupposed(before) || MODAL.test(left) ? 'hypothetical' : 'asserted'
}

const isSupposed = (words: string): boolean =>
  (holdsAny(SUPPOSES_HAN, words) || SUPPOSES_ENGLISH.some((one) => words.includes(one))) &&
  SUPPOSED.test(words)

const FORECAST =
  /预计|计划(?=[将在于到投])|(?<!准确|正确|成功|精准)预测(?!准确|精度|误差|模型|器|正确|能力|任务|的准确)|预期|有望|未来(?!研究|生命|科技|学院|学会|实验室|公司|集团|论坛|大会|城)|届时|可能(?:很快|将|就)?会|即将|到20[2-9]\d年|20(?:2[7-9]|[3-9]\d)年(?:前|底)?|(?<![a-z])(?:will|shall|expects?|expected|forecasts?|projected|projects|predicts?|predicted|anticipated|by 20(?:2[7-9]|[3-9]\d)|going to|is set to|are set to|upcoming)(?![a-z])/

/** What 将 stands before when it means that something is to come; before a thing it is 把: 将20%的算力用于安全. */
const COMES = new Gate(
  /^(?:[涨跌升降增减达超耗花裁投推建设上下进出开关收付还引带改变成留用以于在会能可由被从向对是有为不再更仍也首全分大重继陆逐很越无需要遭受成落打启]|[约近]为)/,
)

function isComing(words: string): boolean {
  for (let at = words.indexOf('将'); at >= 0; at = words.indexOf('将', at + 1)) {
    if (/[行即]/.test(words[at - 1] ?? '') || words[at + 1] === '近') continue
    const right = words.slice(at + 1, at + 7)
    if (
      /^(?:其|该|这|那|它|他|她|已|[数几]|[约近超]?\s?[\d一二三四五六七八九十百千万半两]|[a-z])/.test(right)
    )
      continue
    const pair = pairAt(words, at + 1)
    if ((pair & NOUN) !== 0 && (pair & VERB) === 0) continue
    if (COMES.test(right) || (pair & (VERB | FUNCTION)) !== 0 || HAN_PREDICATES.endAt(words, at + 1) >= 0)
      return true
  }
  return false
}

const isForecast = (words: string): boolean => FORECAST.test(words) || isComing(words)

/** 到2030年，普及率要达到90%; 用电量将增长一倍，达到930太瓦时: what is to come is said in the clause before. */
const BY_THEN = /到 ?20(?:2[5-9]|[3-9]\d) ?年[底末初]?,\s?$/
const MUST = /要|应|须|需|将|会|可/
const GOES_ON =
  /^\s?(?:约|并|最终|进而)?(?:达到?|较|比|同比|增至|升至|降至|增长|下降|年均|约合|相当于|接近|超过|突破)/

const goesOnToCome = (before: string, left: string): boolean =>
  (BY_THEN.test(before) && MUST.test(left)) ||
  (GOES_ON.test(left) &&
    !/[了曾已]/.test(left) &&
    /,\s?$/.test(before) &&
    isForecast(/[^,;。:]*,\s?$/.exec(before)![0]))

/** 可能在8到15年内出现. */
const MAY_WITHIN =
  /(?:可能|或许?|也许|会|将|有望|势必|必将|承诺|计划|拟|准备)(?:就|也|最快|最早)?(?:在|于)(?:未来)?(?:约|近|大约|短短)?\s?$/

/** 麦肯锡预计，到2030年，…; `By 2035, …`: what the clauses before the figure's own say of it. */
const FORETELLS =
  /(?:预计|预测|预言|预期|到20(?:2[7-9]|[3-9]\d)年底?)(?:,[^,。;]{0,16})?,\s?$|(?:^|[.;,] ?)by (?:the end of )?20(?:2[7-9]|[3-9]\d), $/
const PAST = /[了过]|已经?|(?<![a-z])(?:was|were|had|has)(?![a-z])/

const isForetold = (before: string, told: string): boolean => FORETELLS.test(before) && !PAST.test(told)

/** 未来20年, 20年内会, within five years: a horizon. */
const isWithin = (folded: string, { quantity }: Binding) =>
  quantity.unit === 'duration' &&
  (/within (?:the next )?$|未来$|下一?个?$/.test(
    folded.slice(Math.max(0, quantity.start - 18), quantity.start),
  ) ||
    /^(?:之|以)?内[^,。;了]{0,8}(?:会|将|可能|能|必)/.test(folded.slice(quantity.end, quantity.end + 14)) ||
    (MAY_WITHIN.test(folded.slice(Math.max(0, quantity.start - 12), quantity.start)) &&
      /^(?:之|以)?内(?![容部存外])/.test(folded.slice(quantity.end, quantity.end + 3))))

const RISES =
  '(?:增长|增加|上升|上涨|提高|提升|攀升|下降|减少|降低|下跌|下滑|缩短|延长|扩大|高出|多出|跌|涨|升|降|rose|rises?|risen|grew|grown|increased?|increasing|fell|fallen|dropped|declined|decreased|jumped|climbed|surged|soared|gained|lost|shrank|up|down|cut|improved|improves|shortened|lengthened|extended|slowed|swelled|ballooned|plunged|plummeted|tumbled|slumped|sank|slid|slipped|crept up|edged up|edged down|swung|widened|narrowed|expanded|raised|lowered|shed|dipped|halved|doubled|tripled|rising|falling|growing|dropping|climbing)'
const MOVES = new RegExp(`${RISES}|增|减|从|由|from|reduc|飙|翻`)
const BY = new Gate(
  new RegExp(
    `${RISES}(?:了|约|近|超过|逾|大约|多达|高达|仅|只|达)*(?: (?:by|about|around|nearly|over|more than|only|just|some|roughly|almost|an?|approximately|factor of))*\\s?$`,
  ),
)
const TO = new Gate(
  /(?:(?:至|到|为|成)(?:了|约|近|超过|逾|大约|仅|只)*\s?|(?<![a-z])to (?:about |around |nearly |over |more than |just |only |some |roughly |almost |under |below |less than |fewer than |as (?:high|low|much|little) as )?)$/,
)
const FROM = new Gate(
  /(?:(?:从|由|自)(?:约|近|大约|最初的?|原来的?|之前的?)*\s?|(?<![a-z])from (?:about |around |nearly |over |just |only |some |roughly |under |less than |more than )?)$/,
)

/** `up from 89 without it`. */
const MOVED_FROM = new Gate(
  /(?<![a-z])(?:up|down|rise|fall|increase|drop|decrease|improvement|jump|decline) from (?:about |around |nearly |over |just |only |some )?$/,
)
/** `cut hospital admissions by four-fifths`. */
const CUT_BY = new Gate(
  /(?<![a-z])(?:cut|cuts|cutting|reduc(?:es?|ed|ing)|rais(?:es?|ed|ing)|lower(?:s|ed|ing)?|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|increas(?:es?|ed|ing)|improv(?:es?|ed|ing)|slash(?:es|ed|ing)?|trimm(?:ed|ing)|beat(?:s|ing)?|miss(?:es|ed|ing)|shrank|shrinks?) (?:[a-z'’-]+ ){1,5}by (?:about |around |nearly |over |more than |some |roughly |almost |an? )?$/,
)

/** `增长3倍` and `rose by 20 points` say how much was added, `增至3倍` and `rose to 70%` what was reached. */
function readChange(left: string, right: string, before: string): Figure['change'] | undefined {
  if (FROM.test(left) && /(?:^| )to [^,;]*$/.test(left) && (MOVES.test(left) || MOVES.test(before)))
    return 'from'
  if (FROM.test(left) && /到|至|升|降|涨|跌|增|减|(?<![a-z])(?:to|in)(?![a-z])/.test(right)) return 'from'
  if (
    TO.test(left) &&
    !left.endsWith('up to ') &&
    (MOVES.test(left) || (/^ ?to /.test(left) && MOVES.test(before)))
  )
    return 'to'
  if (MOVED_FROM.test(left)) return 'from'
  return BY.test(left) || CUT_BY.test(left) ? 'by' : undefined
}

const INTERVAL = new Gate(
  /^[\s,，(（[;]*(?:(\d{2}(?:\.\d)?)\s?%\s?)?(?:cr?i|c\.i\.|confidence interval|credible interval|置信区间|可信区间|信赖区间)(?: ?[[(](?:ci|cri)[\])])?[:=\s为是]*[[(]?\s?(-?\d+(?:\.\d+)?)\s?%?\s?(?:–|—|-|~|to|,|，|至|到)\s?(-?\d+(?:\.\d+)?)/,
)

/** `(95% CI 1.2–3.4)` belongs to the value before it. */
function readInterval(right: string): Figure['interval'] | undefined {
  const match = INTERVAL.exec(right)
  if (!match) return undefined
  const level = match[1] === undefined ? {} : { level: Number(match[1]) }
  return { low: Number(match[2]), high: Number(match[3]), ...level }
}
