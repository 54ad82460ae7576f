import { foldChars } from '../text/script.ts'
import type { Block } from './document.ts'
import { endsInMetric } from './metric.ts'
import { isVoiceName } from './voice.ts'

/** Who a block says speaks, before the words: `王部長答：`, `【记者】`, `Dr. LINDQVIST.`, `[00:40] Per Lindqvist:`. */
export interface Label {
  /** As written, without brackets, times and `答`. */
  name: string
  /** The same for all that one voice is called: folded, reporters of any outlet one. */
  key: string
  block: Block
  /** Where the words begin. */
  start: number
  /** The label is a heading of its own. */
  isHeading: boolean
  /** Whether the words end in a question mark. */
  asks: boolean
  /** A time of the recording stands beside the name: `[00:03:12] 阿凯：`. */
  isTimed: boolean
}

/** How a transcript sets its labels off; one document keeps to one of them. */
export type LabelForm = (typeof FORMS)[number]['form']

const TIME = String.raw`[\[(（]?\d{1,2}:\d{2}(?::\d{2})?[\])）]?`
/** Marks and a time that may stand before a name, and a remark and a time behind it. */
const OPEN = String.raw`^[*_#\s>]{0,8}(?:${TIME}\s?[-–]?\s?)?[*_]{0,2}`
const REMARK = String.raw`\s?(?:[(（][^()（）\n]{1,24}[)）]\s?)?(?:${TIME})?[*_]{0,2}\s?`
/** A period only in a title or an initial: `Mr.`, `J.`. */
const NAME = String.raw`((?:[^：:，,。.!?！？;；|\n*_()（）\[\]【】]|(?<=\b(?:M[Rr][Ss]?|M[Ss]|D[Rr]|Prof|PROF|Sen|SEN|Rep|REP|Hon|HON|Gen|GEN|Gov|GOV|St|[JS]r|\p{Lu}))\.){1,30}?)`
const WORDS = String.raw`(?=\s*\S)`

