import type { Numeral } from './numeral.ts'
import { COUNTS_BEHIND_LONG, ONLY_WITH_NOUN, WEAK_MEASURES, WITH_NOUN } from './units.ts'
import { COIN_WORDS, readMoney, signedMoney } from './units-money.ts'
import {
  CURRENCIES,
  FIXED,
  isLatin,
  MEASURES,
  match,
  NOUNS,
  skipSpace,
  type UnitReading,
} from './units-table.ts'
import { readTime, SECONDS_BEHIND } from './units-time.ts'

/** The unit that the number was written with, or undefined for a bare number; dollar signs around it (`$90$%`) are TeX. Tried from the surest to the weakest. */
export function readUnit(folded: string, numeral: Numeral): UnitReading | undefined {
  const isMath = folded[numeral.end] === '$' && folded[numeral.start - 1] === '$'
  const at = skipSpace(folded, numeral.end + (isMath ? 1 : 0))
  if (isMath) return readFixed(folded, numeral, at)
  if (numeral.inexact === 'about' && numeral.form === 'word' && folded.startsWith(' of ', numeral.end))
    return readMoney(folded, numeral, numeral.end + 4) ?? readOther(folded, numeral, numeral.end + 4)
  if (folded[at] === '+')
    return (
      signedMoney(folded, numeral) ??
      readOther(folded, numeral, skipSpace(folded, at + 1)) ??
      readMeasure(folded, numeral, skipSpace(folded, at + 1))
    )
  return (
    readMoney(folded, numeral, at) ??
    readFixed(folded, numeral, at) ??
    readHyphened(folded, numeral) ??
    readMetres(folded, numeral) ??
    readTime(folded, numeral, at) ??
    readMeasure(folded, numeral, at)
  )
}

/** Units after which a letter would make another word: 100x but not 100xyz; `10 x 20` is a product. */
function readFixed(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const row = match(FIXED, folded, at) ?? (at > numeral.end ? match(FIXED, folded, at - 1) : undefined)
  const from = row && folded.startsWith(row[0], at) ? at : at - 1
  if (!row) return undefined
  const [word, unit, detail] = row
  const end = from + word.length
  if (!isFixedUnit(folded, numeral, word, from, end)) return undefined
  if (word === '‰') return { unit, detail, start: numeral.start, end, factor: 0.1 }
  return { unit, detail, start: numeral.start, end }
}

/** `thousands of kilometres`. */
function readOther(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const reading = readFixed(folded, numeral, at)
  return reading?.unit === 'other' ? reading : undefined
}

/** `12-cent`, `10-gallon`: a unit joined by a hyphen; a word of some length, so that no name is taken for one. */
function readHyphened(folded: string, numeral: Numeral): UnitReading | undefined {
  if (folded[numeral.end] !== '-' || !isLatin(folded[numeral.end + 1])) return undefined
  const at = numeral.end + 1
  const money = match(CURRENCIES, folded, at)
  if (money && money[0].length > 2)
    return {
      unit: 'money',
      detail: money[1],
      start: numeral.start,
      end: at + money[0].length,
      ...(COIN_WORDS.has(money[0]) && { factor: 0.01 }),
    }
  if (folded.startsWith('percentage-point', at))
    return { unit: 'percentage_point', detail: '', start: numeral.start, end: at + 16 }
  const row = match(FIXED, folded, at)
  if (row?.[1] !== 'other' || row[0].length < 3) return undefined
  return { unit: row[1], detail: row[2], start: numeral.start, end: at + row[0].length }
}

/** `250m` is metres where the words around speak of length; else a million. */
function readMetres(folded: string, numeral: Numeral): UnitReading | undefined {
  if (numeral.scale !== 1e6 || folded[numeral.end - 1] !== 'm') return undefined
  if (/^ ?(?:token|param|词元|参数|用户)/.test(folded.slice(numeral.end, numeral.end + 6))) return undefined
  const left = folded.slice(Math.max(0, numeral.start - 12), numeral.start)
  if (
    !/[深高长宽距]|(?:length|height|width|depth|outreach) (?:is|of|was) $/.test(left) &&
    !/^ (?:tall|long|wide|deep|high|away|is equal to)/.test(folded.slice(numeral.end, numeral.end + 12))
  )
    return undefined
  return { unit: 'other', detail: 'm', start: numeral.start, end: numeral.end, factor: 1e-6 }
}

