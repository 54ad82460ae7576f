import { foldChars } from '../text/script.ts'
import { readUnits } from '../text/units.ts'
import type { EntitySpan } from './entities.ts'
import { Gate } from './gates.ts'
import { buildUnitTest } from './unit-test.ts'
import { isSurname } from './voice.ts'
import { matchesOf } from './word-scan.ts'

/** Latin words in Chinese text that are terms, not names. */
const TERMS = new Set(
  'ai agi asi llm llms mllm mllms vlm api gpu gpus tpu cpu it ceo cto cfo coo hr pr app id url ui ux pdf html json sdk ip qa q a faq token tokens prompt agent agents bug bugs ok vs top part step chatbot deepfake fake news nlp ml dl rl rlhf sft dpo lora cot rag sota demo github gb mb kb ppt pc tv vr ar usb dna rna cbrn osint poc aigc agent copilot code'.split(
    ' ',
  ),
)

/** A full stop ends a name behind four small letters, and behind two where a sentence begins: `Dana Holm. She`, not `St. John`. */
const LATIN_RUN =
  /[A-Z][A-Za-z0-9.+-]*(?:(?<![a-z]{4}\.)(?<![a-z]{2}\.(?=[ \u00a0](?:The|An?|He|She|It|They|We|In|On|At|But|And|If|This|That|These|Those|His|Her|Its|Their|Our|There|As|For|By|Yet|So|Not|No|One|Some|Most|What|When)(?![A-Za-z])))[ \u00a0](?:[A-Z0-9][A-Za-z0-9.+-]*|of|and|for))*(?<![ .-]|[ \u00a0-](?:of|and|for))/y
const DEFINED = /[（(](?:[^（()）]{2,60}?[，,、 ])?([A-Z][A-Za-z]{1,7}s?)[）)]/g

/**
 * Names beyond the registry, for binding only: capitalised Latin runs (any in Chinese text; in English those that also stand
 * inside a sentence), and acronyms that the text itself defines in brackets.
 */
export function findNames(text: string, isChinese: boolean, entities: EntitySpan[]): EntitySpan[] {
  const { runs, byName } = findRuns(text, isChinese)
  const defined = new Set(matchesOf(DEFINED, text).map((match) => match[1]!))
  for (const known of byName.values())
    if (known.isInner && isName(known.name, defined))
      known.kind = defined.has(known.name) ? 'model' : 'organization'
  const names: EntitySpan[] = []
  for (const { start, known } of runs) {
    const { name, kind } = known
    if (kind) names.push({ start, end: start + name.length, name, kind })
  }
  return merge(entities, isChinese ? inOrder([...names, ...findPeople(text)]) : names)
}

/** 何某, 李某某, 王某甲: whom a court or the press keeps back; 林女士, 赵老伯. */
const PEOPLE =
  /[\u4e00-\u9fff]某(?:某|[甲乙丙丁])?(?![些个种项类款家次年月日时地处人型高大])|[\u4e00-\u9fff](?:女士|先生|小姐|太太|老太|老伯|大爷|大妈|阿姨|奶奶|爷爷|婆婆|老汉)/g

const findPeople = (text: string): EntitySpan[] =>
  matchesOf(PEOPLE, text)
    .filter((match) => isSurname(foldChars(match[0][0]!)))
    .map(({ 0: name, index }) => ({ start: index, end: index + name.length, name, kind: 'person' }))

const inOrder = (names: EntitySpan[]): EntitySpan[] => names.sort((a, b) => a.start - b.start)

/** What a run of capitalised words is, wherever a text has it. */
interface Known {
  name: string
  /** It stands inside a sentence somewhere; in Chinese text that does not matter. */
  isInner: boolean
  /** Absent for what is no name. */
  kind: EntitySpan['kind'] | undefined
}

