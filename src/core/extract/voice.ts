import { FUNCTION, NOUN, pairAt, VERB } from './han-pairs.ts'
import { matchesOf } from './word-scan.ts'

/**
 * Words that can be a voice: somebody or something that says things. A name of the registry needs no such test; this is for
 * what only stands where a voice would.
 */

/** What a Chinese voice ends in, folded: people by role, bodies, and works that report. */
const ROLE_WORDS =
  '首席[\u4e00-\u9fff]{1,6}官|专网|仪表板|资料库|高层|大行|文件|官方|央行|供应商|经销商|天眼查|企查查|启信宝|万得|同花顺|猫眼专业版|灯塔专业版|克而瑞|中指院|易观|艾瑞|台网|招股书|招股说明书|蓝皮书|绿皮书|征求意见稿|意见稿|排行榜|榜单|问询函|回复函|年鉴|公报|简报|快报|专报|前妻|前夫|开发商|运营商|制造商|公诉人|辩方|控方|系统卡|安全卡|指数|季报|年报|半年报|月报|评论员|评论人|交易员|审核员|操作员|调解员|仲裁员|观察员|审稿人|志愿者|店员|职员|护士|护士长|药师|患者|家属|亲属|邻居|目击者|知情者|当事人|幸存者|儿子|女儿|哥哥|姐姐|弟弟|妹妹|爷爷|奶奶|外婆|阿婆|大爷|大妈|阿姨|叔叔|师傅|教练|农户|渔民|农民|工人|摊主|商户|商家|租客|房东|车主|队员|上将|中将|少将|上校|司令|发改委|国资委|卫健委|经信委|政法委|监委|纪委|(?<!数据|算力|计算|智算|超算)中心|总局|联合会|理事会|董事会|监事会|交易所|证交所|使领馆|裁判|团体|观察站|监测站|研报|市长|省长|县长|州长|总统|总理|首相|议长|科技|证券|资本|券商|投顾|财经|晚报|周报|学界|业界|业内|主委|理事长|秘书长|总干事|总经理|医院|医师|心理师|执笔人|文件|提案|法案|条例|草案|指引|备忘录|判决书|起诉书|告密者|举报者|爆料者|人员|团队|小组|研究者|专家|(?:专家|课题|项目|调查|工作|督查|督导|检查|巡视|考察|评审|科研|研发)组|学者|公司|集团|机构|组织|大学|学院|研究所|研究院|实验室|警方|警察|部门|官员|发言人|作者|人士|教授|博士|部长|主席|会长|委员会|政府|法院|法庭|法官|检方|协会|公会|商会|工会|联会|学会|基金会|银行|报告|报告书|预印本|论文|研究|研究队|调查|民调|财报|声明|通报|公告|文件|媒体|外媒|港媒|美媒|新闻|新闻网|新闻社|日报|时报|周刊|杂志|电视台|电台|报社|通讯社|官网|平台|员工|律师|医生|老师|教师|工程师|分析师|研究员|核查员|负责人|召集人|创始人|创办人|总裁|主任|总监|专员|委员|议员|警司|总警司|警官|局长|副局长|处长|署长|校长|司长|所长|院长|馆长|秘书|书记|大使|代表|顾问|主管|经理|高管|消息人士|监管机构|受访机构|当局|局方|署方|校方|院方|警务处|厅|局|(?<![连签部])署|部|院|社|智库|联盟|峰会|社区|网友|受害者|原告|被告|参与者|分析|统计|测评|评测|方案|意见|意见书|白皮书|指南|问卷|客服|朋友|读者|同事|合议庭|仲裁庭|网信办|办公室|检察院|首席信息安全官|首席技术官|首席科学家|厂商|业者|店主|家长|审计署|女士|先生|同学|投资人|创业者|博主|up主|主播|司机|骑手|店长|老板|程序员|架构师|设计师|[插漫]画师|摄影师|编剧|导演|演员|配音员|母亲|父亲|妈妈|爸爸|丈夫|妻子|太太|老婆|老公|岳父|岳母|室友|闺蜜|村民|民警|交警|辩护人|代理人|合伙人|联创|[\u4e00-\u9fff]学家|科学家|作家|企业家|评论家|电网|电力|移动|联通|电信|航空|咨询|评级|该行|该所|该司|该社|该台|能源署|药监局|最高检|最高法|高院|证监会|银保监会|消协|工商联|诉状|起诉状|社论|公开信|陪审团|检察机关|公安机关|商务部|统计局|使馆|执行长|董事长|立委|预测者|预测员|院士|检察官|组长|科长|队长|站长|发起人|专员公署|等人|(?:营运|技术|资安|资讯|法务|产品|财务|策略|幕僚|审计|参谋|检察|[村里镇乡次船行])长|特首|行政长官|讲师|博士后|(?:博士|硕士|大学|研究)生|[理监董]事|董座|[协副]理|副总|政委|召委|总召|特使|[政常]次|法务|公关|编辑|主[编笔]|主持人|社工师?|(?:护理|策略|会计|精算|建筑|营养|牧|机)师|[馆警球]员|外送员|志工|[插漫]画家|店东|制作人|创作者|网红|选手|校友|神父|督察|书记官|代书|房仲|操盘手|调查[官员]|干事|被害人|摊商|业主|老板娘|研究助理|助教|导师|来宾|嘉宾|与谈人|(?:筹备|消保|秘书|办事|新闻|卫生|经发)处'
