/** One name: Han with an optional middle dot (张三, 尼克·博斯特罗姆), or words that begin in capitals. */
const HAN_NAME = String.raw`[\p{Script=Han}]{2,4}(?:[·・•][\p{Script=Han}]{1,8})*|[\p{Script=Han}]{1,8}(?:[·・•][\p{Script=Han}A-Z.]{1,8})+`
const LATIN_WORD = String.raw`(?:\p{Lu}[\p{L}'’.-]*|(?:de|van|von|der|den|bin|al|la|le|di|da)\b)`
const LATIN_NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?: ${LATIN_WORD}){1,4}`
const NAME = String.raw`(?:${HAN_NAME}|${LATIN_NAME})`
const JOINT = String.raw`(?:\s*[、,，;；/&|｜]\s*|\s+(?:and|和|与|與)\s+|\s+)`
const NAMES = String.raw`(${NAME}(?:${JOINT}${NAME})*)`

/** Where names are looked for. Their pattern takes some ten milliseconds, so it is made when a line has the words for it. */
interface Byline {
  /** Words without which the pattern matches nothing. */
  needs: RegExp
  /** Source of the pattern; its first group is the names. */
  names: string
  pattern?: RegExp
}

function namesIn(byline: Byline, text: string): string[] {
  if (!byline.needs.test(text)) return []
  byline.pattern ??= new RegExp(byline.names, 'u')
  return splitNames(byline.pattern.exec(text)?.[1] ?? '')
}

/** `记者`, `本报记者`, `新华社记者` and the names behind it, which must end where a name can end. */
const REPORTER: Byline = {
  needs: /[记記]者/,
  names: String.raw`(?:本[报報刊网網台]|特[约約派]|实习|實習|見習|见习|[\p{Script=Han}]{2,6}[网網社报報])?(?:首席)?[记記]者\s*[:：]?\s*${NAMES}`,
}

/** What stands before the names of those who wrote a text. 责任编辑, 校对, 摄影 and 翻译 are other people. */
const LEADS: Byline[] = [
  {
    needs: /[作撰]|文字|[執执][筆笔]/,
    names: String.raw`(?:^|[\s(（【\[|｜])(?:作\s*者|撰\s*文|撰\s*稿|文字|執筆人?|执笔人?)\s*[:：/|｜]\s*${NAMES}`,
  },
  {
    needs: /文\s*[/／|｜:：]/,
    names: String.raw`(?:^|[\s(（【\[|｜])文\s*[/／|｜:：]\s*${NAMES}`,
  },
  REPORTER,
  { needs: /作者\s/, names: String.raw`作者\s+${NAMES}(?=\s|$)` },
  { needs: /\s[发發]自/, names: String.raw`^${NAMES}\s+[发發]自` },
]

/** Forums and blogs print the name of an account, which may be any word. */
const POSTED_BY =
  /^(\S{2,20})\s*发表于\s*[:：]?\s*\d{4}|本[贴帖文]由\s*(\S{1,12}?)\s*于\s*\d{4}|^(?:Gespeichert von|Eingestellt von|Submitted by|Posted by|Publicado por)\s+(\S{2,30})\s+(?:am|um|on|at|el|en)\s/u

const WESTERN_NAME = String.raw`\p{Lu}[\p{L}\d'’._-]*(?:\s(?:(?:de|van|von|der|den|bin|al|la|le|di|da|y|del)\s)?\p{Lu}[\p{L}'’.-]*){0,3}`
const WESTERN_NAMES = String.raw`(${WESTERN_NAME}(?:(?:\s*,\s*|\s+(?:and|und|et|y|&)\s+)${WESTERN_NAME}){0,5})`
/** `By Jane Doe`, `Posted on May 5, 2020 by Jane Doe`, `Ein Artikel von …`, `Autoren: …`. The name ends where words in small letters go on. */
const WESTERN: Byline[] = [
  {
    needs: /(?:[Bb]y|BY):?\s/,
    names: String.raw`^(?:(?:written|posted|reported|published|words|story|text|photos)\s)*(?:by|[Bb]y|BY):?\s+${WESTERN_NAMES}`,
  },
  {
    needs: /(?:[Bb]y|BY)\s/,
    names: String.raw`(?:^|[|·•\d]\s*|\s)(?:[Bb]y|BY)\s+${WESTERN_NAMES}\s*(?:$|[|·•,(@–-]|\d|on\s)`,
  },
  {
    needs: /(?:[Vv]o[nm]|VON|[Pp][ao]r|P[AO]R)\s/,
    names: String.raw`^(?:Ein(?:e)?\s)?(?:[\p{L}\s-]{0,30}\s)?(?:[Vv]on|[Vv]om|VON|[Pp]ar|PAR|[Pp]or|POR)\s+${WESTERN_NAMES}\s*(?:$|[|·•,(@–-]|\d|am\s|mit\s|le\s|el\s)`,
  },
  {
    needs: /Aut(?:h?or|eur)|Redakteur|Text|Words|Escrito|Verfasst|Geschrieben|Gespeichert|Posted by/,
    names: String.raw`^(?:Autor(?:en|in|a|es)?|Author(?:s)?|Auteur(?:e|s)?|Redakteur(?:in)?|Text|Words|Escrito por|Verfasst von|Geschrieben von|Gespeichert von|Posted by)\s*:?\s+${WESTERN_NAMES}`,
  },
]

/** Surnames that begin a Chinese name; after 记者 only these count, as a verb follows as often as a name. */
const SURNAMES =
  /^(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|[赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏陶姜戚谢謝邹鄒喻柏窦竇章云苏蘇潘葛奚范彭郎鲁魯韦韋昌马馬苗凤花方俞任袁柳鲍鮑史唐费費廉岑薛雷贺賀倪汤湯滕殷罗羅毕畢郝邬鄔安常乐樂于時时傅皮卞齐齊康伍余元卜顾顧孟平黄黃穆萧蕭尹姚邵湛汪祁毛禹狄米贝貝明臧计計成戴宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席季麻强強贾賈路娄婁危江童颜顏郭梅盛林刁钟鍾徐邱骆駱高夏蔡田樊胡凌霍虞万萬支柯管卢盧莫房裘缪繆干解应應宗丁宣邓鄧郁单單杭洪包左石崔吉钮龚龔程嵇邢裴陆陸荣榮翁荀羊惠甄曲封芮储儲靳邴松井段富巫乌烏焦巴弓牧隗谷车車侯宓蓬全郗班仰秋仲伊宫宮宁寧仇栾欒甘厉厲戎祖武符刘劉景詹束龙龍叶葉幸司韶黎蓟薄印宿白怀懷蒲邰鄂索咸籍赖賴卓蔺藺屠蒙池乔喬阴陰胥苍闻聞党翟谭譚贡貢劳勞逄姬申扶冉宰雍桑桂牛寿壽通边邊扈燕冀浦尚农農温溫别莊庄晏柴瞿阎閻充慕连連茹习習宦艾鱼容向古易慎戈廖庾终终居衡步都耿满滿弘匡国文寇广禄阙欧歐殳沃利蔚越夔隆师師巩鞏厍聂聶晁勾敖融冷訾辛阚那简簡饶饒空曾毋沙乜养鞠须豐丰巢关關蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴付闫肖覃佟佘苟晋仝代苑原冒郏勇邸芦])/

/** Words that look like names to the patterns and are not. */
const NO_NAME =
  /^(记者|記者|作者|编辑|編輯|责编|責編|来源|來源|通讯员|通訊員|摄影|攝影|报道|報道|報導|综合|綜合|整理|翻译|翻譯|校对|原创|原創|编译|編譯|佚名|匿名|网友|網友|未知|发自|發自|admin|administrator|unknown|editor|staff|author|anonymous|no author|redaktion|出自|来自|來自|转自|译者|文章|国际|国内|社会|财经|科技|娱乐|体育|时政|要闻|热点|关注|关注我们|首页|快讯|公司|更多|登录|注册|订阅|分享|评论|搜索|返回|时间|時間|日期|发布时间|發布時間|浏览|瀏覽|点击|點擊|阅读|閱讀|人气|回复|楼主|字号|字體|字体|网络整理|网络|新闻|转载|专栏|公众号|原标题|责任编辑)$/i

/** The authors that a line of a page names, as written; empty when it is no byline. */
export function findAuthors(line: string): string[] {
  const text = line.replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > 300) return []
  for (const lead of LEADS) {
    const found = namesIn(lead, text)
    const names =
      lead === REPORTER
        ? found.filter((name) => !/^\p{Script=Han}/u.test(name) || isChineseName(name))
        : withoutTail(found)
    if (names.length > 0) return names
  }
  if (text.length > 140) return []
  const posted = POSTED_BY.exec(text)?.slice(1).find(Boolean)
  if (posted && !NO_NAME.test(posted)) return [posted]
  const western = WESTERN.map((byline) => namesIn(byline, text)).find((names) => names.length > 0)
  return western ?? []
}

/** After `作者` one pen name may stand, and further names only when they look like names: a space also ends a byline. */
const withoutTail = (names: string[]) =>
  names.filter((name, i) => i === 0 || !/^\p{Script=Han}+$/u.test(name) || isChineseName(name))

/** Names out of `张三、李四`, `Jane Doe and John Roe`, `By Jane Doe, Staff Writer`; what is no name is dropped. */
export function splitNames(text: string): string[] {
  const plain = text
    .replace(/^\s*(?:by|von|par|por|di|作者|文|记者|記者)\s*[:：/]?\s+/i, '')
    .replace(/[(（].*?[)）]/g, ' ')
  const parts = plain.split(
    /\s*(?:[、，;；/&|｜•]|,(?!\s*(?:Jr|Sr|PhD|MD)\b)|\s+(?:and|und|et|和|与|與|及)\s+)\s*/iu,
  )
  const bare = parts.map((part) => part.replace(/^(?:实习|實習|见习|通讯员|通訊員)?[记記]者\s*/, ''))
  const names = bare.flatMap((part) =>
    /^[\p{Script=Han}·・\s]+$/u.test(part) ? joinSpaced(part.trim().split(/\s+/)) : [part.trim()],
  )
  return [
    ...new Set(
      names
        .map((name) => name.replace(/[:：,，.。]+$/, (end) => (/\b(?:jr|sr)\.$/i.test(name) ? end : '')))
        .filter(isName),
    ),
  ]
}

/** `张 三` is one name set wide. */
const joinSpaced = (parts: string[]) =>
  parts.length === 2 && parts.every((part) => part.length === 1) ? [parts.join('')] : parts

export function isName(text: string): boolean {
  if (
    /^(?:by|nc|nd|sa|cc|the|der|die|das|ein|eine|in|on|at|this|für|le|la|el|los|las|un|una)\s/i.test(text) ||
    /^[发發]自/.test(text) ||
    text.length < 2 ||
    text.length > 60 ||
    NO_NAME.test(text) ||
    /https?:|@|\d{3,}|[<>{}=]|^[–—-]|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day)?\b/i.test(text)
  )
    return false
  return /^\P{Lu}*\p{Lu}|\p{Script=Han}/u.test(text) && text.split(' ').length <= 6
}

/** A surname and one or two characters more: the form of nearly all Chinese names. */
export const isChineseName = (text: string) =>
  /^\p{Script=Han}{2,4}$/u.test(text) &&
  !NO_NAME.test(text) &&
  SURNAMES.test(text) &&
  text.length <= (/^(?:欧|歐|上|司|诸|諸|东|東|皇|尉|公|慕|令|夏)/.test(text) ? 4 : 3)

/** Whether a line only says who wrote it, where and when: then it is no title. */
export function isByline(line: string): boolean {
  return (
    findAuthors(line).length > 0 ||
    /^(来源|來源|source|发布时间|發布時間|日期|编辑|編輯|责任编辑|原标题|公众号|公眾號)\s*[:：]/i.test(
      line,
    ) ||
    /(公众号|公眾號)\s+\S+$/.test(line)
  )
}