/** Runs in order, each name looked up once. */
function findRuns(text: string, isChinese: boolean) {
  const byName = new Map<string, Known>()
  const runs: { start: number; known: Known }[] = []
  const units = readUnits(text)
  const { length } = text
  for (let at = 0; at < length; at++) {
    if (!isCapital(units[at]!) || isSummary(text, at)) continue
    LATIN_RUN.lastIndex = at
    if (!LATIN_RUN.test(text)) continue
    const run = text.slice(at, LATIN_RUN.lastIndex)
    const article = isChinese ? 0 : lengthOfArticle(run)
    const name = article === 0 ? run : run.slice(article)
    const start = at + article
    at = LATIN_RUN.lastIndex - 1
    let known = byName.get(name)
    if (!known) byName.set(name, (known = { name, isInner: isChinese, kind: undefined }))
    known.isInner ||= !beginsSentence(text, start)
    runs.push({ start, known })
  }
  return { runs, byName }
}

/** Either half of `TL;DR`, before a word with a capital. */
const isSummary = (text: string, at: number): boolean =>
  (text[at] === 'D' && text.startsWith('TL;DR', at - 3)) ||
  (text[at] === 'R' && text.startsWith('TL;DR', at - 4))

/** `The Center for AI Standards` at the head of a sentence is a name without its article. */
const lengthOfArticle = (name: string): number =>
  name.startsWith('The ') && /^The [^ ]+[ -]/.test(name) ? 4 : 0

function isName(name: string, defined: Set<string>): boolean {
  if (defined.has(name)) return true
  if (name.length < 2 || NUMBERED.test(name)) return false
  return name.length > LONGEST_WORD || !(ENGLISH_STARTERS.has(name) || TERMS.has(name.toLowerCase()))
}

const NUMBERED = new Gate(
  /^(?:(?:Figure|Table|Section|Chapter|Part|Appendix|Step|Fig|Level|Phase|Round|Day|Week|Year) ?\d*|[QH][1-4])$/,
)
const ENGLISH_STARTERS = new Set(
  'The A An In On At Of By For From With About Over Only Just Some And But Or If When While As That This These Those It We They He She You I My Our Their His Her Its There Here What How Why Who Where Which After Before Since Although Though However Meanwhile Also Not No All Most Many Few Several One Two Three Four Five Six Seven Eight Nine Ten January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Figure Table Section Appendix Chapter Part Despite During Under Between Among Because So Then Now Today Even Still Yet Such Each Every Another Other More Less To Is Are Was Were Be Do Does Did Has Have Had Will Would Can Could May Might Must Should'.split(
    ' ',
  ),
)

/** Longest of these words and of `TERMS`. */
const LONGEST_WORD = Math.max(...[...ENGLISH_STARTERS, ...TERMS].map((word) => word.length))

/** Most units between a name and the mark that ends what stands before it. */
const OPENING_UNITS = 6
const isCapital = buildUnitTest('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const isQuoteMark = buildUnitTest('_"“\'‘(')
const isEndMark = buildUnitTest('.!?。！？\n：:•*-')
/** What may stand between the end of a sentence and the next: blanks, and the mark that closes a quotation. */
const isGap = (unit: number) => isBlank(unit) || isCloseMark(unit)
const isCloseMark = buildUnitTest('"”’')
const isBlank = (unit: number) => unit === 32 || /\s/.test(String.fromCharCode(unit))

/** At the start of the text, or behind the end of a sentence and what opens a new one. */
function beginsSentence(text: string, at: number): boolean {
  const least = Math.max(0, at - OPENING_UNITS)
  let before = at
  while (before > least && isQuoteMark(text.charCodeAt(before - 1))) before--
  while (before > least && !isEndMark(text.charCodeAt(before - 1)) && isGap(text.charCodeAt(before - 1)))
    before--
  return at === 0 || (before > least && isEndMark(text.charCodeAt(before - 1)))
}

/** Entities win over names that they touch. */
function merge(entities: EntitySpan[], names: EntitySpan[]): EntitySpan[] {
  const out: EntitySpan[] = []
  let at = 0
  for (const name of names) {
    while (at < entities.length && entities[at]!.end <= name.start) out.push(entities[at++]!)
    if (at < entities.length && entities[at]!.start < name.end) continue
    out.push(name)
  }
  while (at < entities.length) out.push(entities[at++]!)
  return out
}