const ROLE_HAN = new RegExp(`(?:${ROLE_WORDS})$`)
const ROLE_PREFIX = new RegExp(
  `^[\\u4e00-\\u9fffa-z·]{0,14}?(?:${ROLE_WORDS})(?![\\u4e00-\\u9fff]*(?:${ROLE_WORDS}))`,
)
/** A voice with what it was doing behind it: 金管局发言人回复查询时. */
const ROLE_LEADS = new RegExp(
  `^(.{0,16}?(?:${ROLE_WORDS}))(?=回|总结|查阅|翻阅|梳理|走访|检索|比对|调取|在|向(?!.{1,2}$)|对|于(?!.{1,2}$)|今|昨|日前|近日|接受|当|质询|受访|出席|答询|备询|演讲|则|也|还|曾(?!.{1,2}$)|另|随|早前|周[一二三四五六日末]|本月|上月|其后|却|又|续|再|就|七|八|九|\\d)`,
)
/** Titles behind which a personal name stands. */
const TITLE_HAN =
  /(?:(?:次|资安|产品|科学|人资|营销|行销|永续|法遵|参谋|审计|[村船关分]|执行)长|常务理事|常务监事|理事(?!长)|监事|董座|协理|副理|法务(?!长)|公关|社工师?|谘商师|馆员|特使|政次|常次|架构师|研究生|博士[生后]|硕士生|大学生|志工|[插漫]画家|配音员|店东|外送员|主持人|制作人|创作者|网红|选手|球员|校友|牧师|神父|法师|警员|书记官|[上中少]将|上校|机师|营养师|兽医|精算师|代书|地政士|房仲|投资人|调查[官员]|成员|[被受]害[人者]|摊商|业主|老板娘|研究助理|助教|导师|行政长官|特首|财务长|营运长|技术长|资讯长|法务长|策略长|政委|召委|总召|监委|立委|议长|幕僚长|干事长|干事|党主席|书记|里长|乡长|镇长|县长|区长|督察|护理师|药师|技师|建筑师|策略师|[\u4e00-\u9fff]学家|分析员|操盘手|督导|店长|老板|部门主管|理事长|秘书长|总干事|总经理|副总(?![裁经监编干])|主委|组长|队长|科长|课长|站长|社长|总编辑|主编|医师|医生|心理师|会计师|讲师|执笔人|发起人|统筹|顾问|老师|经理|主任|总监|召集人|警司|局长|处长|署长|校长|会长|创办人|大使|秘书|专员|教授|研究员|部长官?|主席|创始人|联创|总裁|总统|首相|总理|市长|院长|博士|议员|委员|律师|法官|发言人|分析师|评论员|交易员|审核员|护士长|护士|大法官|所长|司长|厅长|馆长|园长|长官|班主任|总工(?!程)|总师|公诉人|代表|开发者|创业者|志愿者|投资人|当事人|受害人|受害者|目击者|亲历者|主管|负责人|官员|记者|专家|院士|检察官|审判长|主笔|一作|合伙人|学者|作家|执行长|首席执行官|董事长|工程师|ceo|cto|首席[\u4e00-\u9fff]{2,4}官|检察长|审判员|行长|总编|董事|厂长|教练|标注员|程序员|技术员|设计师|插画师|摄影师|律师|翻译|导演|编剧|主播|博主|司机|骑手|村民|居民|市民|同学|家长|母亲|父亲|妻子|丈夫|首席)/g
