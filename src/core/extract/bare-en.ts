import type { Span } from '../text/sentences.ts'
import type { Place, Read } from './bare.ts'
import { type Counted, readCounted } from './counted.ts'
import { isDating } from './dating.ts'
import { isCasualty } from './elided.ts'
import { readNumeral } from './numerals.ts'
import { isYearLike, type Quantity, withUnit } from './quantity.ts'
import type { Reading } from './reading.ts'

const YEAR_LEFT =
  /(?:in|by|since|of|until|from|to|before|after|during|around|circa|late|early|mid-?|and|,|[a-z]{3,9}\.?|\()\s$/
const STRONG =
  /^(?:models?|systems?|agents?|labs|llms?|chatbots|bugs|vulnerabilities|deaths|countries|companies|firms|patients|customers|clients|banks|evaluations|classifiers|monitors|datasets|surveys|nations|governments|participants|annotators|raters|reviewers|labell?ers|coders|evaluators|testers|interviewers|judges|referees|jurors|researchers|students|postdocs|producers|suppliers|workers|teams|(?:random )?seeds|epochs|arrests|employees|attacks|experiments|providers|vendors|families|repetitions|runs|trials|rounds|benchmarks|universities|hospitals|schools|states|cities|judges|officers|victims|readers|clinicians|physicians|radiologists|pathologists|experts|baselines)$/
/** Nouns that number the parts of a text rather than the world. */
const PARTS =
  /^(?:reasons|ways|things|questions? (?:is|are)|steps|stages|phases|sections|parts|points|types|kinds|key|main|pillars|options|words|letters|paragraphs|sentences|bullet|themes|examples|categories|sides|hands|times)$/

/** `16 models`, `six arrests`, `thousands of times`, `79 of 100 runs`. */
export function readEnglishCount({ reading, quantity, sentence, before }: Place): Read {
  const { folded } = reading
  if (reading.lang !== 'en' && !/^[ \u00a0"(]?[ ]?[a-z]/.test(folded.slice(quantity.end, quantity.end + 2)))
    return undefined
  if (folded.startsWith('-odd ', quantity.end)) {
    const odd = readCounted(folded, quantity.end + 4)
    return (
      odd && { quantity: { ...withUnit(quantity, 'count'), end: odd.end, inexact: 'about' }, counted: odd }
    )
  }
  const chips = CHIPS.exec(folded.slice(quantity.end, quantity.end + 32))
  if (chips && !isYearLike(quantity) && !isNamed(reading, quantity)) return readChips(quantity, chips[0])
  // only one of the seven labs
  if (quantity.value === 1 && quantity.form === 'word')
    return readPartOf(reading, quantity) ?? readSole(folded, quantity)
  const plus = /^(?:\+|-plus(?= [a-z]))/.exec(folded.slice(quantity.end, quantity.end + 7))?.[0].length ?? 0
  const bound = plus > 0 ? 'at_least' : readBound(folded, quantity.end)
  const counted = readCounted(folded, quantity.end + (bound && plus === 0 ? BOUND_LENGTH[bound] : plus))
  if (!counted || counted.end > sentence.end)
    return readPartOf(reading, quantity) ?? readListed(reading, quantity, sentence)
  if (isPostal(reading, quantity)) return undefined
  if (isYearLike(quantity) && isCapitalised(reading.text, counted.start)) return undefined
  if (isYearLike(quantity) && YEAR_LEFT.test(folded.slice(Math.max(0, quantity.start - 12), quantity.start)))
    return undefined
  if (
    isSmallWord(quantity) &&
    !isSmallFinding(folded, quantity, counted) &&
    !isInList(folded, quantity, before?.quantity)
  )
    return quantity.value > 1 && folded.startsWith(' of ', quantity.end)
      ? readPartOf(reading, quantity)
      : undefined
  if (
    quantity.form === 'word' &&
    quantity.value < 4 &&
    PARTS.test(counted.head) &&
    !['questions', 'categories', 'times'].includes(counted.head)
  )
    return undefined
  if (isNamed(reading, quantity) || isListicle(folded, quantity, counted, sentence.start)) return undefined
  if (quantity.form === 'word' && quantity.scaled && RHETORIC.test(counted.head)) return undefined
  const time = readSpan(folded, quantity, counted)
  if (time) return isDating(folded, time) ? undefined : { quantity: time }
  const unit =
    isCompared(folded, counted) || isGrowth(folded, quantity, counted)
      ? 'multiple'
      : readCountedUnit(quantity, counted)
  const whole = { ...withUnit(quantity, unit), end: Math.max(quantity.end, counted.end) }
  return { quantity: bound ? { ...whole, inexact: bound } : whole, counted }
}

/** `the 2024 Statistics`, `the 2025 Survey`: a year in the title of a work; 2024 Americans are counted with a mark. */
const isCapitalised = (text: string, at: number): boolean => /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2))

/** `only one model refused every request`: one of those that can be a sample. */
const SOLE =
  /^ (?:[a-z-]+ ){0,2}?(?:model|system|chatbot|assistant|agent|tool|company|firm|lab|vendor|provider|bank|country|state|city|university|hospital|school|person|patient|student|participant|respondent|expert|judge|team|developer)(?![a-z'’-])/

function readSole(folded: string, quantity: Quantity): Read {
  if (!/(?:^| )(?:only|just) $/.test(folded.slice(Math.max(0, quantity.start - 6), quantity.start)))
    return undefined
  const words = SOLE.exec(folded.slice(quantity.end, quantity.end + 48))?.[0]
  if (!words) return undefined
  const counted = { start: quantity.end + 1, end: quantity.end + words.length }
  return { quantity: { ...withUnit(quantity, 'count'), end: counted.end }, counted }
}

/** `a hundred reasons`. */
const RHETORIC = /^(?:reasons|ways|things|excuses|cuts)$/

/** `512 H100s`, `8 Nvidia A100 GPUs`: machines by the number of their model. */
const CHIPS =
  /^ (?:nvidia(?:['’]s)? |amd |google |rtx )?(?:[a-z]{1,3}\d{2,4}[a-z]{0,2}s(?![a-z0-9])|[a-z]{1,3}\d{2,4}[a-z]{0,2} (?:gpus?|chips|accelerators|cards|servers)(?![a-z]))/

function readChips(quantity: Quantity, words: string): Read {
  const counted = { start: quantity.end + 1, end: quantity.end + words.length }
  return { quantity: { ...withUnit(quantity, 'count'), end: counted.end }, counted }
}

/** `10 million or fewer people`, `16 or more nodes`: the bound stands before what is counted. */
const BOUNDS = / or (fewer|more|less) (?=[a-z])(?!than )/y
const BOUND_LENGTH = { at_most: 9, at_least: 8 }

function readBound(folded: string, at: number): 'at_most' | 'at_least' | undefined {
  BOUNDS.lastIndex = at
  const word = BOUNDS.exec(folded)?.[1]
  return word && word !== 'less' ? (word === 'fewer' ? 'at_most' : 'at_least') : undefined
}

/** `bursts of nine and 12 shots`: the noun stands with the last of two numbers. */
function readListed(reading: Reading, quantity: Quantity, sentence: Span): Read {
  const { folded } = reading
  const join = /^,? (?:and|or) /.exec(folded.slice(quantity.end, quantity.end + 6))?.[0]
  if (!join || quantity.value < 2 || isYearLike(quantity) || !Number.isInteger(quantity.value))
    return undefined
  const next = readNumeral(folded, quantity.end + join.length)
  if (!next || next.value < 2 || !Number.isInteger(next.value) || isNamed(reading, quantity)) return undefined
  const counted = readCounted(folded, next.end)
  if (!counted || counted.start !== next.end + 1 || counted.end > sentence.end) return undefined
  return NOT_LISTED.test(counted.head) ? undefined : { quantity: withUnit(quantity, 'count'), counted }
}

/** Nouns of time and parts, whose numbers date or name. */
const NOT_LISTED =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|points?|levels?|versions?)$/

/** `Place du Luxembourg, 1050 Ixelles`: a plain number between a comma and a name. */
function isPostal({ text }: Reading, { start, end, form }: Quantity): boolean {
  if (form !== 'digits' || !/^\d{4,5}$/.test(text.slice(start, end))) return false
  return text.slice(start - 2, start) === ', ' && /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))
}

const TIME_NOUN = /^(second|minute|hour|day|week|month|quarter|year|decade)s$/
/** What no adjective makes a span of time: distances, kinds of day and work. */
const NO_SPAN = /(?:light|leap|school|rest|sick|open|training|man|person|gpu|bank|holi|snow|rainy)[ -]?$/

/** `eight formative years`, `two full working days`: a span of time with a word between. */
function readSpan(folded: string, quantity: Quantity, { start, end, head }: Counted): Quantity | undefined {
  const unit = TIME_NOUN.exec(head)?.[1]
  if (!unit || NO_SPAN.test(folded.slice(start, end - head.length))) return undefined
  return { ...withUnit(quantity, 'duration', unit), end }
}

/** `ten times stricter`: how many times as much; not `three times over`. */
const COMPARATIVE =
  /^ (?!over|after|under|her|other|later|earlier|ever|never|together|however|either|rather|per|number|whether|whenever|another|before)[a-z]{3,}er(?![a-z])/

const isCompared = (folded: string, { head, end }: Counted): boolean =>
  head === 'times' && COMPARATIVE.test(folded.slice(end, end + 16))

/** `14 phones, three laptops and £18,500`: one of a list of so many. */
export const isInList = (folded: string, { start, value }: Quantity, before: Quantity | undefined): boolean =>
  before?.unit === 'count' &&
  value > 1 &&
  start - before.end < 28 &&
  /^[^.;:。；：]{0,24}(?:,|、| and|, and|及|和|与|以及) ?$/.test(folded.slice(before.end, start))

/** `has grown at roughly 4 times per year`: by how many times. */
const GROWS =
  /(?<![a-z])(?:grow(?:s|n|ing)?|grew|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|ris(?:es?|en|ing)|rose|increas(?:es?|ed|ing)|declin(?:es?|ed|ing)|expand(?:s|ed|ing)?)(?: (?:by|at|a|an|about|around|roughly|some|nearly|almost|over|rate|of|as|much|more|than|up|to|approximately))* $/
const A_YEAR = /^ (?:per|a|each|every) (?:year|month|decade|quarter)(?![a-z])/

const isGrowth = (folded: string, { start }: Quantity, { head, end }: Counted): boolean =>
  head === 'times' &&
  A_YEAR.test(folded.slice(end, end + 14)) &&
  GROWS.test(folded.slice(Math.max(0, start - 48), start))

/** 10^26 operations are computing, 2.4 times is a multiple; all else is counted. */
function readCountedUnit({ value }: Quantity, { head }: Counted): Quantity['unit'] {
  if (value >= (head === 'operations' ? 1e15 : 1e20)) return 'other'
  return head === 'times' && !Number.isInteger(value) ? 'multiple' : 'count'
}

/** `5 things to know about`: a headline that numbers what it lists. */
const LISTED_TO = /^(?:things|ways|reasons|tips|takeaways|lessons|facts|charts|stories|questions|steps)$/
const LISTED_ON = /^(?: (?:to|you|we|that|why|from|about|for)(?![a-z])|:)/

const isListicle = (folded: string, quantity: Quantity, { head, end }: Counted, from: number): boolean =>
  LISTED_TO.test(head) &&
  LISTED_ON.test(folded.slice(end, end + 7)) &&
  /(?:^|[·|•▪] ?)[\s#*"“]*(?:(?:read more|see also|related|watch|also|more): )?(?:the |here are (?:the )?|top )?$/.test(
    folded.slice(from, quantity.start),
  )

const isSmallWord = (quantity: Quantity) =>
  quantity.form === 'word' && quantity.value < 4 && !quantity.inexact

/** `repeat three times.`: how often, not how many times as much. */
const TIMES_END = /^(?:[.,;)]|$| (?:a|an|in|per|each|every|since|by|for|on|over|with|and)(?![a-z]))/

/** Verbs of which even two or three are what came out. */
const FOUND =
  /(?:discovered|uncovered|identified|detected|disclosed|reported|logged|documented|patched|recalled|seized|recorded|broke|breaking|destroyed|destroying|damaged|lost|losing|won|missed|cancelled|hired|appointed|opened|closed|sold|bought|launched|filed|settled|vetoed|struck|cited) (?:another |a further )?$/

/** Two or three of what is itself a sample, a loss, or said to be few; zero of anything, but not net zero. */
function isSmallFinding(folded: string, quantity: Quantity, counted: Counted): boolean {
  const left = folded.slice(Math.max(0, quantity.start - 22), quantity.start)
  if (quantity.value === 0) return !/[a-z]-$|net $|absolute $/.test(left)
  if (counted.head === 'others') return true
  if (
    !PARTS.test(counted.head) &&
    /^ (?:more|further|additional) /.test(folded.slice(quantity.end, quantity.end + 12))
  )
    return true
  return (
    STRONG.test(counted.head) ||
    (counted.head === 'times' && TIMES_END.test(folded.slice(counted.end, counted.end + 8))) ||
    (counted.head === 'people' &&
      /(?:is|are|was|were|has|had|have|employs?|of|by|kills?|lost) $/.test(left)) ||
    (!PARTS.test(counted.head) &&
      (/(?:^| )(?:only|just|as few as|(?<!according to )at least|at most|fewer than|more than) $/.test(
        left,
      ) ||
        FOUND.test(left))) ||
    isCasualty(folded, quantity.start, counted.end)
  )
}

const PART_OF =
  /^ (?:out )?of (?:(?:about|around|more than|over|nearly|almost|some|roughly|at least) )?(?:(?:[a-z.-]+ ){0,4}?[a-z.-]+['’]s? |(?:the |its |their |our |his |her |all ))?(?=\d|[a-z])/

/** `one run out of 480`. */
const ONE_OUT_OF = /^ [a-z-]{3,14} out of (?:the |its )?\d/

/** `79 of 100 runs`, `330 of the lodge's 397 rooms`: the first number counts what the second does. */
function readPartOf(reading: Reading, quantity: Quantity): Read {
  if (reading.folded[quantity.end] !== ' ') return undefined
  const left = reading.folded.slice(Math.max(0, quantity.start - 6), quantity.start)
  const right = reading.folded.slice(quantity.end, quantity.end + 64)
  if (ONE_OUT_OF.test(right) && quantity.value === 1) return { quantity: withUnit(quantity, 'count') }
  if (quantity.value === 1 && quantity.form !== 'digits' && !/(?:just|only) $/.test(left)) return undefined
  const match = PART_OF.exec(right)
  if (!match) return undefined
  const whole = readNumeral(reading.folded, quantity.end + match[0].length)
  const isWhole =
    whole !== undefined && whole.value > 1 && !whole.inexact && !whole.ordinal && !whole.fraction
  if (!isWhole) return undefined
  const behind = reading.folded.slice(whole.end, whole.end + 2)
  return /^ [a-z]/.test(behind) || (ENDS_PART.test(behind) && isPartOfWhole(reading, quantity, whole.value))
    ? { quantity: withUnit(quantity, 'count') }
    : undefined
}

const ENDS_PART = /^(?:[.,;:!?)]|$)/
/** `page 3 of 5`: where one is in a row of so many. */
const PLACE_IN_ROW =
  /(?:^|(?<![a-z])(?:pages?|parts?|steps?|chapters?|episodes?|volumes?|vol\.?|items?|slides?|figures?|tables?|stages?|phases?|weeks?|days?|lessons?|sections?|round|week|issue|no\.?|number|version|lines?|levels?|games?|question|match|appendix|class)) ?\(?$/

/** `in the newest model (71 of 102)`, `it solved 14 of 40.`: the whole ends the clause. */
function isPartOfWhole({ folded }: Reading, { start, value }: Quantity, whole: number): boolean {
  const left = folded.slice(Math.max(0, start - 16), start)
  return value < whole && whole > 3 && /[a-z\d)”"’] ?[,;:—–]? ?\(?$/.test(left) && !PLACE_IN_ROW.test(left)
}

/** `told Nine News`: two capitals behind a small letter. */
const NAME_OF_NUMBER = /^\p{Ll}\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}$|^.\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}?$/u

/** `Ocean's Eleven and`: a capital behind a capital, where no capital follows as in a headline. */
const IN_NAME = /[a-z]['’]s? \p{Lu}\p{Ll}+(?: [^\p{Lu}]|[^ ]|$)/u

/** `on Monday 300 workers`, `Since January 410 researchers`: a time before a count, which no date has. */
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** `Claude 3`, `Channel 1`: a capitalised word directly before the number that does not merely begin the sentence. */
export function isNamed(reading: Reading, quantity: Quantity): boolean {
  // give the AI a thousand examples: large numbers in words name nothing, but a name may begin with one (Nine News)
  if (quantity.form === 'word' && quantity.value > 3)
    return (
      NAME_OF_NUMBER.test(reading.text.slice(Math.max(0, quantity.start - 3), quantity.end + 3)) ||
      IN_NAME.test(reading.text.slice(Math.max(0, quantity.start - 20), quantity.end + 2))
    )
  if (!/[ -]/.test(reading.text[quantity.start - 1] ?? '')) return false
  const left = reading.text.slice(Math.max(0, quantity.start - 24), quantity.start)
  const word = /(?:^|[\s(“"'])([A-Z][A-Za-z]*)[ -]$/.exec(left)
  if (!word || WEEKDAY.test(word[1]!)) return false
  if (quantity.value > 31 && !isYearLike(quantity) && MONTH.test(word[1]!)) return false
  return !/^(?:The|A|An|In|On|At|Of|By|For|From|With|About|Over|Only|Just|Some|Nearly|Almost|Around|And|But|Or|All|Its|Their|These|Those|We|They|He|She|It|Of|Out|To|Than|More|Less|Another|Other|Last|First|Between|Roughly|Approximately|Up|Under|After|Before|Since|When|While|If|As|That|This|Experiments|Across|Using|Among|Us|Then|Into|Is|Are|Was|Were|Has|Have|Had|Per|Within|Our|Your|My|His|Her|Against|Through|Throughout|Despite|Including|Below|Above|Even|Now|So|Given|Because|Although|Though|Whereas|Once|Unlike|Until|Whose|Not|Every|Each|Both|Nor|Yet)$/.test(
    word[1]!,
  )
}