function isFixedUnit(folded: string, numeral: Numeral, word: string, from: number, end: number): boolean {
  const next = folded[end] ?? ''
  // 18,000 GB300 chips
  if (isLatin(word.at(-1)) && next >= '0' && next <= '9') return false
  // 300W, 230V; 5 W's and 2v2 are none
  if (word === 'w' || word === 'v')
    return (
      from === numeral.end && numeral.form === 'digits' && numeral.value >= 10 && /^[\s.,;:)/-]|^$/.test(next)
    )
  if (word === 'c') return isCelsius(folded, numeral, from)
  if (word === 'x' || word === '×')
    return from === numeral.end && numeral.form === 'digits' && !/\s?[\d]/.test(folded.slice(end, end + 2))
  if (word === '分') return isScore(folded, numeral, next) && !SECONDS_BEHIND.test(folded.slice(end, end + 5))
  if (word === '度')
    return (
      numeral.form === 'digits' &&
      numeral.value % 180 !== 0 &&
      !/[假数过量角]/.test(next) &&
      (numeral.scale! >= 1e8 ||
        /[温热暖冷寒升降烧电倾]/.test(folded.slice(Math.max(0, numeral.start - 10), numeral.start)))
    )
  if (word === '方') return numeral.scaled && CUBIC.test(folded.slice(end, end + 3))
  // 提高0.9个点; 100个点赞
  if (word === '个点')
    return (
      /^(?:[,，。;；、)）的左\s]|$)/.test(next) &&
      (!Number.isInteger(numeral.value) ||
        CHANGED.test(folded.slice(Math.max(0, numeral.start - 6), numeral.start)))
    )
  // 5nm芯片: a process by name
  if (word === 'nm' || word === '纳米')
    return !/^(?:芯片|制程|工艺|节点|光刻| (?:part|process|chip|node|class|technolog|wafer|silicon|line))/.test(
      folded.slice(end, end + 11),
    )
  if (word === '米') return !/[兰国老饭]/.test(next)
  if (word === '两')
    return folded[from - 1] !== '两' && (!/[\u4e00-\u9fff]/.test(next) || /[银黄白的]/.test(next))
  // 从0.42升到0.71
  if (word === '升' && /[到至为了高格级]/.test(next)) return false
  // 16G内存; 5G is a name
  if (word === 'g')
    return numeral.form === 'digits' && numeral.end === from && MEMORY.test(folded.slice(end, end + 3))
  if (word === '克' || word === '升' || word === '瓦' || word === '亩' || word === '磅' || word === '吋')
    return (
      (numeral.form === 'digits' || numeral.scaled || numeral.maxValue !== undefined) &&
      !/[隆服制级]/.test(next)
    )
  // 49pc; two PCs
  if (word === 'pc') return numeral.form === 'digits' && numeral.end === from && !/^[a-z\d-]/.test(next)
  if (word === '倍') return next !== '速'
  if (word === 'points' || word === 'point')
    return (
      numeral.form === 'digits' ||
      numeral.value > 3 ||
      /^ (?:lower|higher|up|down|behind|ahead|above|below|clear|better|worse)(?![a-z])/.test(
        folded.slice(end, end + 10),
      ) ||
      /(?:by|than|up|down|gain(?:ed|ing)?|lost|lose) (?:about |nearly |only |just |less than |more than )?$/.test(
        folded.slice(Math.max(0, numeral.start - 24), numeral.start),
      )
    )
  return true
}

const CHANGED = /(?:提高|提升|上升|上涨|下降|下滑|降低|增加|减少|高出|领先|落后|[高低涨跌升降掉])了?[约近]?$/