const SURNAME =
  /^(?!查[阅询看验实获处找]|成[功效本果员立为年长]|向[^\u4e00-\u9fff])(?!连[署任续同接])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗凤方俞任袁柳鲍史唐费岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪左石崔吉龚程邢裴陆荣翁荀段侯武刘叶白温习辛谭游乔靳宁景詹龙黎赖卓蒙翟申冉桑桂边尚庄柴瞿阎连艾向古易廖耿文关聂冷简饶曾沙查岳鄢欧阳司马诸葛肖闫覃隋冼邝涂巫辜茅逄亓]/
/** Surnames that are words too: names only behind a title. */
const SURNAME_BEHIND =
  /^[应阴郎茹佟迟晏冀缪巩甄佘鞠仇栾甘厉闻宫牟卞祖单匡丛谌阚亓储寇敖晁封荆竺权丰党池修车商终步谷相桓朴付牛仲苟惠燕蔚粟麻薄晋阳]/
/** 应某, 李某某: a name that a court or the press keeps back. */
const SOMEBODY = /^[\u4e00-\u9fff]某[某甲乙丙丁]?$/
/** 标注员小吴, 老张. */
const NICKNAME = /(?<=^|[员师者工手生主民任长官])[小老]([\u4e00-\u9fff])$/

/** 首席财务官弗莱尔: a foreign name in the characters that such names are written with, behind a title. */
const TRANSLITERATED =
  /^[阿艾安奥巴贝比伯布查戴丹德迪杜厄恩法菲弗福盖戈格古哈海汉赫霍基吉加杰卡凯康科克肯库拉莱兰劳勒雷里利林卢鲁罗洛马麦曼梅门蒙米莫姆纳内尼诺帕佩皮普奇乔切琼萨塞森沙舍史斯索塔泰坦特托瓦威韦维沃伍西希谢休雅亚耶伊扎泽詹兹尔莎娜丽琳妮黛蒂娅妲茨薇芬登顿默朔施玛朗鲍庞佐穆努齐什丘季根申舒苏贾卜波蓬彭吕]{2,7}$/

