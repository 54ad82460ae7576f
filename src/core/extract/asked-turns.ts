import type { Block } from './document.ts'
import type { Turn } from './turns.ts'

/** Interviews that label nobody: the questions are set off in bold, as headings or as lines of their own. */

/** Fewest questions that make an interview, and longest of them, in UTF-16 units. */
const FEWEST_QUESTIONS = 3
const LONGEST_QUESTION = 500
/** Most blocks from one question to the next. */
const LONGEST_ANSWER = 6
/** Units before the first question in which the text says that somebody was asked. */
const OPENING = 3000
const TALK =
  /(?<![a-z])(?:interview(?:s|ed|ing)?|conversation|q ?& ?a|spoke|speaks|talk(?:s|ed)?|sat down|asked|answers|chat(?:s|ted)?)(?![a-z])|对话|对谈|专访|采访|访谈|问答|受访|聊了/i
const ENDS_ASKING = /[?？][”"」*_\s]*$/
const BOLD = /^(?:\*\*|__)[^*]+(?:\*\*|__)$/

/** Questions and answers in turn, none of which says who speaks; none unless the opening says that somebody was asked. */
export function findAskedTurns(text: string, blocks: readonly Block[]): Turn[] {
  const lines = blocks.filter((block) => isLine(block) && block.end - block.start <= LONGEST_QUESTION)
  const asking = lines.filter(({ start, end }) => ENDS_ASKING.test(text.slice(Math.max(start, end - 6), end)))
  if (asking.length < FEWEST_QUESTIONS) return []
  const bold = lines.filter(({ start, end }) => BOLD.test(text.slice(start, end).trim()))
  const isSetOff = bold.filter((block) => asking.includes(block)).length >= FEWEST_QUESTIONS
  const first = isSetOff ? bold.find((block) => asking.includes(block))! : asking[0]!
  if (!TALK.test(text.slice(Math.max(0, first.start - OPENING), first.start))) return []
  const questions = (isSetOff ? bold : asking).filter(({ start }) => start >= first.start)
  return isSetOff || alternate(questions, blocks) ? readTurns(questions, blocks) : []
}

const isLine = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'heading'

/** Lines that only end in a question mark are an interview's when one stands before every few paragraphs to the end. */
function alternate(questions: readonly Block[], blocks: readonly Block[]): boolean {
  const places = questions.map((block) => blocks.indexOf(block))
  return (
    questions.length > FEWEST_QUESTIONS &&
    questions.every(({ kind }) => kind === 'paragraph') &&
    places.every((place, at) => {
      const length = (places[at + 1] ?? blocks.length) - place
      return length > 1 && length <= LONGEST_ANSWER
    })
  )
}

function readTurns(questions: readonly Block[], blocks: readonly Block[]): Turn[] {
  const asked = new Set(questions)
  const turns: Turn[] = []
  let answer: Turn | undefined
  for (const block of blocks.slice(blocks.indexOf(questions[0]!))) {
    if (asked.has(block)) {
      turns.push({ start: block.start, end: block.end, role: 'question' })
      answer = undefined
    } else if (answer) answer.end = block.end
    else turns.push((answer = { start: block.start, end: block.end, role: 'answer' }))
  }
  return turns
}