/** What is measured in bytes. */
const MEMORY = /^的?(?:内存|显存|运存|缓存|存储|硬盘|流量|空间|容量|文件|数据)/

/** `warmed by 1.5C`, `below 27C`: degrees, written without their sign. */
const isCelsius = (folded: string, { form, start, end, value }: Numeral, from: number) =>
  form === 'digits' &&
  value < 200 &&
  from - end < 2 &&
  !/^ (?:per|an?|each)(?![a-z])/.test(folded.slice(from + 1, from + 6)) &&
  (!Number.isInteger(value) && from === end
    ? !/[a-z0-9]$/.test(folded.slice(start - 1, start))
    : /(?:(?<![a-z])(?:at|minus|negative|below|above|reach(?:es|ed)?|hit|topp?(?:s|ed)?) (?=$)|(?<![a-z])(?:temperatures?|mercury|thermometers?|lows?|highs?|warm(?:s|ed|ing|er)?|heat(?:s|ed|ing)?|hot(?:ter)?|cool(?:s|ed|ing|er)?|degrees?)(?![a-z])[^.;]{0,40})$/.test(
        folded.slice(Math.max(0, start - 60), start),
      ))

/** 500万方天然气, 3万方混凝土. */
const CUBIC = /^(?:天然气|页岩|油气|燃气|混凝|土石|[水土木石]|[,，。;、]|$)/

/** 4.2分, 85分; not 十分, 三分之一, 5分制, 三分球, 十分钟, 5分头. */
function isScore(folded: string, numeral: Numeral, next: string): boolean {
  if (
    numeral.form !== 'digits' &&
    !/[得打评给]|领先|落后|[胜赢输]/.test(folded.slice(Math.max(0, numeral.start - 3), numeral.start))
  )
    return false
  return !/[之钟制球头别布享析类成子支明]/.test(next)
}

function readMeasure(folded: string, numeral: Numeral, at: number): UnitReading | undefined {
  const row = match(MEASURES, folded, at)
  if (row && isCount(folded, numeral, row[0], at)) {
    return { unit: 'count', detail: row[0], start: numeral.start, end: at + row[0].length }
  }
  if (numeral.form === 'han' && !numeral.scaled) return undefined
  const noun = match(NOUNS, folded, at)
  return noun && { unit: 'count', detail: noun[0], start: numeral.start, end: at + noun[0].length }
}

/** Words that begin with a measure word's character; after them the number does not count things. */
const NOT_COUNTS =
  /^(名单|名次|位数|位置|项目组|次元|次方|次要(?!求)|次日|家族史|家长里短|件套|种族|种子|种植|条件反|行业|行为|行动|行星|句话说|段时间|场景化|人称|人行|口气|户外|组合拳|部分|部门|本来|本身|面对|面临|面前|面子|道理|级别|级联|层级|层次|节课表|代码|代表|代理|代人|把握|把手|点半|点钟|点(?=[0-9零一二三四五六七八九十])|对一|对方|对[赌外内公美华台日于此其应手比话接抗立口象付等策标]|对照(?!片)|步到位|步走|轮驱动|方面军|国语|国际|国(?=集团|峰会|联盟|语)|盘(?=点|整|面|后|中|前|活|旋|查|据|踞)|字节跳|元(?!素)|块链|股市|股票|股权|根本|只是|只有|只能|只要|只会|起来|起码|起始|起点|起诉|例如|例外|回事|回来|回到|回去|回复|所谓|所以|所有|门槛|口吻|声明|声称|句(?=号)|死(?![,。;、伤\d一二三四五六七八九十])|伤(?![,。;、\s])|单(?:位|独|次|个|项|纯|一|向|元|日|月|笔|条|店|人|价|身|方|词|张|机|体|击|车|边|杠|打)|通(?![\u4e00-\u9fff]{0,4}(?:电话|来电)|[,，。;；就有])|男(?:性|友|孩|人|生|子|士|儿|方|星|主|童)|女(?:性|友|孩|人|生|子|士|儿|方|星|主|童)|包括|包含|处于|处理|处在|顶尖|顶级|头条|头部|首(?:[日次届轮席批相脑要发都富映播创付款季周度先页选家个张])|轮(?:车|椅|胎|船|毂)|城市(?!.)|支[持付撑援局票柱点架配]|局[面长部域势限中势促级里]|集[团群中体成合资装会结聚约权散锦市]|堂[而食弟兄]|核[心弹能电武辐查实验算准酸定爆桃]|字(?=面)|级市|站[上稳起出立着住到岗台位长队姿得好不在了过满])/

