import { SIGN, type Signs } from './attribution-signs.ts'
import { type Candidate, REACH, trimmed } from './attribution-words.ts'
import { candidatesQuoted } from './quoted-han.ts'
import { isSurname, leadingVoice, voicePrefix } from './voice.ts'
import { matchesOf, WordScan } from './word-scan.ts'

const SAYS_HAN =
  /(?:表示|指出|(?<![面于过出及合])预期(?!寿|目|外|中)|质疑|推估|初估|预估|粗估|概估|确认|重申|澄清|驳斥|公告|慨叹|感慨|(?<=[员师长者人民友生客家授主任事委])叹(?=[,:道说])|叹道|忆述|直指|痛批|炮轰|抨击|谴责|(?:不讳|断)言|比喻|笑[说称言]|苦笑|表态|报[导道](?=[,:，：称指])|(?<=[生太姐婶伯叔哥嫂仔师员长士佢])话(?![题语筒机剧务费术])|(?<=[却则亦另曾更时后并])指(?![数标示定控挥纹南引派尖导望责明向认正着])|放话|断言|感叹|吐槽|调侃|喊话|预言|直呼|自曝|推测|总结(?=[道说:,])|提出(?=,)|承诺(?=,[将会要])|透露了?|坦承|证实|(?<!的)承诺(?=[将会在新为])|相信(?=[,，])|呼吁|批评|形容|建议|(?<![识规全术本准管的度制务性法律定合此该项关质能学求等护权])要求(?!落[地实]|清单|范围)|警示|说明(?=[,:，：])|统计(?=[,:，：])|(?<=,)指(?![数标示定控挥纹南引派尖导望])|写(?=[:：])|发帖(?=[:：])|访问(?= ?[0-9])|(?<!报)称(?![为号呼赞做作之道霸职雄王])|(?<=[警检]方(?:初步)?)相信|写道|认为|发现(?!率)|警告(?!诉|窗口?|标[志识签语]|信|框|灯|牌|[文字]样|弹窗|处分)|爆料|估计(?!值|量)|预测(?!值|器|性)|预计|宣布|披露(?!率|金额|总额|数量|比例)|公布|显示(?![屏器卡]|技术|面板)|表明|揭示|强调|坦言|预判|判断(?![力题])|通报|补充(?:道|说)|回应(?!率|速度|时间|时长|质量|长度|能力|内容)|提醒|承认|否认|抱怨|估算|测算|推算|报告说|强调说|直言|所言|所说|所称|所写|反驳|批评|警示|告诉|主张|指(?=[,出称该在有约超])|(?<=[员人会署局部院社录书告长席者方司团任授师家员])指(?![数标示定控挥纹南引派尖导望出称责明向认正])|透露|记录了|续[称说指]|[辩宣声坚]称|访问了|收回|(?:抽查|抽检|抽测|审查|检视|走访|视察|巡查|列出)了?(?= ?[0-9一二三四五六七八九十])|跟踪了|追踪了|认定|查明|裁定|判决(?!书)|判令|判(?=[^,。]{0,6}(?:担责|赔|处|令|刑))|介绍[,:，]|告诉|(?<![演宣主])讲[,:，]|提到|解释(?![性力器权])|分析[了道称说]|[跟对]我们?讲|回我|回复[,:，]|认为|谈到|追问(?=[,:道说])|反问|质问|回忆(?=[,:道说称起])|转述|[载写]明|测定(?=[,:])|算了?(?:一笔|笔|过)账?(?=[,:])|讲了(?:另一个|一个|这样一个)[^,。:]{1,6}(?=:)|算过(?=,)|保证(?=[,:。])|承诺(?=[:。]|,[^,。]{0,8}[将会])|发文(?=[,:])|提示(?=[,:说])|(?:梳理|评估|统计|调查|分析|采访|测试|点名|监测|汇总|实测|清查|盘点|访谈|抽验|查验|检测|稽查|查核)了?(?=\d)|测得|测出|算得|算出|坦露|吐露|说起|谈及|提及|注意到|观察到|推断|研判|告诫|讲述|描述(?=[,:道说])|汇报(?=[,:说])|供述|供称|交代(?=[,:说])|陈述(?=[,:说])|作证(?=[,:说称])|辩解|申辩|自嘲|打趣|留言(?=[,:])|指控|指责|纠正(?=[,:道说])|附和|答(?=[:道])|问道|笑道|坦陈|直陈|预警(?=[,:])|给(?=[^,。]{2,14}[打评]出?了?\d)|发出了?[^,。]{0,6}(?:警告|警示|预警|呼吁|忠告)(?=[,:])|发表[^,。]{0,10}(?:结果|报告|数据|研究)|发布[^,。]{0,12}(?:结果|报告|数据|调查|研究)|发布[^,。]{0,24}案例|公布[^,。]{0,12}(?:业绩|财报|报告)|得出[^,。]{0,24}结论|给出[^,。]{0,10}(?:数据|数字|预测|判断|担忧|估计|框架)|(?<=[^的])答(?:记者|网友|读者|股民|媒体)问时?(?=[,:])|(?<![的该此份条篇段项番些种句发作做和与及或、])(?:敦促|促请|吁请|透漏|讲解|回答|推论|答复|评论|批判|揭露|暗示|阐述|阐明|阐释|申明|声明|归纳|概括|坚信|确信|深信|猜测|揣测|担忧|担心|忧虑|觉得|抗议|斥责|训斥|号召|忠告|预料|预见|估测|推定|叙述|口述|追忆|回想|谈起|讲到|说到|写到|聊到|点评|评价|哀叹|叹息|争辩|扬言|爆出|曝光|揭发|控诉|辟谣|查证|考证|证明|核实|求证|解读|断定|论断|倡议|提议|劝告|劝说|奉劝|许诺|嘱咐|叮嘱|告知|知会|转告|戏称|戏言|坦白|倾诉|诉说|哭诉|泣诉|咆哮|怒斥|怒批|痛斥|反问|诘问|提问|插话|接话|补刀|剧透|科普|分享|留言|跟帖|发推|发微博|评述|论述|论证|论及|言及|宣读|念道|喊道|吼道|嘟囔|嘀咕|感言|直斥|怀疑|感到|申诉|投诉|举报|供认|招认|明言|自述|自陈|自称|补述|复述|细数|算计|估摸|琢磨|打包票|拍胸脯|放狠话|泼冷水|打比方|交底|交了底|摊牌|松口|改口|发声|喊冤|叫苦|诉苦|叫屈|发言|谈到|(?<![演宣主])讲|(?:补充|强调|归纳|概括|点评|评论|总结|感叹|解释)(?:说|道|称)|(?:总结|归纳|概括)(?:出|了)[^,。:]{0,8})(?=[,:](?!\n))|说(?![明服法会]|的话)|分享[,:]|补充[,:]|点出[,:]|点名[,:]|示警[,:]|狠批[,:]|批[,:]|轰[,:]|叹[,:]|回复[,:]|答复[,:]|曝[,:]|亲曝[,:]|预告[,:]|倡议[,:]|看好[,:]|看坏[,:]|看淡[,:]|看衰[,:]|试算[,:]|盘点[,:]|归纳[,:]|讲解[,:]|诘问[,:]|提问[,:]|撰文[,:]|投书[,:]|回顾[,:]|回想[,:]|观察[,:]|补述[,:]|细数[,:]|分析[,:]|估[,约]|发文[说指称表写]|贴文[说指称表写]|推文[说指称表写]|撰文[说指称表写]|po文[说指称表写]|声明[指称说]|投书[指称说]|力陈|力主|疾呼|踢爆|期许|期盼|埋怨|诉苦|哭诉|控诉|深信|预料|(?<=大行|该行|[a-z]{2}|券商|证券|银行|协会|政府|[署局院][方长]?|[师员])料(?=[今明后全本下首未将会需可年])|算过|保守估)/g
