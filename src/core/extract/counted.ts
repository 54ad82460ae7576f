import type { Span } from '../text/sentences.ts'
import { leadingHan } from './clauses.ts'
import { NOUN, pairAt, VERB } from './han-pairs.ts'
import { buildUnitTest } from './unit-test.ts'

/** The thing that an English number counts: where its noun phrase begins and ends in the folded text. */
export interface Counted {
  start: number
  end: number
  /** The head noun, folded. */
  head: string
}

const TOKEN = /[ \u00a0]*(?:\n(?!\n)[ \u00a0]*)?(["“‘'’(]?)([a-z][a-z'’/.-]*)(["”’')]?)/y

const opensToken = buildUnitTest(' \u00a0\n"“‘\'’(abcdefghijklmnopqrstuvwxyz')

/** Words at which a noun phrase ends. */
const STOPS = new Set(
  'a an the of in on at to for from by with and or but nor as than then that which who whom whose when where while if is are was were be been being am do does did has have had will would can could may might must shall should not no it its they their them he his she her we our you your i my me us this these those there here per each every via into over under after before between among across during without within about against up down out off since until because so such very also just only even still yet both either neither using including according because though although despite compared percent per more less fewer most'.split(
    ' ',
  ),
)
const VERBS = new Set(
  'said say says think thinks believe believes believed support supported want wants wanted expect expects predicted predict trust trusted found find showed show reported report agreed agree oppose opposed had got get made make makes took take takes gave give came come went go called produced produces elicited brought scored score reached hit rose fell grew dropped increased decreased remained remain chose responded answered voted favor favored worry worried prefer preferred resulted succeeded failed used use'.split(
    ' ',
  ),
)
/** Verbs behind a noun that is counted, nouns in the plural behind the number itself: `412 reports`. */
const VERBS_BEHIND_NOUN = new Set(
  'finds shows reports calls uses supports trusts reveals demonstrates suggests indicates achieves yields exhibits outperforms confirms requires remains includes exceeds illustrates highlights allows enables underscores'.split(
    ' ',
  ),
)
const IRREGULAR = new Set(
  'people men women children police staff data feet mice media percent criteria phenomena personnel participants respondents fish mps gps pcs tvs ads ids vcs'.split(
    ' ',
  ),
)
/** Words in -s that are no plurals, so that the phrase goes on behind them. */
const NOT_PLURAL =
  /(?:ss|(?<![gct]p|^men|reau|^gur|teau)us|(?:s|(?<!ta)x|tenn|^ir|^pelv|debr|pol|^th)is|(?<![a-z]{2})is|'s|’s)$/
const LONGEST_PHRASE = 6
/** What may open the noun phrase: `of the`, and `such` of what was told before. */
const OF =
  /^[ \u00a0](?:of (?:the |its |their |these |those |our |such )?|such (?=[a-z])|(?:more|fewer) (?=[a-z])(?!than |or ))/

const OPENS_NOUN = ['of ', 'such ', 'more ', 'fewer ']
/** `attorneys-general`, `brothers-in-law`. */
const PLURAL_INSIDE = /^[a-z]+s-(?:general|in-law|at-large)$/
/** `to 35 trusted partners`: behind a preposition a participle stands before its noun. */
const IN_PHRASE =
  /(?<![a-z])(?:to|of|with|by|for|from|in|on|among|between|these|those|its|their|our|the) (?:about |around |nearly |almost |over |more than |some |at least )?[\da-z,.-]+$/
const PARTICIPLES = new Set(
  'trusted used expected predicted reported chosen preferred supported elicited increased reduced failed'.split(
    ' ',
  ),
)

const isPlural = (word: string) =>
  IRREGULAR.has(word) ||
  PLURAL_INSIDE.test(word) ||
  (word.endsWith('s') && word.length > 3 && !NOT_PLURAL.test(word))

/** Reads the noun phrase after a number: `leading models`, `global respondents`, `"how to" questions`, `of times`. */
export function readCounted(folded: string, from: number): Counted | undefined {
  const at = skipNote(folded, from)
  if (!opensToken(folded.charCodeAt(at))) return undefined
  const of = OPENS_NOUN.some((word) => folded.startsWith(word, at + 1))
    ? OF.exec(folded.slice(at, at + 16))
    : undefined
  let end = at + (of?.[0].length ?? 0)
  let start = -1
  let best: Counted | undefined
  let token = tokenAt(folded, end)
  for (let words = 0; token && words < LONGEST_PHRASE; words++) {
    const word = /[a-z/-]$/.test(token[2]!) ? token[2]! : token[2]!.replace(/[.'’]+$/, '')
    const quoted = token[1] !== '' || (words > 0 && /["”]/.test(folded[end - 1]!))
    if (STOPS.has(word) && !(quoted || (words > 0 && folded[start] === '"'))) break
    if (
      (VERBS.has(word) || (best && VERBS_BEHIND_NOUN.has(word))) &&
      !quoted &&
      !isUseCase(folded, word, end + token[0].length) &&
      !(words === 0 && PARTICIPLES.has(word) && IN_PHRASE.test(folded.slice(Math.max(0, from - 40), from)))
    )
      break
    const wordEnd = end + token[0].length - token[3]!.length - (token[2]!.length - word.length)
    if (start < 0) start = end + token[0].length - token[2]!.length - token[3]!.length - token[1]!.length
    end = end + token[0].length
    if (isPlural(word)) best = { start, end: wordEnd, head: word }
    if (best && !/^[ \u00a0/-][a-z]/.test(folded.slice(end, end + 2))) break
    if (/[,.;:!?]$/.test(token[2]!) && !/^(?:[a-z]\.){2,3}$/.test(token[2]!)) break
    token = tokenAt(folded, end)
    if (best && !isPlural(token?.[2] ?? '')) break
  }
  return best && opensAside(folded, best) ? undefined : best
}

/** `0 (to get the same answers each time)`: what a bracket opens behind a number, and does not close before a noun. */
const opensAside = (folded: string, { start, end }: Counted): boolean =>
  folded[start] === '(' && !folded.slice(start, end).includes(')')

/** `six AI use cases`: no verb. */
const isUseCase = (folded: string, word: string, end: number): boolean =>
  word === 'use' && folded.startsWith(' cases', end)

const NOTE = / ?\[\d{1,3}\](?= ?[a-z])| ?[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}(?= [a-z])/y

/** `9,000¹ pupils`: past the mark of a note. */
function skipNote(folded: string, at: number): number {
  const unit = folded.charCodeAt(at)
  if (
    unit !== 91 &&
    unit < 0xb2 &&
    !(unit === 32 && (folded[at + 1] === '[' || folded.charCodeAt(at + 1) >= 0xb2))
  )
    return at
  NOTE.lastIndex = at
  return NOTE.test(folded) ? NOTE.lastIndex : at
}

function tokenAt(folded: string, at: number): RegExpExecArray | null {
  TOKEN.lastIndex = at
  return TOKEN.exec(folded)
}

/** The thing that a Chinese count counts: the noun phrase behind the measure word, up to its predicate or a break. */
export function readCountedHan(
  folded: string,
  at: number,
  limit: number,
): { start: number; end: number } | undefined {
  const start = folded[at] === ' ' ? at + 1 : at
  const run = RUN.exec(folded.slice(start, Math.min(limit, start + 32)))?.[0]
  if (!run || CLOSES.test(run) || SETS_OUT.test(run)) return undefined
  const opened = run.search(/\((?![^)]*\))/)
  const limitOfRun = start + (opened > 0 ? opened : run.length)
  const noun =
    studiedNoun(folded, start, limitOfRun) ??
    relativeNoun(folded, start, limitOfRun) ??
    plainNoun(folded, start, limitOfRun)
  if (!noun) return undefined
  const tail =
    /(?:中|里|上|下|内|后|前|时|之间|之一|当中|里面|左右|以上|以下|来看|来说|来讲|计算|的)$/.exec(
      folded.slice(noun.start, noun.end),
    )?.[0].length ?? 0
  const end = withoutPlace(folded, noun.start, withoutVerb(folded, noun.start, noun.end - tail))
  // 四个学不会: a verb of one character
  if (end - noun.start === 1 && '不得'.includes(folded[end] ?? ' ')) return undefined
  return end - noun.start >= 1 && !/^[了的着过地得]/.test(folded.slice(noun.start, end))
    ? { start: noun.start, end }
    : undefined
}

/** Up to a mark; not the half of a number that its comma parts. */
const RUN = /^[\u4e00-\u9fffa-z0-9「」“”"·()%.\- ]{1,32}(?<!\d(?=,\d))/

/** 共10集), 一日15万人次」, 420篇（次）: the mark closes what stands around the number, or opens something else. */
const CLOSES = /^(?:[)」”·%.-]|\((?:[^()]{1,3}\)|[^()]{0,12}\d))/

/** 有五款在一半的测试里撒谎, 有一人曾与它交谈: how a predicate begins, and no noun; not 在线用户, 与会者. */
const SETS_OUT =
  /^(?:在(?![线校职读场编研建售岗野押逃籍任华世途营])|(?:与(?!会)|跟(?!单|班)|向(?![量导])|曾(?![祖孙])|存在|[用做去见看听吃说玩]过|遭(?!遇)|受(?:骗|伤|到|影响))(?![^,。;]{0,14}的[\u4e00-\u9fffa-z]))/

/** 17名标注员评估了2904个…: where another number begins. */
const NUMBER = /(?<=[\u4e00-\u9fff“])(?<![第至到])\d[\d.,]* ?[\u4e00-\u9fff%]/
const JOINS = /(?:(?<![总共饱温缓中调柔])和|(?<!参)与|及|中?的|^中)$/

/** What is counted, as it is shown: up to another number, without what only joins it; empty where nothing is left. */
export function shownCounted(folded: string, { start, end }: Span): Span {
  const written = folded.slice(start, end)
  const number = written.search(NUMBER)
  const cut = number < 0 ? end : (readCountedHan(folded, start, start + number)?.end ?? start)
  return { start, end: cut - (JOINS.exec(folded.slice(start, cut))?.[0].length ?? 0) }
}

/** Verbs that name what is counted as often: 对抗性提示, 有害请求. */
const NOUNS_TOO = new Set(
  '提示 请求 回复 回答 标注 提问 评论 投诉 举报 警告 批注 调用 攻击 测试 申请 咨询 诉讼 起诉 采访'.split(' '),
)

/** 人挤 and 人留下 without their verb, 公司报名 too; 人员 and 测试 stay. */
function withoutVerb(folded: string, start: number, end: number): number {
  if (folded[start] === '人' && end - start >= 2 && (pairAt(folded, start) & NOUN) === 0) return start + 1
  const isVerb =
    end - start >= 4 &&
    (pairAt(folded, end - 2) & (VERB | NOUN)) === VERB &&
    !NOUNS_TOO.has(folded.slice(end - 2, end))
  return isVerb && (pairAt(folded, end - 4) & NOUN) !== 0 ? end - 2 : end
}

/** 10名患者中漏诊了3名: up to the 中 behind those of whom a part is told. */
function withoutPlace(folded: string, start: number, end: number): number {
  const within = /(?<=[者员人们师生民方司商型企机体])[中里](?=.)/.exec(folded.slice(start, end))
  return within && pairAt(folded, start + within.index) === 0 ? start + within.index : end
}

/** 1.1万名美国成年人的调查: up to the 的 before what was done to those who are counted. */
const STUDIED =
  /^([^,;。、:的]{2,16})(?:的|进行的|开展的|所做的)(?:电话|网络|在线|线上|问卷|抽样|随机|跟踪|追踪|纵向|大型|全国性?|新|一项)*(?:调查|调研|研究|访谈|访问|采访|专访|民调|测试|测验|实验|试验|分析|评估|评测|统计|观察|随访|回访|体检|检查|审查|培训|数据集|语料库?|基准|题库|测试集|清单|名单|列表|数据库|样本库?)/
const STUDIES =
  /(?:[对向]|针对|面向|基于|涵盖|覆盖|包含|含有?|由|收录|收集了?|汇集了?)(?:[^,;。、:]|,(?=\d)){0,16}$/

/** 对1.1万名美国成年人的调查: those who were asked, not the study of them. */
function studiedNoun(folded: string, start: number, end: number): { start: number; end: number } | undefined {
  const studied = STUDIED.exec(folded.slice(start, end))
  return studied && STUDIES.test(folded.slice(Math.max(0, start - 20), start))
    ? { start, end: start + studied[1]!.length }
    : undefined
}

/** 涵盖7类问题的多项选择题: the noun behind the clause may begin with a number. */
const DESCRIBES = /^(?:涵盖|覆盖|包含|带有|含有|来自|针对|关于|面向|用于|涉及)/

/** 随机选出的人, 在台湾参与审议的公民: a noun with a clause before its 的. */
function relativeNoun(
  folded: string,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const clause = /^[^,;。、:]{1,20}?的(?![^,;。]{0,3}(?:是|时))/.exec(folded.slice(start, end))?.[0]
  if (!clause || clause.length >= end - start || /[里中]的$/.test(clause)) return undefined
  const at = start + clause.length
  const head = leadingHan(folded, at, end)
  if (!head || head.start - at > 2) return undefined
  return head.start === at || DESCRIBES.test(clause) ? { start, end: head.end } : undefined
}

/** Words that open a predicate and never a noun phrase, as what follows a measure word. */
const CANNOT_BE_NOUN =
  /^(?:被|在|是|都|就|会|能|可|有|没|不|才|还|也|至少|通过|透过|了|着|过|地|得|的|已|将|和|与|及|或|以|之|左右|以上|以下|分别|均|只|仅|从|向|对(?!照|抗|话)|来自|才|更|最|开(?!发|放|源)|甚至|带有|含有|附有|包含|涵盖|属于|拥有)/

/** A noun phrase that may begin with a word that elsewhere is a verb (报告, 测试) or with a quotation mark. */
function plainNoun(folded: string, start: number, end: number): { start: number; end: number } | undefined {
  const noun = leadingHan(folded, start, end)
  if (noun && noun.start - start <= 1) return { start, end: noun.end }
  if (CANNOT_BE_NOUN.test(folded.slice(start, end))) return undefined
  const opens = folded.slice(start, Math.min(end, start + 2))
  if (opens.length < 2 || /[^\u4e00-\u9fff]/.test(opens)) return undefined
  const rest = leadingHan(folded, start + 2, end)
  return { start, end: rest?.start === start + 2 ? rest.end : start + 2 }
}
