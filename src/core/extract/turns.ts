import { findAskedTurns } from './asked-turns.ts'
import type { Block } from './document.ts'
import { findSpeech } from './speech.ts'
import {
  FORMS,
  isAnonymous,
  isAsker,
  isVoice,
  type Label,
  type LabelForm,
  readLabels,
  readOpenings,
} from './turn-labels.ts'

/** A stretch of an interview or transcript that one voice speaks, without the label before it. */
export interface Turn {
  start: number
  end: number
  /** As written in the label; absent for `Q`, `A`, 问, 答, which name nobody. */
  speaker?: string
  role: 'question' | 'answer'
}

/** Fewest turns that make an interview; a label that stands once or twice is a remark, not a voice. */
const FEWEST_TURNS = 3
/** One voice alone must be named more often: `步骤：` repeats in lists. */
const MONOLOGUE_TURNS = 4
const PERSON = /^(?:[\u3400-\u9fff·]{2,8}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})$/u

/** Turns of an interview or hearing, in order, or a speech that the text says is one's; none unless labels repeat or somebody asks. */
export function findTurns(text: string, blocks: readonly Block[]): Turn[] {
  const turns = findVoices(text, blocks)
  if (turns.length === 0) {
    const asked = findAskedTurns(text, blocks)
    return asked.length > 0 ? asked : findSpeech(text, blocks)
  }
  const ends = readEnds(text, blocks, turns)
  const spans = turns.map((label, index) => ({ label, start: label.start, end: ends[index]! }))
  const asking = readAskers(text, spans)
  return spans
    .filter(({ start, end }) => end > start)
    .map(({ label, start, end }) => {
      const role = asking.has(label.key) ? 'question' : 'answer'
      return isAnonymous(label) ? { start, end, role } : { start, end, role, speaker: label.name }
    })
}

/** The labels of the first form in which there are voices. */
function findVoices(text: string, blocks: readonly Block[]): Label[] {
  const opened = readOpenings(text, blocks)
  for (const { form } of FORMS) {
    const all = readLabels(text, blocks, opened, form)
    // Lists of facts have labels too.
    const labels = isAsked(all) ? all : all.filter(({ block }) => block.kind !== 'list-item')
    const voices = labels.length >= 2 || form === 'colon' ? chooseVoices(labels, form, text, blocks) : []
    if (voices.length > 0) return voices
  }
  return []
}

function chooseVoices(labels: Label[], form: LabelForm, text: string, blocks: readonly Block[]): Label[] {
  const counts = Map.groupBy(labels, ({ key }) => key)
  const isRepeated = ({ key }: Label) => counts.get(key)!.length >= 2
  const repeated = labels.filter(isRepeated)
  const voices = [...counts.values()].filter((all) => all.length >= 2).map(([first]) => first!)
  if (form === 'colon') {
    const isInterview = repeated.length >= (voices.length > 1 ? FEWEST_TURNS : MONOLOGUE_TURNS)
    return isInterview ||
      labels.some(isNumbered) ||
      isExchange(labels) ||
      areTimed(labels) ||
      areCapitals(labels) ||
      (labels.length > 1 && labels.every(isTitled)) ||
      isAsked(labels) ||
      answersEach(voices, repeated, text, blocks)
      ? labels.filter(
          (label) =>
            label.isHeading || label.isTimed || isRepeated(label) || isVoice(label) || isSurnameAlone(label),
        )
      : chooseHeadings(labels, blocks)
  }
  // Brackets, lines and dashes set off much else: all that repeat must read like voices.
  const areVoices = voices.length >= 2 && voices.every(isVoice)
  const timed = form === 'line' ? labels.filter((label) => label.isTimed && isAnyName(label)) : []
  if (timed.length > 1 && areFollowed(timed, blocks)) return timed
  return areVoices || isAsked(labels) ? labels.filter((label) => isVoice(label)) : []
}

