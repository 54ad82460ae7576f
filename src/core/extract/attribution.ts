import type { Span } from '../text/sentences.ts'
import { candidatesEn } from './attribution-en.ts'
import { candidatesHan } from './attribution-han.ts'
import { readSigns, SIGN, type Signs } from './attribution-signs.ts'
import { type Candidate, REACH } from './attribution-words.ts'
import { hasHan } from './char-set.ts'
import type { Reading } from './reading.ts'
import { keyOf } from './spans.ts'
import {
  isEnglishRole,
  isHanAgent,
  isPersonName,
  isSurname,
  isVoiceName,
  NO_NAME,
  nameBehindTitle,
} from './voice.ts'

/**
 * Finds who a sentence names as its voice. Verb first, then a bounded look back (or forward) for the name: every pattern
 * is anchored on a closed list of words, so the cost is linear in the length of the text.
 */

/** The work itself speaks: 报告发现, 论文里有一组数据, the study found. */
const STUDY_HAN =
  /(?:(?:^|[,。;])\s?(?:然而|但|不过)?,?|的)(?:该|上述|前述|《|这份|这项|这篇|一项|另一项|多项|我们的)?((?:现有|已有|此前的?|过往的?|初步|最新的?|去年的?|相关)?(?:论文|报告|白皮书|研究|调查|分析|民调|统计)|本文)(?:团队|结果)?》?(?:还|也|中|里|则)?(?:同时|进一步|另外|亦)?(?:建议|统计[,:]|有一组|预计|预测|警告|提醒|强调|披露|透露|发现|指出|显示|表明|估计|给出|认为|援引|称|写道|提到|特别提到|做了|做|对(?!象)|给[^,。;]{2,8}[打评]分)/