const SAYS = new WordScan(SAYS_HAN)
const ACCORDING_HAN = /(?:根据|(?<![数证票收占论单])据|按照?|依据|引述|援引)\s?/g
const ACCORDING_HAN_END =
  /^[《「]?([^,。;:、()"“”「」\n]{2,24}?)[》」]?(?:的)?(?:一[项份]|最新|今日|周[一二三四五六日末]|昨日|当天|近日|此前|早前|稍早|日前)?(?:的)?(?:报道|报导|数据|介绍|说法|统计|估计|调查|研究|报告|消息|爆料|表述|声明|披露|论文|民调|预测|分析|判断|回忆|讲述|反映|转述|推测|估测|称|说|所述|指出|透露|了解|新闻|测算|推算|估算|口径|估值|核算|设想|构想|排行榜|榜单|博文|博客|测评|评测|财报|年报|季报)/
/** 记者从市场监管局获悉. */
const LEARNT = /从([^,。;:]{2,14}?)处?(?:获悉|了解到|得知)/g
/** 《晚点周刊》独家获悉. */
const LEARNT_BY = /[《「]([^《》「」\n]{2,16})[》」](?:记者)?(?:独家|近日|日前)?(?:获悉|了解到|得知)/g
const PROVIDED = /提供的(?:一[张份组])?(?:表格|数据|图表|数字|统计)/g
/** 来自事故观察站的数据. */
const COMES_FROM = /来自([^,。;:]{2,16}?)的(?:[\u4e00-\u9fff]{0,4})(?:数据|统计|报告|数字|资料)/g
/** 鉴定机构对该平台做了抽样测试: who tests says what came of it. */
const TESTED =
  /对[^,。;:]{2,18}(?:做|开展|进行|展开)[了过]?[^,。;:]{0,8}(?:测试|检测|抽检|调查|调研|问卷|访谈|摸底|评估|评测|审查|测评|审计)/g
/** 某证券把目标价由11元上调至14.5元, 某券商给予「买进」评等: whoever rates a share says what it is worth. */
const RATES =
  /(?<=^|[,。;])([^,。;:「」“”]{2,14}?)(?:[则亦也]|最新|[今昨]日)?(?:[把将][^,。;:]{0,12}目标价|(?:给予|给出|重申|维持)[^,。;:]{0,8}评[级等]|维持[「“](?:买[入进]|增持|减持|中性|沽售|卖出|持有|加码|减码|优于大[市盘]|跑[赢输]大[市盘])[」”])/g
const RATED = /目标价|评[级等]|维持[「“]/

/** Who may be the voice of a Chinese sentence, from the surest construction to the weakest. */
export function* candidatesHan(words: string, signs: Signs): Generator<Candidate> {
  const { bits } = signs
  yield* candidatesQuoted(words, signs)
  for (const match of (bits & SIGN.according) !== 0 ? matchesOf(ACCORDING_HAN, words) : [])
    yield* accordingHan(words, match.index + match[0].length)
  for (const match of (bits & SIGN.来) !== 0 ? matchesOf(COMES_FROM, words) : []) {
    const at = match.index + 2
    yield trimmed(words, at, at + match[1]!.length)
  }
  for (const at of SAYS.starts(words))
    if (!(words[at - 1] === '的' && NOUN.test(words.slice(at, at + 2))) && !isDating(words, at))
      yield* beforeHan(words, at)
  for (const match of RATED.test(words) ? matchesOf(RATES, words) : [])
    yield { ...trimmed(words, match.index, match.index + match[1]!.length), isAgent: true }
  for (const match of (bits & SIGN.从) !== 0 ? matchesOf(LEARNT, words) : []) {
    const at = match.index + 1
    yield trimmed(words, at, at + match[1]!.length)
  }
  for (const match of words.includes('获悉') || words.includes('了解到') ? matchesOf(LEARNT_BY, words) : [])
    yield { start: match.index + 1, end: match.index + 1 + match[1]!.length, isName: true }
  for (const match of (bits & SIGN.提) !== 0 ? matchesOf(PROVIDED, words) : [])
    yield* beforeHan(words, match.index)
  for (const match of (bits & SIGN.对) !== 0 ? matchesOf(TESTED, words) : [])
    yield* beforeHan(words, match.index)
}

/** 根据下周递交的法律提案,: a paper that says so, with no word of reporting behind it. */
const ACCORDING_PAPER =
  /^[^,。;:、()"“”「」\n]{0,20}?((?:(?!的)[\u4e00-\u9fff]){0,4}(?:文件|提案|方案|法案|条例|草案|指引|协议|备忘录|判决书|起诉书|规定))(?:的(?:定义|规定|要求))?,/

/** 产业界的抱怨, 她的建议: what is said of them, not that they say it. */
const NOUN =
  /^(?:抱怨|批评|建议|要求|呼吁|反驳|回应|承认|提醒|分享|质疑|爆料|观察|分析|补充|示警|盘点|期许|期盼|倡议)/

/** 主席宣布散会时, 部长公布名单后,: what somebody did dates what the sentence tells, and is not who tells it. */
const DATES =
  /^(?:宣布|公布|披露|承认|否认|通报)(?:前|后|之[前后]|当[天日晚])(?!表示|说|指|称|强调|补充)|^(?:宣[布告]|公布|公告|披露|承认|否认|发现|说明|统计|判决)[^,。:;\d一二两三四五六七八九十]{2,8}(?:时|后|前|之际|当[天日晚]|期间),/

const isDating = (words: string, at: number): boolean =>
  ('宣公披承否发说统判通'.includes(words[at]!) && DATES.test(words.slice(at, at + 20))) ||
  ('分估'.includes(words[at]!) && NOT_SO.test(words.slice(at - 1, at + 2))) ||
  isUnsaid(words, at)

/** 简单来说, 对公司来讲: a turn of phrase. */
const TURN =
  /(?:简单|具体|总的?|一般|通常|整体|总体|大体|相对|严格|这样|反过|长远|目前|现阶段|[对就从拿][^,。;:]{1,12})来$/
/** 经查明: whose own doing it is not. */
const BY_INQUIRY = /^(?:查明|认定|证实|核实|确认|裁定|判定)/

function isUnsaid(words: string, at: number): boolean {
  const last = words[at - 1]
  if (last === '来') return '说讲看'.includes(words[at]!) && TURN.test(words.slice(Math.max(0, at - 16), at))
  if (last === '经') return BY_INQUIRY.test(words.slice(at, at + 2))
  return (
    (last === '未' || last === '没' || words.startsWith('没有', at - 2)) &&
    UNSPOKEN.test(words.slice(at, at + 2))
  )
}

/** 没有发现异常, 未透露金额: what nobody says. */
const UNSPOKEN = /^(?:发现|透露|公布|披露|说明|回应|提到|查明|证实|宣布)/

/** 做了分析, 评估: what ends like a verb of saying. */
const NOT_SO = /^(?:[了过做经据次些]分析|[评推预低高测毛]估)/

/** 据市消协《年度投诉观察》，: whose report it is. What a law says is nobody's count. */
const ACCORDING_TITLE =
  /^([^,。;:《》()"“”\n]{2,24}?)(?:近日|日前|最新)?(?:的|发布的?|公布的?|编制的?|出版的?)?《[^《》\n]{2,40}(?<!法|案|条例|规定|办法|细则|决定|通知|规则|章程|公约|条约|令|准则|标准|协议|协定)》(?:中|里)?(?:的?(?:统计|数据|测算|估算|估计|调查|记载|披露|显示))*,/

function* accordingHan(words: string, at: number): Generator<Candidate> {
  const titled = ACCORDING_TITLE.exec(words.slice(at, at + 72))
  if (titled) yield { ...trimmed(words, at, at + titled[1]!.length), isAgent: true }
  const paper = ACCORDING_PAPER.exec(words.slice(at, at + 48))
  if (paper) {
    const start = at + paper[0].indexOf(paper[1]!)
    yield trimmed(words, start, start + paper[1]!.length)
  }
  const match = ACCORDING_HAN_END.exec(words.slice(at, at + 48))
  if (!match) return
  const start = at + match[0].indexOf(match[1]!)
  const name = trimmed(words, start, start + match[1]!.length)
  yield COUNTED_BY.test(match[0]) && !ANYBODY.test(match[1]!) ? { ...name, isAgent: true } : name
}

/** 据企名片统计, 根据普华的一项统计: whoever counts is somebody, whatever he is called. */
const COUNTED_BY = /(?:统计|测算|估算|监测|推算|报[道导])$/
/** 据公开统计, 据外媒报道: nobody in particular. */
const ANYBODY =
  /^(?:.*(?:公开|历史|相关|有关|官方|内部|现有|已有|最新|初步|粗略|保守|综合|一般|行业|市场|业[内界]|媒体|[外多各]媒|网络|网上|以往|过往|此前|上述|目前|权威|专业|第三方|国[内外]|[海境]外|当地|不完全)|.{0,2}[一各多]?[家项份次])$/

const ADVERBS_HAN =
  /(?:\d{1,2}(?:月\d{1,2})?日(?:上午|下午|晚间?|凌晨)?|起诉|上个?(?:月|星期|礼拜)|这个月|已经?|[今昨当次][天日晚](?:上午|下午|晚间?|清晨|凌晨)?|当[场庭面]|答(?:记者|网友|读者|股民|媒体)问时?|(?:当地|北京|美东|纽约|伦敦)时间|深夜|凌晨|清晨|连夜|内部会上|群里|晚间|一早|正式|刊文|出庭|受审时|这样|如此|如是|这么|[微苦冷大坏含]?笑着?|(?:叹|哭|哽咽|激动|感叹|一边|指|望)着|(?:无奈|平静|激动|兴奋|严肃|认真|坦率|肯定|明确|直接|委屈|自豪|愤怒|沮丧|幽默|幽幽|缓缓|淡淡|悄悄|冷冷)地|介绍|回忆|解释|警告|补充|强调|感慨|随即|转而|继而|立即|立刻|坦率|援引[^,。]{2,20}|并且?|接受[^,。]{1,20}?(?:访问|专访|采访|访谈|查询|询问)时?|出席[^,。]{1,24}|亲自|(?:书面)?(?:回[复应覆]|答[复覆])[^,。]{0,16}?(?:质询|提问|查询|询问)?时|[质备答]询时?|(?:演讲|致[词辞]|发言|作证|会见?后|开场|总结|巡视|访台|访港|报告)时|再度|再次|一度|当时|现场|会[前后]|书面|昨[晚早夜]|今[早晨]|亦|仍|另|先前|严正|郑重|首[度次]|正式|对外|私下|无奈|同时|分别|上[周月]|本月|\d{1,2}日|留言|发文|撰文|受访时|事后|其后|此后|早前|后来|曾多次|在?(?:最新|近日|日前|今天|今日|周[一二三四五六日末]|随后|本周|昨天|昨日)|也|还|则|曾|就|又|更|再|只|正如|向[^,。]{2,12}|对[^,。]{2,10}|在《[^《》]{1,20}》|(?<=[件告文章究明书信报])[中里]|在(?:个人)?(?:脸书|推特|社群|粉专|微博|网志|x|threads|ig|line)|在[^,。]{1,32}(?:中|上|里|时|账号|发表|刊登|演讲|致[词辞]|脸书|推特|社群|粉专|论坛|大会|报告|专栏|新书|文章|微博|x|threads|记者会|发布会|法说会|听证会|节目|声明)|进一步|公开|(?<!位|[人官长员师席监裁事授士](?=于(?![今昨前本上下周星早晚日近当会文报书年月此脸推微社一二三四五六七八九十0-9])[\u4e00-\u9fff]{1,2}(?:曾|还|也|则|又|更|亦|就|却|仍)?$))于[^,。]{2,12}|普遍|一致|均|直接|率先|反复|多次|随即|\([^()]{1,40}\)|的|研究|论文|报告|调查|民调|实验|数据|(?<!研究|科研|调研|研发|开发|调查|工程|安全|红队|评估|评测|测试|技术|管理|医疗|律师|国际|联合|分析|[该此本某])团队|测试|结果|最新|新|进行|做出|给出|估计|预计|评估|问卷|一[项份]|却|分析|资料|信息|年报|登录|(?:追查|清查|查核|查验|稽[查核]|追踪|检视|盘点|比对|审核|检测|实测|盘查|复查|化验|彻查|抽[查验]|调查|评估|统计|审理|侦查|审查)后?|经|方面)$/
/** Words before a name that are not part of it. */
const LEAD_HAN =
  /^(?:(?:更|还|也|另|甚至|就|便|仍|都|已)?有(?![关限])|此外|另外|同时|不过|但是?|而|正如|如|据悉|对此|其中|并|且|例如|比如|像(?:最近)?|最近|(?:(?:在|从|自)[^,。]{0,8}|[^,。今昨]{0,3}?[今昨前去上本下明当同该每周\d一二三四五六七八九十][^,。]{0,6})(?:年|月|日|天|(?<=[上本下每一两])周[一二三四五六日末]?)(?:份|前|时|中|初|底)?[,]?)/

/** 某联盟与另一机构的: the first of two that speak. */
const JOINT = /^([\u4e00-\u9fff]{3,14}?)[与和及](?=[^的]{2,24}(?:的|$))/

/** A report by what it is of; 近期研究 and 之前报告 are nobody's. */
const NAMED_REPORT =
  /^(?!之前|此前|近期|近日|一[项份]|这|那|该|本|现有|过去|上述|以往|多[项份]|最近|最新)[^的]{2,8}(?:报告|调查|民调|白皮书)$/

/** 美国今年最新就业报告: the report behind what says which one it is. */
const LATEST_REPORT = /最新的?([^的,。;]{2,8}(?:报告|调查|民调|统计))$/

/** 一项路透/益普索民调: a poll by who made it. */
const MADE_BY = /一[项份][^,。;的]{2,16}(?:民调|调查|问卷)$/

/** Verbs that only somebody can do, so that a plain noun before them is who does it: 台电表示, 彭博报道. */
const AGENTIVE =
  /^(?:表示|指出|质疑|推估|初估|预估|粗估|概估|估[计算]|确认|重申|澄清|驳斥|公(?:告(?![:：])|布)|慨叹|忆述|直[指言]|痛批|坦[言承]|透露|披露|宣布|认为|预测|预期|警告|呼吁|批评|主张|回应|证实|建议|提醒|强调|承认|否认|称|说|话|叹|报[导道]|指|推[测算]|抽[查检测])/
/** Who, before where or how it was said: 黄仁勋在…主题演讲, 辛顿（…）接受…访问时. */
const PREPOSED =
  /^([\u4e00-\u9fffa-z·. ]{2,16}?)(?:\(|在|接受|出席|针对|透过|通过|赴|书面|以(?=书面|[^,。]{1,6}(?:方式|形式|身分|名义|口吻|为[例由题]))|(?:调查|访查|实测|盘点)(?=[^,。]{2,24}后$)|比对|检视|(?<=.{3})(?:于(?!(?<=[人官长员师席监裁事授士]于)(?![今昨前本上下周星早晚日近当会文报书年月此脸推微社一二三四五六七八九十0-9])[\u4e00-\u9fff]{1,2}(?:曾|还|也|则|又|更|亦|就|却|仍)?$)|向|就))/

/** （中央社記者林岚台北10日電）, （记者 周敏 报道）: who wrote it, before who is reported. */
const BYLINE = /^\s?\([^()]{2,40}[电讯道导稿者]\)\s?/

/** The words before a reporting verb, back to the last mark, without adverbs and 研究结果. */
function* beforeHan(words: string, verb: number): Generator<Candidate> {
  const from = Math.max(0, verb - REACH)
  const clause = from + words.slice(from, verb).search(/[^,。;:」”"\n]*$/)
  const start = clause + (BYLINE.exec(words.slice(clause, verb))?.[0].length ?? 0)
  if (/[」”"]/.test(words[start - 1] ?? '')) yield* quotedName(words, verb)
  if (start === from && from > 0) return
  if (
    start === verb ||
    /^(?:今天|昨天|今日|昨日|近日|日前|随后|并|并且|也|还|则|就|曾|在《[^《》]{1,20}》)+$/.test(
      words.slice(start, verb),
    )
  )
    return yield* clauseBefore(words, start)
  const end = withoutAdverbs(words, start, verb)
  const lead = LEAD_HAN.exec(words.slice(start, end))?.[0].length ?? 0
  const first = end - start - lead >= 2 ? start + lead : start
  const isAgent = AGENTIVE.test(words.slice(verb, verb + 3)) || undefined
  const who = PREPOSED.exec(words.slice(first, verb))?.[1]
  if (who !== undefined) {
    const name = trimmed(words, first, withoutAdverbs(words, first, first + who.length))
    yield isAgent ? { ...name, isAgent } : name
    // 研究团队在论文中: 团队 of who it is goes with what else does
    if (name.end < first + who.length) yield trimmed(words, first, first + who.length)
  }
  const voice = leadingVoice(words.slice(first, end))
  if (voice !== undefined) yield trimmed(words, first, first + voice)
  const of = words.lastIndexOf('的', end - 3)
  if (of >= first) yield trimmed(words, of + 1, end)
  const latest = LATEST_REPORT.exec(words.slice(first, verb))
  if (latest) yield trimmed(words, verb - latest[1]!.length, verb)
  if (end - first >= 2 && end - first <= 36) {
    const isQuoted = start === first && /[”」]/.test(words[start - 1] ?? '')
    yield { ...trimmed(words, first, end), ...(isAgent && { isAgent }), ...(isQuoted && { isQuoted }) }
    // 审计报告批评: without its 报告 it is nobody
    if (NAMED_REPORT.test(words.slice(first, verb))) yield trimmed(words, first, verb)
    const made = MADE_BY.exec(words.slice(first, verb))
    if (made) yield trimmed(words, first + made.index + 2, verb)
    const joint = JOINT.exec(words.slice(first, end))
    if (joint) yield trimmed(words, first, first + joint[1]!.length)
  } else if (end - start === 1 && /[,。;:」”"\n]|^$/.test(words[start - 1] ?? '') && isSurname(words[start]!))
    yield { start, end }
}

function withoutAdverbs(words: string, start: number, verb: number): number {
  let end = verb
  for (let rounds = 0; rounds < 6; rounds++) {
    const adverb = ADVERBS_HAN.exec(words.slice(start, end))
    if (!adverb || end - adverb[0].length - start < 2) break
    end -= adverb[0].length
  }
  return end
}

/** `Immuta，一家数据安全公司，今天宣布`: the name that the apposition before the verb is about. */
function* apposedHan(words: string, verb: number): Generator<Candidate> {
  const match = /(?:^|[。;:」”"\n])\s?([^,。;:]{2,24}),(?:一家|一位|一名|一个|作为|身为)[^,。]{2,32},$/.exec(
    words.slice(Math.max(0, verb - 80), verb),
  )
  if (!match) return
  const end = verb - match[0].length + match[0].indexOf(match[1]!) + match[1]!.length
  yield trimmed(words, end - match[1]!.length, end)
}

/** 环保团体「绿港行动」翻查附件，发现: the name in marks behind what it is a name of. */
const QUOTED_NAME =
  /(?:用户|网友|账号|博主|项目|工作室|团体|组织|公司|机构|协会|厂商|平台|网站|智库|联盟|媒体|企业|团队|品牌|实验室)[「“"]([^「」“”",。]{2,20})[」”"][^,。;:「」“”]{0,20},?$/

function* quotedName(words: string, verb: number): Generator<Candidate> {
  const from = Math.max(0, verb - REACH)
  const match = QUOTED_NAME.exec(words.slice(from, verb))
  if (!match) return
  const start = from + match.index + match[0].indexOf(match[1]!, 2)
  yield { start, end: start + match[1]!.length, isName: true }
}

/** 调查由某公司进行，访问了. */
const BY_WHOM = /^(?:调查|研究|报告|民调|测试|评估|分析|审计)由/

/** `合议庭未予采纳，指出`: a verb that begins its clause has its voice at the head of the clause before. */
function* clauseBefore(words: string, start: number): Generator<Candidate> {
  yield* quotedName(words, start)
  yield* apposedHan(words, start)
  if (words[start - 1] !== ',') return
  const from = Math.max(0, start - REACH)
  const clause = /[^,。;:」”"\n]*$/.exec(words.slice(from, start - 1))![0]
  const by = BY_WHOM.exec(clause)
  const at = start - 1 - clause.length + (by?.[0].length ?? 0)
  const voice = voicePrefix(by ? clause.slice(by[0].length) : clause)
  if (voice !== undefined) yield trimmed(words, at, at + voice)
  yield { start: at, end: start - 1, isClause: true }
}
