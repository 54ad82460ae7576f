import { Gate } from './gates.ts'
import { literalsOf } from './literals.ts'
import { splitAlternatives, unwrap } from './pattern-edges.ts'

/** Whether a leading stretch of words can name what a figure is about, by closed classes of what cannot. Folded text. */

/** Length of `the latter`. */
const LONGEST_PRONOUN = 10
const PRONOUN =
  /^(?:它们?|他们?|她们?|其|该|此|这|这些|那些|自己|本身|我们?|你们?|您|咱们?|大家|人家|it|its|they|them|their|he|she|his|her|him|we|i|you|our|us|this|that|these|those|there|here|which|who|one|some|many|both|the latter|the former|everyone|someone|a|an|the)$/
/** Times, adverbs and verbs that a cut may leave over. */
const NO_NAME =
  /^(?:\d[\d.,年月日]*|.*(?:过程中|年初|年底|月底|月初|同期|期间|以来|之后|之前|以后|之际|当天|当时|时候|之内|之间|同时|方面|情况下|而言|来说|来看|的话)|(?:本|上|下|今|去|明|前|后|每|当|此|近|年|月|周|同|现|如)(?:年|月|周|轮|季度|日|天|次|期|初|末|底|后|前|时|间|内|度)?|.*(?:[就已只也都还更很最将并且着得吗呢吧啊嘛呀又再仍均却则即乃至]|(?<![许认宁])可|(?<![智功性职效技本才动潜产])能|(?<![社协工委大国议集机教学商峰年晚宴例盛分公听]|员|基金|协作|理事|董事|监事|联合|听证|发布|研讨|座谈|展览|博览|奥运|运动|音乐|仲裁|立法)会|(?<![原基起诱])因|(?<![小即实临及暂平同耗用工学课延定计省按准守])时|(?<![前幕背先身午落太皇王影今以])后|(?<![通超经不])过|(?<![各基土当本外内产领农场阵营园高]|目的)地)|[^\u4e00-\u9fffa-z0-9]*|小时|分钟|星期|礼拜|工作日|[而但且并却][仅只还又都也]|(?:几乎|差不多)(?:所有|全部)|大多数|多数|[\d一二三四五六七八九十几数两半]+个?(?:年|月|周|天|小时|分钟|秒)[内里]?|人民币|[美日港欧]元|美金|英镑|新?台币|一|有|没|无|不|非|未|以|用|按|据|根据|通过|经过|对于|随着|除了|为了|关于|针对|基于|鉴于|截至|自从|直到|其中|另外|有效|成功|共计|总计|合计|平均|接近|大约|一[个些种款项名]|首[批次个位]|同比|环比|按年|按月|累计|图中|图片|结果|数据|原因|问题|文章|表格|注)$/
/** 第三, 第二次. */
const ORDINAL = /^第[\u4e00-\u9fff\d]{1,3}.?$/
const VERBLIKE =
  /^(?:就|已|只|也|都|还|可|能|会|将|因|并|被(?!告|害)|把|让|使|令|给|对(?![照抗齐比手话方象])|向|从|在|于|以|用|按|据|随|除|为了|关于|通过|经过|根据|如|若|当|每(?=天|年|月|次|当)|各|不|没|未|无|更|很|最|太|非常|有|是|要|想|看(?!门|板|点|守)|来|去|到|拿|做|搞|去年|今年|较|比|相较|相比|截至|自)/