const STUDY_EN =
  /(?<![a-z])(?:the|this|their|a|an|one|another|our|existing|recent|new|preliminary|previous|prior|earlier)(?: [a-z0-9-]{2,14}){0,2} (study|paper|report|survey|poll|analysis|research)(?: (?:published|released|conducted|posted|presented|led|out) [^,.;:“”"]{3,80})?(?:, [^,.;:“”"]{3,90}(?:,\d{3}[^,.;:“”"]{0,60})?,)? (?:also |further |itself )?(?:found|finds|shows?|showed|says?|said|reports?|suggests?|estimate[sd]?|put|puts|notes?|noted|concludes?|concluded|warns?|warned|alleges?|alleged|claims?|claimed|reveals?|revealed|describes?|identifie[sd]|counts|counted|documents|documented|calculates?|calculated)|(?:^|[.;,] |["“])(research) (?:shows?|suggests?|found|finds)/

/** Those who were asked are what a survey reports on; they do not report it. */
const ASKED =
  /(?:受访(?:者|公司|企业)|调查对象|消费者|用户|网友|民众|市民|选民|(?<!前|离职|内部|名|位)员工|开发者|的人|人们|(?<![研究开发创始作记核编密报料学业情击历])者|(?<!for the )respondents?|participants?|people|users|consumers|voters|americans|adults|workers|(?<!(?:former|current|ex)[ -])employees|citizens|residents|students|those surveyed|\d+%.*|.*(?:分之|[\d一二三四五六七八九两半几]成).*)$/

/** Words that stand where a speaker would but name nobody. */
const NOBODY =
  /^(?:.*(?<a>[\u4e00-\u9fff])\k<a>(?<b>[\u4e00-\u9fff])\k<b>|本(?:研究|报告|论文|调查|白皮书|次[\u4e00-\u9fff]{2,6})|(?:本[报刊网台社])?记者.*|.{0,4}连署|以(?!色列).*|e-?mail|an? (?:team|group|number|series|list|set)|[上本下这]?周[一二三四五六日末].*|(?:或者|然后|好比|其实|还有|因为|如果|所以|不过|接着|面对|譬如|例如|包括|作为|直接|再|先|常|另(?!一[家位名份项个])).*|.*(?:的|了|着|在|被|将|会|对|如果|因为|估值|销售额|收入|率|价格|场合|时候|我|你)(?<![公协员商联学工议国金事]会)|(?:[他她我](?!的?(?:前妻|前夫|男友|女友|室友|邻居|舅舅|姑姑|爷爷|奶奶|丈夫|妻子|先生|太太|母亲|父亲|妈妈|爸爸|儿子|女儿|哥哥|姐姐|弟弟|妹妹|家人|律师|同事|朋友|老师|导师|团队|公司|上司|老板|爸|妈|老婆|老公|岳父|岳母|闺蜜)$)|它|[这那](?![名位家]).|从|但|而|却|就(?!业)|也|还|不|没|要|可).*|被(?![告害]|访).*|arxiv.*|我们?|大家|有人|结果|数据|研究|报告|论文|实验结果|作者|笔者|本文|同时|此外|因此|所以|最|更|如果|图|表|下图|上图|(?:when|if|although|though|because|while|after|before|since|unless|once|where|how|why|whether|each|all|both) .*|(?:.* )?(?:it|they|he|she|we|i|you)(?:['’][a-z]+)?|(?:it|this|that|these|those|we|they|he|she|i|you|there|which|who|what|one(?! (?:[a-z-]+ ){0,2}(?:engineer|researcher|official|employee|analyst|scientist|lawyer|executive|resident|teacher|doctor|nurse|developer|investor|founder|manager|expert|worker|person|witness|officer|student|parent|economist|diplomat|minister|judge|source|author|critic|advis[eo]r|trader|driver|owner|farmer|survivor|member|aide|veteran)$)|(?:some|many)(?! (?:[a-z-]+ ){0,2}[a-z]+s$)|people(?! familiar)|others|nobody|no one|and|but|also|as|so|then|has|have|had|is|are|was|were|results?|the results?|reports)(?: .*)?)$/
/** The span that names the voice of a sentence, or undefined. */
export function findAttribution(reading: Reading, sentence: Span): Span | undefined {
  let voices = known.get(reading)
  if (!voices) known.set(reading, (voices = new Map()))
  const key = keyOf(sentence.start, sentence.end)
  if (!voices.has(key)) voices.set(key, readAttribution(reading, sentence))
  return voices.get(key)
}

/** Voices by sentence: figures of later sentences ask for them again, and claims do. */
const known = new WeakMap<Reading, Map<number, Span | undefined>>()

function readAttribution(reading: Reading, sentence: Span): Span | undefined {
  const end = Math.min(sentence.end, sentence.start + 600)
  const words = reading.folded.slice(sentence.start, end)
  const signs = readSigns(reading.folded, sentence.start, end)
  let role: Span | undefined
  for (const candidate of candidates(words, signs)) {
    const span = readVoice(reading, sentence.start, candidate)
    if (!span) continue
    // `the drafted reports showed …, Hartley-Brook said`: a name outranks a role in small letters
    if ('name' in span || !/^[a-z ’'-]+$/.test(reading.text.slice(span.start, span.end))) return span
    role ??= span
  }
  return role ?? studyAt(sentence, words, signs)
}

/** `Wren did better than we had expected`, `Three in four British adults say`: who is named before them says nothing. */
const OTHERS =
  /^(?:few|nobody|no one|none|hardly anyone|thousands|hundreds|dozens|everyone|anyone)(?: (?!of).*)?$|^(?:two|three|four|five|six|seven|eight|nine|ten|half|most|all)(?: of (?:them|those|these|us))?$|(?:^| )(?:(?:we|i|you|they|he|she|it)(?:['’][a-z]+)?(?: (?:had|have|has|would|could|also|now|then|first))*|adults|respondents|participants|voters|consumers|citizens|teenagers|teens|parents surveyed|percent|per cent)$/

/** 50%的家长表示, 八成用户认为: those who were asked. */
const OF_SHARE = /(?:%|[一二三四五六七八九半]成|分之[一二三四五])(?:以上)?的?\s?$/

/** `our reviewers found`, `a prompt that our staff wrote`: whoever writes. */
const OURS = /(?:^|(?<! of) )our /

/** A candidate as a place in the text, when it can be a voice. */
function readVoice(reading: Reading, offset: number, candidate: Candidate): Span | undefined {
  const whole = { start: offset + candidate.start, end: offset + candidate.end }
  if (OTHERS.test(reading.folded.slice(whole.start, whole.end))) return undefined
  if (candidate.isTitle) return whole
  if (OF_SHARE.test(reading.folded.slice(Math.max(0, whole.start - 4), whole.start))) return undefined
  const span = candidate.isClause ? leadingName(reading, whole) : shorten(reading, whole)
  // A model shows a rate; it is not the one who reports it.
  if (!span || isModel(span) || isForeseen(reading, span)) return undefined
  if (candidate.isShown && !mayShow(reading, span)) return undefined
  if ('name' in span) return span
  const name = reading.folded.slice(span.start, span.end)
  // 分析师闻嘉: a surname that is a word elsewhere is one behind a title
  if (isBehindTitle(reading, whole, span)) return span
  if (isLoneSurname(name)) return span
  if (candidate.isName) return span
  // 国发会, 学生会: 会 of what may be is no body
  if (candidate.isAgent && name.endsWith('会') && isHanAgent(name)) return span
  if (NOBODY.test(name) || OURS.test(name)) return undefined
  if (candidate.isQuoted && isShortName(name)) return span
  if (ASKED.test(name)) return undefined
  if (isVoiceName(reading.text.slice(span.start, span.end), name) || hasVoiceHead(name)) return span
  return candidate.isAgent && (isHanAgent(name) || isPersonName(name)) ? span : undefined
}

/** `Corvid Guard shows superior accuracy`: what has a result shows it; whoever reports one is a work, a role, or known. */
const mayShow = ({ folded }: Reading, span: Span): boolean =>
  'entityId' in span ||
  ('kind' in span && span.kind === 'person') ||
  isEnglishRole(folded.slice(span.start, span.end)) ||
  hasHan(folded, span.start, span.end)

/** `an annex to the agreement`, `a note to clients`: a work or somebody, before what tells more of it. */
const hasVoiceHead = (name: string): boolean => {
  const head = /^([a-z’' -]{3,32}?) (?:to|on|for|about|of|at|into) [^,]{3,40}$/.exec(name)?.[1]
  return head !== undefined && isVoiceName(head, head)
}

/** The name that a clause begins with; of `Anthropic联合创始人Jack Clark读完`, the person. */
function leadingName(reading: Reading, clause: Span): Span | undefined {
  const [first, second] = reading
    .namesIn(clause.start, clause.end)
    .filter(({ kind }) => kind === 'person' || kind === 'organization')
  if (!first || first.start - clause.start > 6) return undefined
  const between = second ? reading.folded.slice(first.end, second.start) : ''
  return second && between.length <= 8 && nameBehindTitle(`${between}aa`) !== undefined ? second : first
}

const isBehindTitle = ({ folded }: Reading, whole: Span, { start, end }: Span): boolean =>
  start > whole.start && nameBehindTitle(folded.slice(whole.start, end)) === start - whole.start

/** `…。”陈阿婆说`: directly between a closing mark and its verb, a few characters name somebody. */
const isShortName = (name: string): boolean =>
  /^[\u4e00-\u9fff]{2,5}$/.test(name) && (isSurname(name[0]!) || '老小阿'.includes(name[0]!))

const isLoneSurname = (name: string): boolean => name.length === 1 && isSurname(name)

const isModel = (span: Span): boolean => 'kind' in span && span.kind === 'model' && 'entityId' in span

/** GPT-9预计拥有…: what is expected of a model. */
const isForeseen = ({ folded }: Reading, span: Span): boolean =>
  'kind' in span &&
  span.kind === 'model' &&
  /\d/.test(folded.slice(span.start, span.end)) &&
  /^ ?(?:预[计期估]|估计|有望)/.test(folded.slice(span.end, span.end + 3))

/** Each script's patterns only where it stands. */
function* candidates(words: string, signs: Signs): Generator<Candidate> {
  if ((signs.bits & SIGN.han) !== 0) yield* candidatesHan(words, signs)
  if ((signs.bits & SIGN.latin) !== 0) yield* candidatesEn(words, signs)
}

/** 行政院消保处, 美国商务部: what of a named body it is. */
const BODY_OF = /^[\u4e00-\u9fff]{1,8}(?:处|局|署|司|中心|委员会|研究[院所]|办公室|部)$/

const IN_PLACE = /[a-z]( (?:in|near|outside) (?:the )?)$/

const PERSON_OF = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}(?= of )/u
/** What names of bodies and offices have before their `of`. */
const BODY_BEFORE_OF =
  /(?:^| )(?:(?:univers|facult)ity|(?:depart|parlia|govern)ment|college|school|institutes?|cent(?:er|re)|ministry|ministers?|secretary|bank|bureau|board|office|house|council|court|chamber|church|academy|society|association|federation|confederation|union|league|commission|committee|agency|authority|republic|kingdom|states?|city|bishop|archbishop|duke|prince|princess|king|queen|president|director|head|chiefs?|chair|members?|friends|journal|times|museum|library|hospital|group|network|alliance|coalition|order|army|bay|port|isle|library|people|citizens|mayor|governor|police|inspector|general|officers?|executive|team|staff)$/

/** `Ingrid Blom of the association AWVN`: who speaks, not for whom. */
function personOf({ text, folded }: Reading, { start, end }: Span): Span | undefined {
  if (!folded.slice(start, end).includes(' of ')) return undefined
  const name = PERSON_OF.exec(text.slice(start, end))?.[0]
  if (!name || BODY_BEFORE_OF.test(name.toLowerCase())) return undefined
  return { start, end: start + name.length }
}

/** The name inside a long title: `Lasso Security的安全研究员Bar Lanyado` is Bar Lanyado. */
function shorten(reading: Reading, span: Span): Span {
  const person = reading.lang === 'en' ? personOf(reading, span) : undefined
  if (person) return reading.namesIn(person.start, person.end).find(({ end }) => end === person.end) ?? person
  const whole = reading
    .namesIn(span.start, span.start + REACH)
    .find(({ start, end }) => start === span.start && end > span.end)
  if (whole) return (reading.lang === 'en' ? personOf(reading, whole) : undefined) ?? whole
  const names = reading.namesIn(span.start, span.end)
  const last = names.at(-1)
  // `a broker in Leeds`: where somebody is does not speak
  const place = last && IN_PLACE.exec(reading.folded.slice(Math.max(span.start, last.start - 12), last.start))
  if (last && place) return { start: span.start, end: last.start - place[1]!.length }
  const named = names.findLast((one) => one.kind !== 'place' && !NO_NAME.test(one.name))
  const from = named?.end ?? span.start
  const behind = nameBehindTitle(reading.folded.slice(from, span.end))
  const of = behind === undefined ? reading.folded.lastIndexOf('的', span.end - 3) : -1
  if (of >= from && reading.folded.slice(of, span.end).includes('·')) return { start: of + 1, end: span.end }
  // 省网信办副主任顾明远: the person whose office the name before only says
  if (named && behind) return { start: from + behind, end: span.end }
  if (named)
    return BODY_OF.test(reading.folded.slice(from, span.end)) && named.start === span.start
      ? { start: named.start, end: span.end }
      : named
  return behind === undefined ? span : { start: span.start + behind, end: span.end }
}

function studyAt(sentence: Span, words: string, { bits }: Signs): Span | undefined {
  const isHan = (bits & SIGN.han) !== 0
  if (!isHan && (bits & SIGN.work) === 0) return undefined
  const match = isHan ? STUDY_HAN.exec(words) : STUDY_EN.exec(words)
  const name = match?.[1] ?? match?.[2]
  if (!match || !name) return undefined
  const start = sentence.start + match.index + match[0].indexOf(name)
  return { start, end: start + name.length }
}