/** Roles of English voices, as whole words. */
const ROLE_EN =
  /(?<![a-z])(?:counsel|plaintiffs?|defendants?|claimants?|appellants?|petitioners?|complainants?|reviewers?|office|preprint|decision|order|opposition|operators?|supplier|vendor|audit|e-?mails?|letters?|annex|notes?|brochure|leaflet|factsheet|replication|article|editorial|column|op-ed|blog(?: post)?|bulletin|advisory|dashboard|ruling|verdict|judg(?:e?ment)|forecasts?|projections?|estimates?|briefing|white paper|guidance|guidelines|index|tracker|census|indictment|auditors?|diplomats?|groups?|jury|jurors|(?:auto|car|chip|drug|model)?makers?|automakers?|media|members?|lawmakers?|legislators?|officers?|detectives?|inspectors?|constables?|sergeants?|coroners?|watchdogs?|think[ -]tanks?|charit(?:y|ies)|campaigners?|pollsters?|(?:super)?forecasters?|ombudsman|banks?|inquiry|task ?force|whistleblowers?|academics?|activists?|advisers?|advisors?|consultants?|psychologists?|physicists?|historians?|philosophers?|teachers?|nurses?|deput(?:y|ies)|secretary|chief|head|manager|broker|researchers?|scientists?|experts?|officials?|police|authorit(?:y|ies)|compan(?:y|ies)|firms?|agenc(?:y|ies)|regulators?|prosecutors?|lawyers?|attorneys?|doctors?|analysts?|economists?|authors?|teams?|government|ministry|department|court(?: order)?|newspapers?|stud(?:y|ies)|reports?|surveys?|reviews?|(?:meta-)?analys[ei]s|trials?|probe|investigation|assessment|papers?|polls?|spokes(?:man|woman|person)|executives?|investigators?|critics|lawsuit|complaint|filing|organi[sz]ations?|institutes?|unions?|commission(?:er)?|panel|committee|mayor|minister|president|senator|judge|chair(?:man|woman|person)?|(?:co-?)?founder|ceo|director|professor|employees?|engineers?|developers?|people familiar with .{1,20}|sources?|documents?|memo|transcript|statement|press release|lab|startup|group|body|bodies|chamber|count|tally|calculations?|(?<!artificial |general |human |machine )intelligence|write-?up|records|minutes|filings|(?:official|government|company|court|police|hospital|internal|public|leaked|unpublished|new|latest|recent|industry|federal|census|tax|medical) (?:figures|data|statistics|numbers)|outlet|magazine|parents?|mother|father|family|register|database|slide|deck|presentation|readout|dossier|affidavit|testimony|docket|whitepaper|system card|model card|thread|newsletter)$/
/** Whether words, folded, end in a role, a body or a work that reports. */
export const isEnglishRole = (folded: string): boolean => ROLE_EN.test(folded)