/** `Tran: Four.`, behind somebody who asks by trade. */
const isSurnameAlone = ({ name }: Label): boolean =>
  /^\p{Lu}(?:\p{Ll}[\p{L}'’-]{1,18}|\p{Lu}{2,18})$/u.test(name)

const isAnyName = (label: Label): boolean => isVoice(label) || isSurnameAlone(label) || isNumbered(label)

/** `Ana Ruiz 0:00:15` above her words, and not one of the chapters of a recording, which stand one below the other. */
const areFollowed = (labels: Label[], blocks: readonly Block[]): boolean => {
  const own = new Set(labels.map(({ block }) => block))
  return blocks.every(
    (block, index) => !own.has(block) || (index + 1 < blocks.length && !own.has(blocks[index + 1]!)),
  )
}

/** `Speaker A`, `Participant 12`: whom a transcript does not name. */
const isNumbered = ({ name }: Label): boolean =>
  /^(?:Speaker|Participant|Interviewee|Respondent|Voice|Witness|Caller) (?:\d{1,3}|[A-Z])$/.test(name)

const TITLED =
  /^(?:MRS?|MS|MX|DR|SEN|REP|JUDGE|JUSTICE|PROF|Mrs?|Ms|Dr|Sen|Rep|Judge|Justice|Prof|Senator|Representative|Congress(?:wo)?man|Chair(?:wo)?man|Commissioner|Minister|Lord|Lady|Baroness|Sir|Dame|Professor)\.? \p{Lu}\p{L}/u

/** `SEN. HAWLEY`, `MR. CHAVEZ`. */
const isTitled = ({ name }: Label): boolean => TITLED.test(name)

/** `Nilay: What is the margin?` `Guest: Sixty percent.`: one asks, the other answers, and no more; or one speaks before and behind. */
const isExchange = (labels: Label[]): boolean =>
  (labels.length === 2
    ? labels[0]!.asks && !labels[1]!.asks
    : labels.length === 3 &&
      labels[0]!.key === labels[2]!.key &&
      labels[0]!.key !== labels[1]!.key &&
      labels.some(({ asks }) => asks)) && labels.every((label) => isVoice(label) || isSurnameAlone(label))

/** `[00:03:12] 阿凯：` `[00:03:20] 小鱼：`: a transcript, whatever its voices are called. */
const areTimed = (labels: Label[]): boolean => labels.length > 1 && labels.every(({ isTimed }) => isTimed)

/** `MS. OKAFOR: …`, `THE CHAIR: …`: two or more voices, all in capitals, one of whom speaks again. */
const areCapitals = (labels: Label[]): boolean =>
  (labels.length > 2 || (labels.length === 2 && (labels.every(isTitled) || labels[0]!.asks))) &&
  labels.every((label) => isVoice(label) && /\p{Lu}{3}/u.test(label.name) && !/\p{Ll}/u.test(label.name)) &&
  (labels.length === 2 ||
    labels.every(isTitled) ||
    new Set(labels.map(({ key }) => key)).size < labels.length)

/** Somebody who asks by trade does, or speaks again, and another voice follows, be it once: 记者：…？ 王部长：…. */
function isAsked(labels: Label[]): boolean {
  const asked = labels.findIndex(
    (label, at) =>
      isAsker(label) &&
      (label.asks ||
        /^(?:host|interviewer|moderator)$/.test(label.key) ||
        labels.findLastIndex(({ key }) => key === label.key) !== at),
  )
  return (
    asked >= 0 &&
    labels.slice(asked + 1).some((label) => !isAsker(label) && (isVoice(label) || isSurnameAlone(label)))
  )
}

/** One voice that answers a question each time: `**为什么？**` stands without a label. */
function answersEach(voices: Label[], repeated: Label[], text: string, blocks: readonly Block[]): boolean {
  if (voices.length !== 1 || !isVoice(voices[0]!)) return false
  return repeated.every(({ block }) => isQuestion(text, blocks[blocks.indexOf(block) - 1]))
}

const isQuestion = (text: string, block: Block | undefined): boolean =>
  block !== undefined && /[?？][”"」*_\s]*$/.test(text.slice(block.start, block.end))

/** Names as headings, each above what one says; or one name above a whole speech. */
function chooseHeadings(labels: Label[], blocks: readonly Block[]): Label[] {
  const headings = labels.filter((label) => label.isHeading)
  if (headings.length >= FEWEST_TURNS) return headings
  const first = headings.find((label) => PERSON.test(label.name))
  return first && blocks.indexOf(first.block) < 4 ? [first] : []
}

/** A turn lasts to the next label; a heading ends it too, unless the labels themselves are headings. */
function readEnds(text: string, blocks: readonly Block[], turns: Label[]): number[] {
  const starts = new Set(turns.map((label) => label.block))
  const areHeadings = turns.some((label) => label.isHeading)
  const isAlone = new Set(turns.map(({ key }) => key)).size === 1
  const ends: number[] = []
  let isOpen = false
  for (const [index, block] of blocks.entries()) {
    const isTurn = starts.has(block)
    const isUnlabelled = isAlone && starts.has(blocks[index + 1]!) && isQuestion(text, block)
    if (isTurn) {
      ends.push(block.end)
      isOpen = true
    } else if ((block.kind === 'heading' && !areHeadings) || isUnlabelled) isOpen = false
    else if (isOpen) ends[ends.length - 1] = block.end
  }
  return ends.map((end) => Math.min(end, text.length))
}

/** Labels that ask: Q and 问, who asks by trade, or a name whose turns mostly end in a question mark. */
function readAskers(text: string, spans: { label: Label; start: number; end: number }[]): Set<string> {
  const asking = new Set<string>()
  for (const [key, turns] of Map.groupBy(spans, ({ label }) => label.key)) {
    const questions = turns.filter(({ start, end }) => isQuestion(text, { kind: 'paragraph', start, end }))
    const { label } = turns[0]!
    if (isAsker(label) || (questions.length * 2 > turns.length && !isAnonymous(label))) asking.add(key)
  }
  return asking
}
