/**
 * Chinese words and fixed phrases that hold a numeral character and are no number, folded; those a numeral may begin or
 * stand inside. Source: entries of 现代汉语词典 that occur in news text, names of places and firms, and common compounds.
 */
// biome-ignore format: a table reads by rows
const WORDS = `
百分百 万无一失 千方百计 千篇一律 千千万万 千家万户 万众一心 成百上千倍 七嘴八舌 五花八门 乱七八糟 四面八方 三番五次 三言两语
接二连三 一石二鸟 一举两得 一分为二 二合一 三合一 十全十美 九死一生 九牛一毛 百花齐放 百家争鸣 千载难逢 千钧一发 千差万别
千变万化 千丝万缕 万物 万能 万事 万象 亿万 百姓 百科 百度 千问 百川 十足 二进制 三维 二维 一维 四维 三角 三方 双重 二手 三甲
二级市场 两极 两难 两性 两旁 两岸 两边 两侧 两头 两面 三思 四处 五官 六亲 七夕 八卦 九宫 十字 百货 半导体 半自动 半监督
半途 半夜 半径 一二线 三四线 中东三国 两会 三农 四大发明 二次元 一次性 千禧 千瓦时代 万圣 万维 一百八十度 三七开
不三不四 一五一十 八成新 第三方 零售 零件 零食 零碎 零散 归零 零日 零样本 零信任 零和 零距离 从零 零基础 零容忍 零知识
一万个为什么 一百个放心 一百张嘴 八百个心眼 进万家 入万家 一百个不 一千个不 一万个不 说一千道一万 三观 两院 二创 三俗 一哥 老三 一线 二线 三线 四川 九江 九龙 八达岭 五角大楼 五角大厦 三菱
双十一 十月革命 一带一路 十四五 十三五 十五五 九一一 三体 两万里 百里挑一 万千 千万不要 千万别 一网打尽
一目了然 万一 三天两头 十年磨一剑 十年怕井绳 十年怕草绳 十天半个月 十天半月 一千零一夜 五年规划 五年计划 十年规划
十年寒窗 十年如一日 十年树木 百年树人 万年不变 一万年太久 一年半载 十万八千里 十万火急 三百六十行 一百单八将 两个一百年 年过半百
千人千面 千人一面 万人迷 万人坑 万人空巷 千头万绪 千回百转 万家灯火 万户侯 百步穿杨 百口莫辩 千斤顶 千斤重担 拨千斤 笑百步
千层饼 千层糕 千层浪 百家号 百家讲坛 百家乐 百家姓 百家饭 千字文 千亿俱乐部 万元户 百万富翁 千万富翁 亿万富翁 百万雄师 百元店
百元大钞 百元钞票 四个自信 四个全面 四个意识 五位一体 四位一体 三位一体 四人帮 五笔输入 五台山 七匹狼 十四行诗 二十四小时便利店 年行动计划`.trim().split(/\s+/)

/** Words that are none where something certain follows: 十分钟, 三星期, 百分之百的人, 六一％. */
const UNLESS =
  /(?:三八|五四|六一|七一|八一)(?![○0-9零〇一二两三四五六七八九十百千万亿·点%‰成倍岁个人名件宗项家则票])|(?<![为近用了约达足满过到至要等需未隔历耗后这那持续短成花仅只每前期十])四周(?![内后前时来左以之])|八小时之?[以]?外(?=的|[,，。]|也)|(?<![前后每上下用花了达])半天(?=[,，。;、都才也没不就说,.]|$)|(?<=跑完?了?)百米|百米(?=赛|冲|飞人|短跑|跑)|(?<![一二两三四五六七八九十百数几上近0-9])[百千]年|十分(?!钟|之|制)|三星(?!期)|十一(?=假期|黄金周)|百分之百(?=认同|支持|同意|相信)|(?<![一二两三四五六七八九十百千数几上近0-9])万字(?=长|起|雄|解|深|详|报|干|硬|实|拆|复|访|全|总)|风情万种|(?<![缩变减窄])小三(?![成倍个年月天度元分百千万])/
    .source

/** How each of them begins, by three characters or fewer. */
export const FIXED_OPENINGS: readonly string[] = [
  ...WORDS,
  ...'三八 五四 六一 七一 八一 四周 八小时 半天 百米 百年 千年 十分 三星 十一 百分之百 万字 风情万种 小三'.split(
    ' ',
  ),
]

/** Words by their first character, so that a place is asked for few of them. */
const GROUPS = Map.groupBy(WORDS, (word) => word[0]!)

/** 万千, 百度, 万物; not in 210万千瓦, 三百度, 3000万物流园, where a magnitude ends and a unit or noun begins. */
const alone = ([first, words]: [string, string[]]) =>
  `${/[十百千万亿]/.test(first) ? '(?<![0-9一二两三四五六七八九十百千几数])' : ''}${first}(?:${words.map((word) => word.slice(1)).join('|')})`

/** Every such word, as masks.ts looks for them. */
export const FIXED_WORDS = new RegExp(`${[...GROUPS].map(alone).join('|')}|${UNLESS}`, 'g')

/** Words that begin with 一 or another numeral and count nothing; only the reader of all numbers asks for them. */
// biome-ignore format: a table reads by rows
const OPENING = new Set(`
一切 一看 一些 一般 一起 一定 一直 一样 一旦 一边 一面 一方 一致 一向 一再 一共 一律 一味 一并 一带 一时 一流 一贯 一心 一身 一旁
一番 一度 一经 一如 一举 一概 一生 一会 一体 一同 一齐 一路 一系 一连 一早 一下 一点 一半 一等 一触 一窍 一尘 一丝 一帆
二者 三者 三明 三亚 三峡 三藩 四川 四海 四肢 五台 五金 五行 五谷 六合 六安 七喜 八股 九州 十堰 十佳 百合 百事 千万 千古 万一 万科
两者 两两 两口 零头 零钱 零下 百分 千克 千米 千瓦 千卡 千伏 千帕 千赫 万全 万岁 万幸 亿达 两两 十足 百货 三思 两难 五官 八卦 十字 百姓 百度 千问 万象 万物 万能 万事
`.trim().split(/\s+/))

/** Whether a numeral character at an offset only opens a word of two. */
export const opensWord = (folded: string, at: number): boolean => OPENING.has(folded.slice(at, at + 2))