/** 六口人, 三口井. */
const MOUTHS = /^(?:人(?![家口])|之家|[锅井缸])/

/** 四大国际厂商, 五大实验室: so many bodies, where 四大发明 and 三大支柱 are names and parts. */
const BIG =
  /^(?:国际|全球|国内|外国|美国|中国|主要|科技|ai|人工智能|云端?|网络|电信|社交|芯片|汽车|会计师?){0,2}(?:大?厂|厂商|公司|企业|集团|业者|平台|实验室|巨头|银行|事务所|品牌|券商|机构|运营商|供应商|车企|医院|大学|城市|国家)/

const isWithNoun = (folded: string, word: string, at: number): boolean =>
  WITH_NOUN.get(word)?.test(folded.slice(at + word.length, at + word.length + 4)) === true

/** 三男一女: men and women counted side by side. */
export const isOfBoth = (folded: string, { start, end }: Pick<Numeral, 'start' | 'end'>): boolean =>
  (/^ ?[男女] ?[\d一二两三四五六七八九十]{1,3} ?[男女]/.test(folded.slice(end, end + 8)) ||
    /[\d一二两三四五六七八九十] ?[男女] ?$/.test(folded.slice(Math.max(0, start - 4), start))) &&
  !/一[男女]一[男女]/.test(folded.slice(Math.max(0, start - 2), end + 3))

/** 三十二门课程, 五头牛, 六口人: behind a Chinese number a weak measure word counts when the number is long or the noun is known. */
const isWeakCount = (folded: string, { value, start, end }: Numeral, word: string, at: number): boolean =>
  (word === '回' && value >= 4) ||
  ((word === '男' || word === '女') && isOfBoth(folded, { start, end })) ||
  (word === '口' && MOUTHS.test(folded.slice(at + 1, at + 3))) ||
  (COUNTS_BEHIND_LONG.has(word) && end - start > 1 && value >= 10) ||
  isWithNoun(folded, word, at)

function isCount(folded: string, numeral: Numeral, word: string, at: number): boolean {
  if (NOT_COUNTS.test(folded.slice(at, at + 5))) return false
  if (folded[numeral.start - 1] === '第') return false
  // 「萬店掌」 is a name
  if (word === '店' || word === '案') return numeral.form === 'digits'
  if (ONLY_WITH_NOUN.has(word)) return isWithNoun(folded, word, at)
  if (WEAK_MEASURES.has(word) && numeral.form === 'han' && !numeral.scaled)
    return isWeakCount(folded, numeral, word, at)
  // 4.7把, 4.7关: a version with a verb behind it
  if (!Number.isInteger(numeral.value) && !numeral.scaled && (WEAK_MEASURES.has(word) || word === '关'))
    return false
  if (word === '日' || word === '号') return false
  if (word === '页')
    return (
      (numeral.form === 'digits' || numeral.scaled) &&
      !/[面码]/.test(folded[at + 1] ?? '') &&
      !/第\s?$/.test(folded.slice(Math.max(0, numeral.start - 2), numeral.start))
    )
  if (word === '大') return numeral.value > 3 && numeral.value < 10 && BIG.test(folded.slice(at + 1, at + 12))
  if (word === '点' || word === '章' || word === '节' || word === '代') return false
  return true
}