/** What people and bodies are called in English, by the end of the word or as a whole; any of them may speak, few of them report. */
const PERSON_EN =
  /^(?!(?:in|on|at|by|for|from|with|of|to|after|before|during|under|over|about|against|between|into|since|until|than|more|less|most|\d)(?![a-z]))(?:[a-z’'-]+ ){0,4}?(?:[a-z-]{2,}(?:ers?|ors?|ists?|ians?|m[ae]n|ees?|smiths?|wrights?|[^m]ents?|[a-z]ants?|eurs?|mates?|people|folk)|m[ae]n|child(?:ren)?|lad(?:y|ies)|dads?|mums?|moms?|boyfriends?|girlfriends?|architects?|scholars?|advocates?|correspondents?|cardinals?|archbishops?|rabbis?|imams?|sheikhs?|clergy|magistrates?|monarchs?|umpires?|nephews?|nieces?|grandsons?|missionar(?:y|ies)|celebrit(?:y|ies)|heirs?|companions?|[a-z]+crats?|diplomats?|actresse?s?|famil(?:y|ies)|business(?:es)?|league|clinics?|tribunals?|judiciary|factions?|junta|militias?|gangs?|syndicates?|academ(?:y|ies)|guilds?|caucus|outfits?|corporations?|galler(?:y|ies)|studios?|defen[cs]e|prosecution|force|trusts?|charity|wife|husband|sons?|daughters?|brothers?|sisters?|uncles?|aunts?|cousins?|friends?|neighbou?rs?|king|queen|princes?|princess|hosts?|guests?|pilots?|captain|colonel|generals?|major|priests?|bishops?|pope|monks?|nuns?|clerks?|cooks?|chefs?|guides?|guards?|coach(?:es)?|champions?|rivals?|fellows?|widow|victims?|suspects?|witness(?:es)?|hostages?|boys?|girls?|guys?|kids?|boss(?:es)?|staff|crew|couples?|boards?|councils?|schools?|universit(?:y|ies)|colleges?|hospitals?|church|clubs?|part(?:y|ies)|army|navy|air force|congress|parliament|senate|assembly|administration|campaign|networks?|associations?|federation|society|foundations?|alliance|coalition|consortium|industry|utility|airlines?|brokerages?|start-?ups?|delegation|division|bureau|secretariat|directorate|ngos?|locals|relatives|rebels?|nurses?|surgeons?|judges?|athletes?|novelists?|poets?|heads?|aides?|envoys?|critics?|academics?|sergeants?|sheriffs?|journalists?|experts?|colleagues?|cleric|counsel|sceptics?|skeptics?|undergraduates?|graduates?|candidates?|associates?|delegates?|chief|graders?|tech|nobles?|youths?|teens?|adults?|spouses?|partners?|ministry|service|store|shop|plant|mill|bar|hotel|site|app|forum|bot|chatbot)(?: (?:of|in|at|for|from|with|on|near|outside) .{2,30})?$/

/** Whether words, folded, are what a person or a body is called: `a broker in Leeds`, `her grandfather`. */
export const isPersonName = (folded: string): boolean => folded.length <= 60 && PERSON_EN.test(folded)

/** Words that no name of a voice holds, folded. */
const CLAUSE_HAN =
  /^以|^(?:近[期日来年]|此前|随后|今年|去年|最近)[他她](?![的们])|查阅|翻阅|检索|预计将|将于|^(?:发出|发布|发表|提交)|致歉|无法|几乎|一个|我们|他们|它们|说|着|要是|因为|所以|如果|可以|已经|正在|现有|没有|并且|并为|相较|今天|昨天|明天|今年|去年|为什么|怎么|什么|很快|最终|随后|结果|实验(?!室)|条消息|\d[月日年]/

/** Capitals that name nobody. */
export const NO_NAME = /^(?:the|an?|arxiv.*|ai|a\.i\.|agi|llms?|ceo|cto|cfo|pdf)$/i

/** Whether words, as written and folded, name a voice by what they end in, or by the shape of a name. */
export function isVoiceName(words: string, folded: string): boolean {
  if (NO_NAME.test(folded) || folded.length < 2 || folded.length > 40 || /[\n,。;]/.test(folded)) return false
  return /[\u3400-\u9fff]/.test(folded) ? isHanVoice(folded) : isLatinVoice(words, folded)
}

/** What says nothing by itself, though one may say that it does: 数据指出, 模型认为. */
const THING =
  /(?:数[据字]|结果|证据|现象|事实|经验|趋势|曲线|图表?|表格|模型|系统|机器人|助理|算法|工具|[软硬]件|程式|历史|常识|逻辑|直觉|文献|标题|内容|字样|画面|影片|照片|截图|记录|讯息|信息|法律|条文|文化|社会|市场|现场|一般|普遍|多数|[分些少多]人|各界|外界|技术|产品|服务|价格|成本|股价|问题|原因|理由|目的|意思|部分|方面|情况|版本|测试|实验|方法|条件|例子|案例|漏洞|隐患|威胁|缺陷|[金总份数名余限差]额|[数产销用电水电流重含]量|人数|规模|产[值能]|需求|营收|支出|开支|缺口|预算|[^效]率|[一二三四五六七八九十\d].*)$/
/** Words that no plain noun holds. */
const NO_AGENT =
  /[他她它我你您们谁在是有为对从把被和与及或的了着过不没也都就还又再才更最很将会能可要想让使给到以于并而但且因若如所之其此每]/

/** Whether Chinese words before a verb that only somebody can do are somebody, though no word of theirs says so: 台电, 彭博. */
export function isHanAgent(folded: string): boolean {
  if (
    !/^[\u4e00-\u9fff][\u4e00-\u9fff\d]{0,10}[\u4e00-\u9fff]$/.test(folded) ||
    CLAUSE_HAN.test(folded) ||
    HOW.test(folded) ||
    THING.test(folded)
  )
    return false
  const body = /^[\u4e00-\u9fff]{2,6}会$/.test(folded) ? folded.slice(0, -1) : folded
  if (NO_AGENT.test(body)) return false
  for (let at = 0; at + 1 < folded.length; at++)
    if ((pairAt(folded, at) & (VERB | FUNCTION)) !== 0 && (pairAt(folded, at) & NOUN) === 0) return false
  return true
}

/** 广州一名插画师, 这位基金经理: one person, whatever his trade. */
const ONE_PERSON = /^[\u4e00-\u9fff]{0,8}(?:一|这|那|该|另一|有)[名位][\u4e00-\u9fffa-z]{2,12}$/

/** 中大, 台大, 浙大: universities by the two or three characters that the press calls them by. */
const UNIVERSITY =
  /^(?:[中港科城理浸教岭都台清交政成师北浙南武人]大|中[科央山]大|哈工大|阳明交大|清华|复旦|同济|牛津|剑桥|哈佛|耶鲁|史丹[佛福]|斯坦福|麻省理工)$/

/** How something is said, where the verb's own subject is left out: 并明确要求. */
const HOW =
  /^(?:明[确令显言]|强烈|严[正厉肃格]|郑重|多次|一再|反复|公开|正式|直接|单独|同样|坚决|全[面程力]|安全|成功|高度|充分|广泛|普遍|迅速|及时|平均|易于|温和|周[知密全]|万一|方[能便可才]|常[常见年]|[合累总共]计|洪亮|强[制行调]|[合累总共]计)$/

function isHanVoice(folded: string): boolean {
  if (CLAUSE_HAN.test(folded) || HOW.test(folded)) return false
  if (UNIVERSITY.test(folded)) return true
  if (
    ROLE_HAN.test(folded) &&
    !/^(?:新|这|那|全|各|多|大|小|某|部|局|署|院|社|厅)?(?:部|局|署|院|社|厅)$/.test(folded)
  )
    return true
  if (/[\u4e00-\u9fff]·[\u4e00-\u9fff]/.test(folded)) return true
  if (ONE_PERSON.test(folded) || SOMEBODY.test(folded)) return true
  if (folded.length <= 4 && SURNAME.test(folded)) return true
  if (TRANSLITERATED.test(folded)) return true
  return nameBehindTitle(folded) !== undefined
}

/** How much of a clause is a voice at its head, be it followed by what it may. */
export const voicePrefix = (folded: string): number | undefined => ROLE_PREFIX.exec(folded)?.[0].length

/** How much of the words before a Chinese verb is the voice, when something it was doing stands between. */
export const leadingVoice = (folded: string): number | undefined => ROLE_LEADS.exec(folded)?.[1]?.length

const LATIN_INSIDE = /^[a-z]{2}$/

/** `某基金会的技术调查主任约翰·韦伯`: where the name behind the last title begins. */
export function nameBehindTitle(folded: string): number | undefined {
  const nick = NICKNAME.exec(folded)
  if (nick && SURNAME.test(nick[1]!)) return nick.index
  const at = behindTitles(folded).at(-1)
  if (at === undefined || folded.length - at < 2 || folded.length - at > 14) return undefined
  // doctors: a title of three letters within a word
  if (LATIN_INSIDE.test(folded.slice(at - 1, at + 1))) return undefined
  const rest = folded.slice(at)
  // 与医生相当：a word of the language is no name
  if (rest.length === 2 && (pairAt(folded, at) & FUNCTION) !== 0) return undefined
  return SURNAME.test(rest) ||
    SURNAME_BEHIND.test(rest) ||
    TRANSLITERATED.test(rest) ||
    SOMEBODY.test(rest) ||
    rest.includes('·') ||
    /^ ?[a-z]/.test(rest)
    ? at
    : undefined
}

const isLatinVoice = (words: string, folded: string): boolean =>
  ROLE_EN.test(folded) ||
  / et al\.?$/.test(folded) ||
  (/\p{Lu}/u.test(words) &&
    !/^(?:\p{Lu}\p{Ll}*ing|\p{Lu}\p{Ll}+ly)$/u.test(words) &&
    !/^\d|\d{4}$/.test(words) &&
    !DATED.test(folded) &&
    capitalised(words))

/** `conducted from March 3-7`. */
const DATED =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: \d.*)?$/

/** Most words of a name begin in upper case. */
function capitalised(words: string): boolean {
  const parts = words.split(/\s+/)
  const upper = parts.filter((part) => /^[“"(]?\p{Lu}/u.test(part)).length
  return upper * 2 > parts.length
}

const INTRODUCED =
  /(?:主任|总监|召集人|局长|处长|署长|校长|会长|创办人|创始人|教授|研究员|部长|主席|总裁|院长|博士|议员|委员|律师|负责人|专家|科学家|工程师|执行长|首席执行官|学者|作家|专访)([\u4e00-\u9fff]{2,3})(?=[,。、;:(（\s的在是说]|$)/g

/** 对话林岚, 专访前法官周某. */
const TALKED_TO =
  /(?:对话|对谈|专访|访谈|采访|(?:受访者?|来宾|嘉宾|讲者|主讲人?|与谈人) ?:)([\u4e00-\u9fff]{2,3})(?=[,。、;:(（\s的在是说]|$)/g
const TALKED_TO_EN =
  /(?:[Ii]nterview(?:s|ed)?|[Cc]onversation|Q ?& ?A|[Tt]alk(?:s|ed|ing)?|[Ss]p(?:eaks?|oke)|[Ss]at down|[Cc]hat(?:s|ted)?)(?: (?:with|to|by phone with))?:? (?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})/gu

/** `Sunniva Dahl spoke to us by phone.` */
const WAS_ASKED =
  /(?<!\p{L})(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}) (?:was (?:interviewed|speaking|talking)|spoke (?:to|with) (?:us|me))(?!\p{L})/gu

/** `Ruth Adeyemi on checking AI systems`, `*Ruth Adeyemi founded Plumbline*`: at the head of a line or behind a colon. */
const TOLD_OF =
  /(?:^[*_#\s]{0,4}|: )((?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+)(?: on (?:how |why |what |the )?\p{Ll}|,? (?:who )?(?:is|was|has|founded|co-founded|leads|led|heads|runs|ran|directs|teaches|works|worked|spent|studies|joined)(?![a-z]))/gmu

/** The one person that a text introduces with a title, or says that it talks with; undefined when there is none or more than one. */
export function findIntroduced(text: string, folded: string): string | undefined {
  const names = new Set<string>()
  for (const pattern of [INTRODUCED, TALKED_TO])
    for (const match of folded.matchAll(pattern))
      if (SURNAME.test(match[1]!)) {
        const end = match.index + match[0].length
        names.add(text.slice(end - match[1]!.length, end))
      }
  for (const match of text.matchAll(TALKED_TO_EN)) names.add(match[1]!)
  for (const match of text.matchAll(WAS_ASKED)) names.add(match[1]!)
  if (names.size === 0) for (const match of text.matchAll(TOLD_OF)) names.add(match[1]!)
  return names.size === 1 ? [...names][0] : undefined
}

/** Where the words behind each title begin. */
export const behindTitles = (folded: string): number[] =>
  matchesOf(TITLE_HAN, folded).map((title) => title.index + title[0].length)

/** A surname alone, as translations keep it: 陈说. */
export const isSurname = (char: string): boolean => SURNAME.test(char)

/** A surname that is a word too. */
export const isSurnameBehind = (char: string): boolean => SURNAME_BEHIND.test(char)