/** From the surest; a form is only looked for where those before found no voices. */
export const FORMS = [
  { form: 'colon', pattern: new RegExp(`${OPEN}${NAME}${REMARK}(?:：|(?<!\\d):|:(?![\\d/]))[*_]{0,2}`, 'u') },
  {
    form: 'bracket',
    pattern: new RegExp(String.raw`^[*_\s]{0,4}[【〔［]${NAME}[】〕］][*_]{0,2}${WORDS}`, 'u'),
  },
  { form: 'line', pattern: new RegExp(`${OPEN}${NAME}${REMARK}$`, 'u') },
  {
    form: 'period',
    pattern:
      /^[*_\s]{0,4}([QA]|(?:(?:Mr|Mrs|Ms|Dr)\. |(?:The|Senator|Representative|Chairman|Chairwoman|Chair|Ms|Professor) )(?:[A-Z][A-Z'’-]+ ?){1,3}|The (?:CHAIR|Chair)(?:MAN|WOMAN|man|woman)?)\.[*_]{0,2}(?= \S)/u,
  },
  { form: 'dash', pattern: new RegExp(`^[*_\\s]{0,4}${NAME}[*_]{0,2}(?: [—–] |——)${WORDS}`, 'u') },
] as const

/** Most units of a label, and of one on a line of its own. */
const LABEL_UNITS = 72
const LINE_UNITS = 44
const ANONYMOUS_QUESTION = /^(?:q|问|提问|question)$/
const ANONYMOUS_ANSWER = /^(?:a|答|回答|answer)$/
/** Who asks by trade, whether or not the question ends in a question mark. */
const ASKER =
  /(?:^(?:访问者|采访者|采访人|访谈者|提问者|媒体|听众|观众|网友|学员|与会者)|(?:^|[^前])记者|主持人?)$|^(?:interviewer|host|moderator|reporter|questioner|audience(?: member)?)$/
/** Labels that repeat in lists of facts without anyone speaking. */
const NO_SPEAKER =
  /^(?:注|备注|来源|图|表|例|例如|比如|标题|摘要|链接|连结|原文|译文|结论|目标|方法|结果|问题|优点|缺点|第.{1,4}[章节条点]|note|source|example|figure|table|update|edit|tl;?dr|prompt|output|input|result|step|url|date|title|https?|via|photo|credit|image|key|pros|cons|answer key|分享到|分享至|责任编辑|编辑|re|tagged in|share|specs?|price|verdict|best for|rating|buy|save)\d*$|^(?:we|i|you|they|what|why|how|who|when|where|this|it|don['’]?t|do|if|to)(?:['’ ].*)$/
/** Addresses, dates and markup have colons too. */
const NO_NAME = /https?|[<>{}=/\\]|^\W*\d+\W*$|\d{4}/i
/** What a label says that its voice does: 王部長答. */
const ACTS =
  /(?<=.{2})(?:答覆|答复|回答|回覆|回复|回應|回应|答|問|问|提問|提问|致詞|致辞|致词|發言|发言|說明|说明|補充|补充|續|续|說|说)$/

/** Who asks by trade, or a label that says no more than that it asks. */
export const isAsker = ({ key }: Label): boolean => ANONYMOUS_QUESTION.test(key) || ASKER.test(key)
/** A label that names nobody: Q, A, 问, 答. */
export const isAnonymous = ({ key }: Label): boolean =>
  ANONYMOUS_QUESTION.test(key) || ANONYMOUS_ANSWER.test(key)

const ROLE_END = /[长官员任授师者人席监理事记裁]$/
const CAPITALISED =
  /^(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|la|bin|al)(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|la|bin|al)){1,4}$/u

/** Whether a label by itself reads like somebody who speaks: a name, a role, who asks. */
export function isVoice(label: Label): boolean {
  if (isAsker(label) || isAnonymous(label)) return true
  if (!/[\u3400-\u9fff]/.test(label.key)) return CAPITALISED.test(label.name)
  // 简单结论 begins like a name and is longer than one.
  return isVoiceName(label.name, label.key) && (label.key.length !== 4 || ROLE_END.test(label.key))
}

/** The labels of one form, in order; `opened` says of each block which forms may begin it. */
export function readLabels(
  text: string,
  blocks: readonly Block[],
  opened: Uint8Array,
  form: LabelForm,
): Label[] {
  const bit = BITS[form]
  const { pattern } = FORMS.find((one) => one.form === form)!
  const labels: Label[] = []
  for (let index = 0; index < blocks.length; index++) {
    if ((opened[index]! & bit) === 0) continue
    const label = readLabel(text, blocks[index]!, form, pattern)
    if (label) labels.push(label)
  }
  return labels
}

function readLabel(text: string, block: Block, form: LabelForm, pattern: RegExp): Label | undefined {
  const match = pattern.exec(text.slice(block.start, Math.min(block.end, block.start + LABEL_UNITS)))
  const label = match && nameOf(match[1]!)
  if (!match || !label) return undefined
  const start = block.start + match[0].length
  const isAlone = start >= block.end
  const isHeading = block.kind === 'heading' && isAlone
  if (form === 'colon' && block.kind === 'heading' && !isHeading && !/[*_]/.test(match[0])) return undefined
  const asks = /[?？][”"」*_\s]*$/.test(text.slice(start, block.end))
  const isTimed = /\d:\d\d/.test(match[0])
  return { ...label, block, start, isHeading, asks, isTimed }
}

function nameOf(written: string): Pick<Label, 'name' | 'key'> | undefined {
  const name = written.trim().replace(ACTS, '').trim()
  const folded = foldChars(name)
  if (name === '' || NO_SPEAKER.test(folded) || NO_NAME.test(name) || endsInMetric(folded)) return undefined
  if (folded.endsWith('记者') && !folded.endsWith('前记者')) return { name, key: '记者' }
  return { name, key: folded.replace(/^([qa]|question|answer)\s?\d{1,2}$/, '$1') }
}

const BITS: Readonly<Record<LabelForm, number>> = { colon: 1, bracket: 2, line: 4, period: 8, dash: 16 }
/** May stand in what lengthens a label: a remark in brackets, a time, characters of two units. */
const ASIDE = 32
/** Stands in no label, nor before one. */
const NO_LABEL = 64
/** What a unit says of the forms. */
const MARKS = new Uint8Array(0x10000).fill(ASIDE, 0x30, 0x3a).fill(ASIDE, 0xd800, 0xe000)
for (const [units, bits] of [
  [':：', BITS.colon],
  ['【〔［', BITS.bracket],
  ['.', BITS.period],
  ['—–', BITS.dash],
  ['([（', ASIDE],
  ['，,。!?！？;；|', NO_LABEL],
] as const)
  for (const unit of units) MARKS[unit.charCodeAt(0)] = bits

/** By the kind of a block, the forms that its label may have. */
const SPEAKING = BITS.colon | BITS.bracket | BITS.dash
const FORMS_OF: Readonly<Record<Block['kind'], number>> = {
  paragraph: SPEAKING | BITS.period | BITS.line,
  heading: SPEAKING | BITS.line,
  blockquote: SPEAKING | BITS.line,
  'list-item': SPEAKING,
  'table-head': BITS.line,
  'table-row': BITS.line,
  code: BITS.line,
  footnote: BITS.line,
  caption: BITS.line,
}

/** Farthest that a colon stands from the beginning of a label of the marks, thirty characters of a name and marks again. */
const FARTHEST_COLON = 44

/** By block, the forms of which a label may stand at its beginning, without cutting it out of the text. */
export const readOpenings = (text: string, blocks: readonly Block[]): Uint8Array =>
  Uint8Array.from(blocks, (block) => readOpening(text, block) & FORMS_OF[block.kind])

function readOpening(text: string, { start, end }: Block): number {
  const stop = Math.min(end, start + LABEL_UNITS)
  let marks = 0
  let colon = stop
  for (let at = start; at < stop && marks < NO_LABEL; at++) {
    const mark = MARKS[text.charCodeAt(at)]!
    if (mark === BITS.colon && colon === stop) colon = (marks & ASIDE) === 0 ? at : start
    marks |= mark
  }
  if (colon - start > FARTHEST_COLON) marks &= ~BITS.colon
  return marks < NO_LABEL && end - start <= LINE_UNITS ? marks | BITS.line : marks
}
