import { FIXED_OPENINGS, FIXED_WORDS } from './words-han.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const DIGIT = '0123456789'
const HAN_DIGIT = '〇零一二三四五六七八九'
const LETTER = 'abcdefghijklmnopqrstuvwxyz'

/** Every character of one string with every one of another between which a third stands. */
const cross = (before: string, between: string, after: string): string[] =>
  [...before].flatMap((first) => [...after].map((last) => first + between + last))
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DECIMAL = cross(DIGIT, '.', DIGIT)
const AM_PM = [...'0123456789 \t\n\u2009\u202f'].flatMap((before) => [`${before}am`, `${before}pm`])
const ORDINAL = [...DIGIT].flatMap((digit) => ['st', 'nd', 'rd', 'th'].map((end) => digit + end))
const PAIRED = (marks: string): string[] => [...marks].flatMap((mark) => cross(DIGIT, mark, DIGIT))
const CENTURY = [' ', '-'].flatMap((gap) =>
  ['15', '16', '17', '18', '19', '20', '21'].map((year) => gap + year),
)

/**
 * Addresses, which may be long: looked for in the whole text. Where something stands in every match at a place of its own, the
 * pattern is asked only there; the first, which says how one begins, is searched for where the text holds one of the words
 * behind it.
 */
export const ADDRESSES: [pattern: RegExp, ...needs: string[]][] = [
  [/https?:\/\/|www\./g, '://', 'www.'],
  [/@[a-z0-9.-]{1,128}/y, '@'],
  [/\.(?:com|org|net|io|cn|edu|gov|tw|hk|uk|ai|news|me)(?:\/[^\s<>"'）]{0,512})?(?![a-z])/y, '.'],
  [/(?<![\d.])10\.\d{4,9}\/[^\s"<>）)]{1,256}/y, '10.'],
]

/**
 * What a reader does not take for a figure, by shape, on folded text: each pattern with what every match holds with its
 * surroundings: one of the characters of a string, or one of the words of a list (only their first three characters are
 * looked at). No match is longer than a few dozen characters, and every pattern is bounded: no nested repetition,
 * so matching stays linear. Groups: identifiers, dates and times, labels and ranks, page furniture, fixed words.
 */
export const SHAPES: [pattern: RegExp, ...needs: (string | readonly string[])[]][] = [
  [/(?<![\d.])\d{4}\.\d{4,5}(?:v\d{1,2})?(?![\d.])/g, DECIMAL],
  [
    /(?<=(?:cve|cwe|ghsa|isbn|issn|icp[备证]?|公网安备|京icp备?)[-:： ]?)[\d-]{3,24}号?(?:-\d+)?/g,
    DIGIT,
    'cve cwe ghs isb iss icp 公网 京i'.split(' '),
  ],
  [
    /(?<=(?:qq群?|微信号?|电话|手机|热线|传真|邮编|tel|phone|fax)[号码]{0,2}[:： ]{0,2}\(?)\+?\d[\d ()-]{4,19}/g,
    DIGIT,
    'qq 微信 电话 手机 热线 传真 邮编 tel pho fax'.split(' '),
  ],
  [/(?<!\d)\+\d{1,3}[ -]?\d[\d -]{6,14}\d/g, DIGIT, '+'],
  // (02)2380-8888分机6512; a file by its size: PDF 1.2MB
  [/(?<=\(0\d{1,3}\) ?)\d{3,4}[- ]\d{3,4}/g, [...DIGIT].map((digit) => `${digit})`)],
  [/(?<=分机[:： #]{0,2})\d{1,6}/g, DIGIT, ['分机']],
  [
    /(?<=(?<![a-z])(?:pdf|docx?|odt|ods|xlsx?|csv|zip|mp[34]|epub|jpe?g|png)[ ,(:、/]{0,3}|档案大小[:： ]{0,2})\d{1,4}(?:\.\d{1,2})? ?[kmg]b(?![a-z])/g,
    DIGIT,
    ['pdf', 'doc', 'odt', 'ods', 'xls', 'csv', 'zip', 'mp3', 'mp4', 'epu', 'jpg', 'jpe', 'png', '档案'],
  ],
  [/(?<![\d.])\d{3,4}-\d{3,4}-\d{4}(?!\d)/g, PAIRED('-')],
  // Intervals belong to the value before them; p-values are no figures of the text.
  [
    /(?:\d{2}(?:\.\d)?\s?%\s?)?(?:(?<![a-z])cr?i|c\.i\.|confidence interval|credible interval|置信区间|可信区间|信赖区间)(?: ?[[(](?:ci|cri)[\])])?[:=\s为是]{0,4}[[(]?\s?-?\d+(?:\.\d+)?\s?(?:%|(?:hours?|hrs?|h)(?: \d{1,2} ?(?:minutes?|mins?|m))?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|points?)?\s?(?:–|—|-|~|to|,|至|到)\s?-?\d+(?:\.\d+)?\s?(?:%|(?:hours?|hrs?|h)(?: \d{1,2} ?(?:minutes?|mins?|m))?(?![a-z]))?/g,
    DIGIT,
    ['ci', 'cri', 'c.i', 'int', '区间'],
  ],
  // `50% time horizon`: what a measure is called.
  [/\d{2}%[- ](?:[a-z-]{4,16} )?time[- ]horizons?/g, DIGIT, ['hor']],
  [/(?<=(?<![a-z])p[- ]values? (?:of|was|were|is|are|below|under|above|<|=) )0?\.\d+/g, DIGIT, ['val']],
  [/(?<![a-z])p\s?[<>=≤]\s?(?:0?\.\d+|\d+e-\d+)/g, DIGIT, '<>=≤'],
  // Dates and times.
  [
    /(?<![\d.])(?:公元|西元)?(?:前)?(?:1[0-9]|20|21)\d{2}\s?[-–~至到]\s?(?:(?:1[0-9]|20|21)\d{2}|\d{2})\s?(?:年|学年|财年)/g,
    DIGIT,
    '年',
    '-–~至到',
  ],
  [
    /(?<![\d.])(?:1[0-9]|20|21)\d{2}\s?(?:年(?!级|龄)(?:代|度|底|初|末)?|财年|学年)(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?/g,
    DIGIT,
    '年',
  ],
  [
    /(?:[〇零一二三四五六七八九]{4}|(?<=民国\s?)(?:[一二三四五六七八九十百]{1,4}|\d{2,3}))\s?年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}[日号])?/g,
    '年',
    [...cross(HAN_DIGIT, '', HAN_DIGIT), '民国'],
  ],
  // 18年3月, 04年: a year by its last two digits; 有期徒刑15年6月 is a term
  [/(?<![\d.]|[刑囚期达时]\s?)(?:0\d\s?年|\d{2}\s?年(?=\s?\d{1,2}\s?月(?!之?间[内]?隔)))/g, DIGIT, '年'],
  [/(?<![\d.])[’'`]\d{2}(?!\d)\s?年?/g, DIGIT, "'`"],
  [/(?<=(?:[到至在自从于]|那时是?)\s?)[012]\d\s?、\s?[012]\d\s?年/g, DIGIT, '年', '、'],
  [
    /(?<![\d.个]|[刑囚] ?\d{1,2} ?年 ?)\d{1,2}\s?月(?!之?间[内]?隔)(?:\s?\d{1,2}\s?[日号]?)?(?:\s?[-–~至到]\s?\d{1,2}\s?[月日号])?/g,
    DIGIT,
    '月',
  ],
  [
    /(?<![一二三四五六七八九十个]|[刑囚][一二三四五六七八九十]{1,3}年)(?:十[一二]?|[一二三四五六七八九])月(?!亮|球)(?:[一二三四五六七八九十]{1,3}[日号])?/g,
    '月',
  ],
  [
    /(?<![\d.])(?<!\|\s?)(?<!(?:不少于|不超过|不低于|不足|长达|历时|为期|连续|耗时|拘留|羁押|停业|停职|停播)\s?)(?:0?[1-9]|[12]\d|3[01])\s?[日号](?!元|内|之内|以[内上下]|期限)(?![a-z])/g,
    DIGIT,
    '日号',
  ],
  [
    /(?<![\d.])(?:19|20|21)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?(?!\d)/g,
    DIGIT,
    '-/.',
    ['19', '20', '21'],
  ],
  [/(?<![\d./-])\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d{2}(?![\d/-])/g, PAIRED('-/')],
  [/(?<![\d./:-])\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?/g, PAIRED('-'), PAIRED(':：')],
  [
    /(?<![\d./:-])(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s?[ap]\.?m\.?)?(?![\d:]|\s?[%万亿])/g,
    PAIRED(':：'),
  ],
  [
    /(?<![\d.])\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm|o'clock|点钟|点半|时整|时许|时\d{1,2}分)(?![a-z])/g,
    DIGIT,
    [...AM_PM, 'a.m', 'p.m', "o'c", '点', '时'],
  ],
  [
    /(?:上午|下午|早上|晚上|凌晨|中午|傍晚|清晨)\s?[\d一二两三四五六七八九十]{1,3}\s?[点时](?:\s?[\d一二三四五六七八九十]{1,3}\s?分|半)?/g,
    '点时',
    '上午 下午 早上 晚上 凌晨 中午 傍晚 清晨'.split(' '),
  ],
  [
    new RegExp(
      `(?<=(?<![a-z])${MONTH}\\.?\\s{1,2})\\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2})?(?:,?\\s{1,2}(?:1[0-9]|20|21)\\d{2})?(?![\\d.,]?\\d|%|\\s?percent)`,
      'g',
    ),
    DIGIT,
    MONTHS,
  ],
  [
    new RegExp(
      `(?<![\\d.])\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}(?![a-z]|['’]s \\d|(?<=\\smay) (?:be|not|have|also|only|still|well|need)(?![a-z]))(?:,?\\s(?:1[0-9]|20|21)\\d{2})?`,
      'g',
    ),
    DIGIT,
    MONTHS,
  ],
  [new RegExp(`(?<=(?<![a-z])${MONTH}\\.?,?\\s)(?:1[0-9]|20|21)\\d{2}(?![\\d,.]\\d)`, 'g'), DIGIT, MONTHS],
  [
    /(?<=(?<![a-z])(?:in|by|since|until|till|before|after|during|of|year|from|circa|late|early|mid|summer|spring|fall|autumn|winter|fy|q[1-4])[ -])(?:1[5-9]|20|21)\d{2}s?(?!\d|,\d|\.\d|%| percent| per cent)(?: ?[-–] ?(?:\d{4}|\d{2})(?!\d))?/g,
    CENTURY,
  ],
  [/(?<![\d.$€£¥])(?:1[5-9]|20)\d0s(?![a-z])/g, ['0s']],
  [/(?<!\d)(?:[1-9]0|[一二三四五六七八九]十)年代(?![码表理言价])/g, '年'],
  [/(?<![\d.])(?:q[1-4]|h[12]|第?[一二三四]季度)(?![a-z\d])/g, ['q1', 'q2', 'q3', 'q4', 'h1', 'h2', '季度']],
  // Ages that date what happened then: 四岁时, 到14岁.
  [
    /(?<![\d一二三四五六七八九十])(?:\d{1,3}|[一二三四五六七八九十]{1,3})[多余几]?\s?岁(?=时|那[年时]|的时候|起|开始|之后|以后|以前|之前)/g,
    '岁',
  ],
  [/(?<=(?:到|从|自|于|当)了?\s?)(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?岁(?=[,，])/g, '岁'],
  [
    /(?<=(?:at|by) (?:the )?age (?:of )?|(?<![a-z])ages )\d{1,3}(?:(?: ?[-–] ?| to | and )\d{1,3})?(?![\d.%])|(?<=[a-z] aged (?:between )?)\d{1,3}(?: ?[-–] ?| to | and )\d{1,3}(?!\d|[.,]\d|%)/g,
    DIGIT,
    ['age'],
  ],
  // Whom an age only delimits: 13至18岁族群, 18岁以下的年轻人.
  [
    /(?:\d{1,3}\s?[-–~至到]\s?)?(?<![\d.])\d{1,3}\s?(?:周岁|岁)(?:(?:或?以[上下])?的?(?=族群|人群|群体|年龄段|年龄层|年轻人|受访者|民众|市民|人士|网民|青少年|长者|长辈|人口)|[或及]?以[上下]的?(?=人口|老人|老年人|儿童|青少年|未成年人|成年人|居民|劳动者))|[(（]\d{1,2}[-–~至到]\d{1,2} ?岁[)）]/g,
    '岁',
  ],
  // %E7%BD%91: a Chinese character in an address.
  [
    /(?:%e[2-9]%[89ab][\da-f]%[89ab][\da-f]){1,40}/g,
    ['%e2', '%e3', '%e4', '%e5', '%e6', '%e7', '%e8', '%e9'],
  ],
  // Two ages that delimit whom a count or share is of: 12 至 16 岁学生, 14–16岁使用比例为73%.
  [
    /(?<![\d.])\d{1,2}\s?[-–~至到]\s?\d{1,2}\s?(?:周岁|岁)(?=(?:的|之间的)?(?:[大中小]?学生|孩子|少年|男[性生]|女[性生]|成年人|未成年人|用户|选民|家长|劳动者|员工|居民|患者|病人|[\u4e00-\u9fff]{1,3}(?<![每个])人(?![民均]))|组(?![织成]))/g,
    '岁',
  ],
  [
    /(?<=(?:^|[\n,;。:、]) ?)\d{1,2}\s?[-–~至到]\s?\d{1,2}\s?(?:周岁|岁)(?=(?:的|中)?(?:使用|采用|为|占|达|约|比例|有|则为)?(?:比例|占比)?(?:则?为|是|约|达|有)? ?[\d约近超:])/g,
    '岁',
  ],
  // Labels, ranks, names made of numbers.
  [/第\s?[\d一二两三四五六七八九十百千零〇]{1,6}(?:\.\d+)?/g, '第'],
  // 第37-40、43-62集: the ordinal goes on through its list
  [/第\s?\d{1,4}(?:\s?[-–~至、及和]\s?第?\d{1,4}){1,8}\s?(?=[集章节条页期回话季届款])/g, '第'],
  [
    /(?<=(?<![a-z])(?:figures?|figs?|tables?|sections?|secs?|chapters?|ch|appendix|equations?|eqs?|pages?|pp?|parts?|steps?|levels?|tiers?|phases?|stages?|volumes?|vol|issues?|no|nos|numbers?|nr|rounds?|lines?|articles?|art|lessons?|episodes?|ep|items?|note|ref|refs|version|ver|v|rank(?:ed)?(?! \d+ [a-z]{3,}s(?![a-z]))|rows?|columns?|grade|class|type|category|annex|recital|rule|day|week|chatgpt|windows|channel|asl|rq)(?:\.|\. | |-|#|n° ?)\(?)\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?\)?(?![\d,.]?\d|%|-|\s?(?:percent|per cent|million|billion|years|months|days|hours))/g,
    LETTER,
    cross(' .-#°(', '', DIGIT),
  ],
  [
    /(?<=(?:图表?|表格?|附录|附件|公式|步骤|版本|版|式|编号|案例|(?<!病)例|注|级别|等级|阶段|层级|实验|任务|场景|方案|支柱)\s?)\d{1,3}(?:\.\d{1,3})?(?:\s?[-–~至和、,]\s?\d{1,3})?(?![\d.%]|[个款名种倍万亿千百美元人次]|\s?\d)/g,
    DIGIT,
    '图 表 附录 附件 式 步骤 版 编号 例 注 级别 等级 阶段 层级 实验 任务 场景 方案 支柱'.split(' '),
  ],
  [/(?<![a-z])top[ -]?(?:\d{1,4}|five|ten|three|two|four)(?![\d%])/g, ['top']],
  [
    /前(?:\d{1,3}|[二三四五六七八九十]{1,3})(?:名|位|大|强|甲|排|轮|场|届|(?:个|条|段|句)[\u4e00-\u9fff]{1,4}?[内里中])/g,
    '前',
  ],
  // 未经二次验证: once more, and no count
  [/二次(?=验证|确认|核验|审核|开发|创作|传播|加工|分发|剪辑|利用|污染|伤害|诈骗|鉴定|认证|扩散)/g, '二'],
  [/(?<=[a-z]座)\d{1,3}[层楼室]/g, '座'],
  [/(?<=届[^,。;]{0,12})(?:\d{1,2}|[一二三四五六七八九十]{1,3})次(?=(?:全体|常务)?(?:会议|全会))/g, '届'],
  [/#\d{1,6}(?![\d%])/g, DIGIT, '#'],
  [/(?<![\d./])\d{1,4}(?:st|nd|rd|th)(?![a-z])/g, ORDINAL],
  [/(?<![\d.])\d{1,3}\s?[x×]\s?\d{1,3}(?![\d.^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/g, DIGIT, 'x×'],
  [
    /(?<![\d.])\d{1,3}(?:-point(?! (?:rise|gain|drop|lead|increase|improvement|advantage|gap|margin|decline|fall|jump|swing|deficit|cut|difference|boost)(?![a-z]))|-star)(?![a-z])/g,
    DIGIT,
    ['-po', '-st'],
  ],
  [/(?<![\d.])\d{1,3}(?:分制|星级|星(?!期)|号楼|号线|路|环)/g, DIGIT, '分星号路环'],
  [
    /(?<![\d.,])(?:24[/x×]7|7[x×]24|996|007|9·11|9\/11|80\/20|(?<!(?:split|divided|divide) )50[/-]50(?! chance| odds| prob| likel| split)|五五开)(?!\d|,\d|[个個名款次条份位家种人项%])/g,
    '24/ 24x 24× 7x2 7×2 996 007 9·1 9/1 80/ 50/ 50- 五五'.split(' '),
  ],
  [/(?<!\d)(?:10|100)x[ -](?=programmer|engineer|developer|工程师|程序员|开发者)/g, ['0x ', '0x-']],
  [/(?<![\d.])(?:180|360)(?:[- ]degrees?|°)/g, ['180', '360']],
  [/(?:满分|总分)(?:为|是)?\s?\d{1,4}(?![\d/.])\s?分?/g, '满总', DIGIT],
  [
    /(?<![\d.])[248]k(?=\s?(?:视频|电视|分辨率|画质|屏|超清|高清|影像|拍摄|录制|录像|直播|摄影|摄像|输出|显示|video|tv|resolution|display))/g,
    ['2k', '4k', '8k'],
  ],
  // 2B业务, 2C市场: to business, to consumers
  [/(?<![\d.a-z])2\s?[bc](?=端|业务|市场|客户|产品|模式|公司|企业)/g, ['2b', '2c']],
  [/(?:24|二十四)\s?小时(?=待命|营业|服务|不|客服|在线|运转|运行|监控|热线|全天|无休|轮)/g, ['24', '二十四']],
  [
    /(?<![\d.])(?:0|zero)-(?:days?|hours?|click)(?![a-z])|(?<![a-z])zero day(?= (?:was|is|in|for|flaw|bug|exploit|attack|vuln))/g,
    ['-da', '-ho', '-cl', ' da'],
  ],
  [/(?<![a-z])zero (?:emissions?|carbon|waste|tolerance|trust|knowledge)(?![a-z])/g, ['zer']],
  // What a share of a year before is set against, a postal code between street and town.
  [
    /(?<![\d.,])(?:19|20)\d{2}(?= (?:levels?|baselines?|figures|edition|elections?|olympics|season|budget|census|vintage)(?![a-z]))/g,
    DIGIT,
    'lev bas fig edi ele oly sea bud cen vin'.split(' '),
  ],
  [/(?:做|说|写|讲|走|听|看|等于|进行|聊|算)到一半/g, '半'],
  [/(?<![a-z])v\d{1,3}(?:\.\d{1,4}){0,3}/g, cross('v', '', DIGIT)],
  // 01 艺术学原理, 050401: codes, not numbers
  [/(?<![\d.,:：/·-]|\d )0\d{1,7}(?![\d.,:：/%-])/g, cross('0', '', DIGIT)],
  // gpt-oss:20b, qwen2.5:32b: a model by its tag
  [/(?<=[a-z][a-z.]{0,12}[-\d][a-z\d.-]{0,16}:)\d{1,4}(?:\.\d)?b(?![a-z\d])/g, DIGIT, ':'],
  // (1b), (7b): a label, the size in a name
  [/(?<=\()\d{1,3}b(?=\))/g, DIGIT, '('],
  [/(?<!\d)\d{1,3}(?:\.\d{1,4}){2,4}(?!\d)/g, DECIMAL],
  [/\[(?:\^?\d{1,3})(?:\s?[,，–-]\s?\d{1,3}){0,8}\]/g, [...cross('[', '', DIGIT), ...cross('[', '^', DIGIT)]],
  [
    /[①-⑳]|(?<!(?<!\d)10⁻?)(?<![⁻⁰¹²³⁴⁵⁶⁷⁸⁹])(?<!\d\s?[ckm]?m(?=[²³]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?=[\s。，,.;]|$)/g,
    '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹',
  ],
  // `6(b) orders`, `Section 230(c)(1)`: a paragraph of a law.
  [/(?<![\d.,$€£])\d{1,4}(?=\([a-z]\)(?:\(\d\))? [a-z])/g, cross(DIGIT, '', '(')],
  // Orders and laws by number.
  [
    /(?<=(?<![a-z])(?:e\.o\.|executive order|order|act|bill|sb|hb|ab|h\.r\.|s\.|resolution|directive|regulation|law) (?:no\. )?)\d{1,6}(?:\/\d{2,4})?(?![\d%])/g,
    DIGIT,
    'e.o rde act ill sb hb ab h.r s. uti ect lat law'.split(' '),
  ],
  [
    /(?<![\d.])\d{1,3} ?分钟(?=阅读|(?:即可|就能|才能|能|可以?)?(?:阅读|读)完|看完(?:全文|本文))/g,
    DIGIT,
    '阅读 读完 即可 就能 才能 能读 能阅 可读 可以 可阅 看完'.split(' '),
  ],
  [
    /(?<=(?:订阅|电子报)[^\n。]{0,8}) ?\d[\d.,]{0,8} ?[万千]? ?[人位名](?=加入|订阅|读者|已?追踪)/g,
    DIGIT,
    ['加入', '订阅', '读者', '追踪', '已追踪'],
  ],
  // 片长 58:21, 33:05 听众提问: places of a recording.
  [/(?<=(?:[片时影]长|长度)[:： ]{0,2})\d{1,3}:\d{2}/g, '长'],
  [/(?<=(?:^|[\n\u4e00-\u9fff]) ?)[0-5]\d:[0-5]\d(?= [\u4e00-\u9fff]{2,12}(?:\s|$))/g, PAIRED(':')],
  // Marks at the start of a line: list letters, levels, times of a recording.
  [
    /(?<=(?:^|\n)[ \t>*-]{0,4})\d{1,2}(?:[a-z][.)](?=\s)|\s?级(?=[:：]))/g,
    [...cross(DIGIT, '', LETTER), '级'],
  ],
  [/(?<=(?:^|\n)[ \t]{0,4}\[?)\d{1,2}:\d{2}(?::\d{2})?\]?(?=[ \t]*(?:\n|$))/g, PAIRED(':：')],
  // 二、三年不变: the number of a heading.
  [/(?<=(?:^|\n)[ \t#*]{0,6})[一二三四五六七八九十]{1,3}、/g, '、'],
  // Page furniture.
  [
    /(?<![a-z])(?:width|height|scale)\s?[=:]\s?["']?\d{1,4}(?:\.\d{1,3})?(?:%|px|em)?/g,
    DIGIT,
    '=:',
    ['wid', 'hei', 'sca'],
  ],
  [/(?<=reading time[:：]?\*{0,2}[:：]? ?)\d{1,3}\s?min(?:ute)?s?/g, DIGIT, ['ead']],
  [
    /(?<=(?:已被|被)?(?:查看|浏览|阅读|点击|访问)(?:了)?\s?)\d[\d,.]{0,9}\s?[次万]/g,
    DIGIT,
    '查看 浏览 阅读 点击 访问'.split(' '),
  ],
  [
    /\d{1,6}\s?(?:关注者|粉丝|文章数|评论数|收藏数|[人次]拍手|人按赞|人赞同了|篇原创内容|位追踪|条(?:评论|留言|回复)(?<=(?:^|\n) ?\d{1,6}\s?条..)(?=\s*(?:\n|$)))/g,
    DIGIT,
    '关注者 粉丝 文章数 评论数 收藏数 人拍手 次拍手 人按赞 人赞同了 篇原创内容 条评论 条留言 条回复 位追踪'.split(
      ' ',
    ),
  ],
  [
    /(?<=(?:^|\n)[共总]计 ?)\d{1,5} ?个?字[符元]?(?=[,，])|[（(](?:全文|约|共|pdf[,，]?\s?共?)?\d{1,5}\s?[字页][）)]|(?<=(?:全文|本文|文章)[共约总计长]{0,2}\s?)\d{1,5}\s?字/g,
    DIGIT,
    '字页',
  ],
  [
    /(?<=(?:阅读量?|浏览量?|点击量?|点阅|观看次|(?<!被)(?:点赞|转发|评论|收藏|分享)|按赞|留言|人气|拍手|粉丝|文章|弹幕|已关注|播放(?=[: ]))(?:数)?[:： ]{0,2}\*{0,2})\d[\d,.]{0,9}[万k]?(?!\s?[个名位%])/g,
    DIGIT,
    '阅读 浏览 点击 点阅 观看 点赞 转发 评论 收藏 分享 按赞 留言 人气 拍手 粉丝 文章 弹幕 已关注 播放'.split(
      ' ',
    ),
  ],
  // 上一篇：10个工具: the title of another page.
  [/(?<=[上下]一篇[:：][^\n]{0,40})\d{1,6}/g, DIGIT, ['一篇']],
  [
    /(?<=(?:^|[\n·|,，;；:：(]) ?)\d{1,4} ?pages(?=[,，;；)、\n]|$)|(?<!\d)\d{1,4}\s?(?:figures|tables|幅图|张图|张表)(?![a-z])(?=[,，;；、\s]|$)|(?<=^|[\n·|,，;；] ?)\d{1,4}\s?页(?=[,，;；、\s]{1,2}\d|\n|$)/g,
    DIGIT,
    ['pag', 'fig', 'tab', '页', '图', '表'],
  ],
  [
    /(?<!\d)\d{1,3}[ -]?(?:min(?:ute)?s?)[ -](?:read|listen)|(?<=[|·•] ?)(?:\d{1,2} ?h(?:(?:ou)?rs?)? ?)?\d{1,3} ?m(?:ins?)?(?= ?(?:[|·•\n]|$))|(?<=(?:listen|watch|audio|video|podcast)(?:: | \())\d{1,3} ?min(?:ute)?s?(?![a-z])/g,
    DIGIT,
    ['min'],
  ],
  // 400m hurdles: a race by its length; US 11,842,159 B2: a patent.
  [
    /(?<![\d.])\d{2,5}m (?=(?:hurdles|sprint|freestyle|relay|dash|butterfly|backstroke|breaststroke|medley|steeplechase)(?![a-z]))/g,
    DIGIT,
    'hur spr fre rel das but bac bre med ste'.split(' '),
  ],
  [/\d{1,2},\d{3},\d{3}(?= [ab]\d(?![a-z\d]))/g, DIGIT, [' a1', ' a2', ' b1', ' b2']],
  // ISO/IEC 42001:2023: a standard by its number.
  [
    /(?<=(?<![a-z])(?:iso|iec|ieee|din|ansi|bs en|en iso)[ -])\d{3,5}(?:[-:]\d{1,4}){0,2}(?![\d.,]?\d|%)/g,
    DIGIT,
    ['iso', 'iec', 'iee', 'din', 'ans', 'en '],
  ],
  [
    /(?<=(?:阅读时[间长]|预计阅读|读完(?:全文|本文)?(?:大约|约)?需要?|阅读(?:全文|本文)?(?:大约|约)?需要?)[:： 约]{0,3})\d{1,3}\s?分钟/g,
    DIGIT,
    ['间', '长', '读', '需'],
  ],
  [
    /(?<![\d.])\d{1,6}(?:\.\d)?[km]?\s?(?:likes?|views?|comments?|shares?|retweets?|upvotes?|claps?|followers|subscribers|replies|reposts|restacks)\s?(?=[·|•\n]|$)/g,
    DIGIT,
    'lik vie com sha ret upv cla fol sub rep res'.split(' '),
  ],
  // `· 12 citations ·`, `4.8 stars (2,310 ratings)`, `By Tom Hale and 2 others`, `Slide 12/40`, `PDF (2.4 MB)`.
  [
    /(?<=(?:^|[\n·|•]) ?)\d{1,6}(?:[.,]\d{1,3})?[km]? (?:citations|revisions|contributors|ratings|reviews|downloads|reads|forks|reactions|responses|favou?rites|bookmarks|boosts|answers|votes|edits|posts|topics|results|items|photos|slides)(?= ?(?:[·|•\n]|$))/g,
    DIGIT,
    '·|•\n',
    'cit rev con rat dow rea for res fav boo ans vot edi pos top ite pho sli'.split(' '),
  ],
  // `• [14 Comments](…)`, `[The talk](…) (20 mins)`
  [
    /(?<=(?:^|[\n·|•]) ?\[)\d{1,6} (?:comments?|replies|responses|views|likes|shares|reactions)(?=\]\()/g,
    ['com', 'rep', 'res', 'vie', 'lik', 'sha', 'rea'],
    '[',
  ],
  [/(?<=\)[*_]{0,2} ?\()(?:\d{1,2} ?hrs? )?\d{1,3} ?(?:mins?|hrs?)\+?(?=\))/g, DIGIT, ['min', 'hr']],
  [
    /(?<![\d.])\d(?:\.\d)? (?:stars?|out of 5) \(\d[\d,.]{0,8}k? (?:ratings|reviews|votes)\)/g,
    '(',
    ['rat', 'rev', 'vot'],
  ],
  [/(?<=(?:^|\n)by [^\n,.;]{3,30} and )\d others?(?= ?[·|•\n])/g, ['oth'], DIGIT],
  [
    /(?<=(?<![a-z])(?:slide|page|tweet|image|photo|thread|step|post) )\d{1,3} ?\/ ?\d{1,3}(?![\d/])/g,
    DIGIT,
    '/',
  ],
  [
    /(?<=(?<![a-z])(?:pdf|epub|csv|zip|docx|mp3|download) ?\()\d[\d.]{0,5} ?[kmg]b(?=\))/g,
    ['pdf', 'epu', 'csv', 'zip', 'doc', 'mp3', 'dow'],
  ],
  // `17 responses to “What is a red line?”`, `our 842 partners store`
  [
    /(?<![\d.])\d{1,5} (?:responses|comments|thoughts|replies) (?:to|on) (?=["“‘'])/g,
    ['res', 'com', 'tho', 'rep'],
  ],
  [
    /(?<=(?<![a-z])our )\d[\d,]{0,5} (?:third-party |trusted |advertising )?partners(?= (?:store|use|process|and|may|access))/g,
    ['par'],
  ],
  // 48则留言｜1,200个赞, 第2页，共14页; what a subscription costs.
  [
    /(?<=[|·•] ?)\d[\d.,]{0,8} ?万? ?(?:则|条|个|次)?(?:留言|回应|评论|赞好?|人按赞|次?分享)(?= ?(?:[·|•\n]|$))/g,
    DIGIT,
    ['留言', '回应', '评论', '赞', '人按', '分享', '次分'],
  ],
  [/(?<=第 ?\d{1,4} ?页)[,，/]? ?[共总] ?\d{1,4} ?页/g, '页'],
  [
    /(?<=subscri(?:be|ption)(?: now| today)?(?: for| at| from)? (?:only |just )?)[$€£]\d{1,4}(?:\.\d{2})?(?: ?\/ ?| a | per )(?:month|year|week|mo)(?![a-z])(?: or [$€£]\d{1,4}(?:\.\d{2})?(?: ?\/ ?| a | per )(?:month|year|week|mo)(?![a-z]))?/g,
    ['sub'],
  ],
  [
    /(?<=join (?:over |more than |our )?)\d[\d,.]{0,9}[km]?\+? (?:other )?(?:readers|subscribers|others|professionals|people who)/g,
    ['joi'],
    DIGIT,
  ],
  [/(?<=订阅)(?:每[月年] ?|只需 ?)?(?:nt?\$|hk\$|\$)? ?\d{1,5}(?: ?元)?(?:[/每][月年])?/g, DIGIT, ['订阅']],
  // The term in the name of a bond.
  [
    /(?<![\da-z])(?:\d{1,2}|two|five|ten|thirty)-year (?=(?:us |u\.s\. |government )?(?:treasur|notes?(?![a-z])|bonds?(?![a-z])|gilts?(?![a-z])|yields?(?![a-z])))/g,
    ['-ye'],
  ],
  [
    /(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?年期(?=公债|国债|美债|债券|政府债|殖利率|收益率|定存)/g,
    '年',
    '公债 国债 美债 债券 政府债 殖利率 收益率 定存'.split(' '),
  ],
  [/(?<=article is more than )\d{1,2} (?:year|month)s? old/g, DIGIT, ['art']],
  [/(?<![a-z])(?:six|seven|eight|nine|ten|[6-9])[- ]figures?(?![a-z])/g, ['-fi', ' fi']],
  [/(?<=(?:全文|本文)(?:共计?|约)? ?)\d[\d,]{2,6} ?字(?!节)/g, DIGIT, '字'],
  [/(?<=(?:iso|iec|ieee|cns)[ /-]?)\d{3,5}(?:[-:]\d{1,4}){0,2}/g, DIGIT, ['iso', 'iec', 'iee', 'cns']],
  // 以1至10分计, `a score from 0 to 100`: a scale.
  [
    /(?<=(?<![a-z])(?:score[sd]?|ratings?|rated|grades?|graded|marks?|marked|scale)(?: (?:it|each|them|every)(?: [a-z]+)?)? (?:from|between) )[01](?: to | and |[-–])(?:[3-9]|10|20|100|five|seven|ten)(?!\d|[.,]\d|[%a-z]| ?percent| per cent)/g,
    '01',
    'sco rat gra mar sca'.split(' '),
  ],
  [/(?<=以 ?)\d{1,2} ?[-~至到] ?\d{1,3} ?分(?=[计为评,，])/g, DIGIT, '以', '分'],
  // A group that is called by its age: 46% of people 65 and older, 12 percent of adults under 30.
  [
    /(?<=(?:%|percent|per cent|half|thirds?|quarters?) of (?:the )?(?:[a-z]{3,12} ){0,2}(?:(?:aged|under|over) |(?:aged )?(?=\d\d (?:and|or) (?:over|older|under|above|younger))))\d\d(?:(?: and| or) (?:over|older|under|above|younger)|s(?![a-z]))?(?![\d.,%]|[- ]?(?:year|percent|per cent|million|countr|states|firms|compan))/g,
    DIGIT,
    ['of '],
  ],
  // Whom two ages delimit: 18-to-24-year-olds, 18至24岁的受访者.
  [/(?<![\d.])\d{1,2}(?: ?[-–] ?|-? to |-to-)\d{1,3}[- ]?(?:-year-olds|year[- ]olds)/g, DIGIT, ['yea']],
  [/(?<=(?:my|your|his|her|their) )(?:two|2) cents(?! (?:a|an|per|each|on)(?![a-z]))/g, ['cen']],
  // 弗 5:2, 《约翰福音》13:4, `1 Cor. 13:4`: a verse.
  [
    /(?<=(?:(?<![a-z]|(?![从在见如读和与及引据])[\u4e00-\u9fff])(?:[创民申士拉尼斯伯诗箴传赛耶哀珥摩俄拿弥鸿哈番玛太路徒罗弗腓西门雅犹启]|约[一二三壹贰叁])|(?:(?:撒母耳记|列王[纪记]|历代志|[撒王代])[上下]|[林帖提彼][前后]|福音|诗篇|箴言|雅歌|[命约]记|启示录|使徒行传|[\u4e00-\u9fff][前后一二三]?书))[》」]?(?:第 ?)? ?)\d{1,3}[:：]\d{1,3}(?: ?[-–~、,] ?\d{1,3}(?![\d%]))?/g,
    PAIRED(':：'),
  ],
  [
    /(?<=(?<![a-z])(?:(?:gen|ex|lev|num|deut|josh|judg|sam|chron|neh|ps|prov|eccl|isa|jer|lam|ezek|dan|hos|am|mic|hab|zech|mal|matt?|rom|cor|gal|eph|phil|col|thess|tim|heb|jas|pet|jn|rev)\.?|genesis|exodus|leviticus|deuteronomy|joshua|judges|samuel|kings|chronicles|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|ezekiel|daniel|matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians|philippians|colossians|thessalonians|timothy|hebrews|james|peter|revelation) )\d{1,3}:\d{1,3}(?:[-–]\d{1,3})?(?![\d:])/g,
    PAIRED(':'),
  ],
  [
    /(?<![\d.])[123] (?=(?:samuel|kings|chronicles|corinthians|thessalonians|timothy|peter|john|cor|thess|tim|pet)\.? \d{1,3}:\d)/g,
    DIGIT,
    PAIRED(':'),
  ],
  [/(?<=copyright\s?(?:©|\(c\))?\s?|©\s?)\d{4}(?:\s?[-–]\s?\d{4})?/g, DIGIT, ['cop', '©']],
  [FIXED_WORDS, FIXED_OPENINGS],
]