const ENGLISH_NO_NAME =
  /^(?:(?:versus|vs|between|among|armed|based|according|given|compared|using|including|following|despite|during|after|before|since|until|when|where|while|if|although|though|because|however|meanwhile|overall|figure \d*|table \d*|fig\.? ?\d*|then|now|today|last|next|this|each|every|no|not|never|all|any|more|less|fewer|roughly|nearly|almost|approximately|most|such|other|another|first|second|also|even|just|only|still|yet|so|thus|hence|instead|rather|perhaps|maybe|indeed|here|there|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|and|or|but|what|how|why|year|years|times|example|part|percent|per cent|results?|findings?|experiments?|evaluations?|demonstrat(?:e|es|ing)|show(?:s|ing)?|which|significantly|successfully|in|on|at|for|of|to|by|as|it|we|about|around|nearly|over|under|up|above|below|was|were|is|are|has|have|had|him|them|there's|range|ranges|across|against|within|without|up|with|from|be|been|being)(?: .*)?|an?|the|total|number|its|their|his|her|our|my|additional|mere|full|further|estimated|staggering|whopping|meagre|meager|far|cents?|rs\.?(?: ?\d*)|no\.? ?\d*|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+)$/

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const NUMBERS = setOf(
  'dozen hundred thousand million billion trillion dozens hundreds thousands millions billions trillions',
)
const ADJECTIVES = setOf(
  'misleading missing wrong worse worst better similar different enough faster slower smaller larger higher lower closer cheaper stronger weaker bigger longer shorter older younger newer fewer greater easier harder mandatory single persuasive false past current direct whole likely unlikely aware alone apart underway undone true sure',
)
/** Verbs, ordinals and parts that a cut may leave over. */
const LEFT_OVER = setOf(
  'fact contrast addition comparison cent cents far additional mere further estimated staggering whopping having doing getting going making taking putting saying accumulate keep retire read left none end third fourth fifth sixth half quarter ago together altogether instead otherwise enough',
)
/** Nouns that end as a participle does. */
const NOUNS_IN_ED = setOf(
  'speed breed creed greed embed steed tweed hundred infrared biped moped watershed seabed hotbed testbed newsfeed seed feed weed shed need deed reed ahmed mohammed saeed javed waleed jared alfred fred wilfred',
)
/** When something was: `past year`, `a single night`. */
const TIME =
  /^(?:(?:past|single|same|first|last|whole|full|final|previous|recent|coming|busy|entire) )?(?:night|moment|morning|afternoon|evening|weekend|anniversary|spring|summer|autumn|winter|(?:day|week|month|quarter|year|decade|hour|minute|second)s?)$/
const TIME_GATE = new Gate(TIME)
/** `what it`, `nine cents`, `eighteen months`. */
const NO_PHRASE = new Gate(
  /^(?:(?:what|that['’]s|whatever|whoever) .*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety) (?:cents|dollars|points|seconds|minutes|hours|days|weeks|months|years))$/,
)
/** Nouns that end as an adverb or an adjective does. */
const NOUNS_IN_LY = setOf(
  'family reply ally rally assembly supply monopoly anomaly italy july butterfly bully lily',
)
const NOUNS_IN_BLE = setOf(
  'table cable variable deliverable wearable vegetable syllable constable bible crucible collectible renewable consumable',
)

/** English words that are a number or a time, say how, or are only said of something: `million`, `potentially`, `exploitable`. */
export function isNoNoun(word: string): boolean {
  if (word.endsWith('ly')) return !NOUNS_IN_LY.has(word)
  if (word.endsWith('able') || word.endsWith('ible')) return !NOUNS_IN_BLE.has(word)
  if (word.endsWith('ed') && word.length > 4 && !word.includes(' ')) return !NOUNS_IN_ED.has(word)
  return (
    NUMBERS.has(word) ||
    ADJECTIVES.has(word) ||
    LEFT_OVER.has(word) ||
    TIME_GATE.test(word) ||
    NO_PHRASE.test(word)
  )
}

/** The first words of all that `ENGLISH_NO_NAME` knows, and what those begin with that it writes in several ways (`fig.3`). */
interface Openings {
  words: ReadonlySet<string>
  prefixes: readonly string[]
}

let openings: Openings | undefined

function readOpenings(): Openings {
  const [leading, ...whole] = splitAlternatives(unwrap(ENGLISH_NO_NAME.source.slice(1, -1)))
  const leads = splitAlternatives(unwrap(leading!.replace(/\(\?: \.\*\)\?$/, '')))
  const first = [...leads, ...whole].map((one) => one.split(' ', 1)[0]!)
  const literals = first.map((one) => literalsOf(one)?.map(({ word }) => word))
  return {
    words: new Set(literals.flatMap((words) => words ?? [])),
    prefixes: first.filter((_, at) => !literals[at]).map((one) => /^[a-z]+/.exec(one)![0]),
  }
}

/** The pattern is asked only where the first word is one that it knows. */
function isNoEnglishName(words: string): boolean {
  const { words: known, prefixes } = (openings ??= readOpenings())
  const end = words.indexOf(' ')
  const mayBe =
    known.has(end < 0 ? words : words.slice(0, end)) || prefixes.some((one) => words.startsWith(one))
  return mayBe && ENGLISH_NO_NAME.test(words)
}

/** 他们还, 它抓, 这正: a pronoun with the rest of a predicate behind it. */
const PRONOUN_LED = /^(?:它们?|他们?|她们?|我们?|你们?|大家(?=.)|这(?!一)|那|其(?!他|余|中))/

const PRONOUN_GATE = new Gate(PRONOUN)
const PRONOUN_LED_GATE = new Gate(PRONOUN_LED)

/** Whether words are a pronoun, or begin with one that points back. */
export function isPronoun(written: string): boolean {
  const words = written.trim()
  return PRONOUN_LED_GATE.test(words) || (words.length <= LONGEST_PRONOUN && PRONOUN_GATE.test(words))
}

/** Nouns that act or are measured; a phrase that ends in one can be what later clauses go on about. */
const THEME =
  /(?:模型|系统|方法|工具|团队|公司|企业|机构|研究|论文|报告|调查|实验|小?组|人员|者|员|专家|院|研究所|政府|国家|平台|技术|产品|算法|架构|数据集|测试|基准|ai|智能体|助手|机器人|广告|攻击|漏洞|软件包|项目|法案|条例|实验室|部门|协会|组织|委员会|用户|学生|教师|公民|工人|民众|网友|选民|法院|警方|警察|银行|学校|大学|市场|行业|产业|芯片|数据中心|人类|适配器|分类器|框架|协议|声明|公开信|机制|政策|服务|应用|程序|软件|平台|厂商|巨头|models?|systems?|agents?|labs?|company|companies|researchers?|team|study|survey|poll|report|paper|police|worker|workers|employee|firm|group|users?|participants|respondents|people|government|photos?|cards?|attackers?|method|methods|attack|attacks|chatbots?|llms?|package)$/

const THEME_GATE = new Gate(THEME)
const NO_NAME_GATE = new Gate(NO_NAME)
const ORDINAL_GATE = new Gate(ORDINAL)
const VERBLIKE_GATE = new Gate(VERBLIKE)
const DETERMINER_GATE = new Gate(/^(?:an?|the|its|their|his|her|our|these|those) (?=.)/)
const SUM_GATE = new Gate(/^[\d.,]*[百千万亿]*(?:元|美元)?$/)

/** Whether a phrase may stay the theme beyond its own clause; `nominal` when it is known whether it can be a noun phrase. */
export const isTheme = (written: string, nominal?: boolean): boolean =>
  written.length <= 24 && THEME_GATE.test(written.trim()) && (nominal ?? isNominal(written))

/** True when the words can be a name or noun phrase. */
export function isNominal(written: string): boolean {
  const words = written.trim()
  if (words.length < 2 || words.length > 60 || isPronoun(words)) return false
  const letters = lettersOf(words)
  if (letters === NONE) return false
  if (letters === LATIN) return !isNoEnglishName(words.slice(DETERMINER_GATE.lengthIn(words)))
  if (words.length > 28 || SUM_GATE.test(words)) return false
  return !NO_NAME_GATE.test(words) && !ORDINAL_GATE.test(words) && !VERBLIKE_GATE.test(words)
}

/** Which letters words hold: those of Han go before Latin ones. */
const NONE = 0
const LATIN = 1
const HAN = 2

function lettersOf(words: string): number {
  let letters = NONE
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    if (unit >= 0x4e00 && unit <= 0x9fff) return HAN
    if (unit >= 97 && unit <= 122) letters = LATIN
  }
  return letters
}
