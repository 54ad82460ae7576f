import type { Span } from '../text/sentences.ts'
import type { Block } from './document.ts'
import { PEOPLE } from './opinion.ts'
import type { Reading } from './reading.ts'
import { isVoiceName, nameBehindTitle } from './voice.ts'

/** The label that a list item or paragraph begins with, and what stands behind its comma. */
export interface Label {
  subject: Span
  /** `US citizens, YouGov:`: who asked. */
  speaker?: Span
}

/** A label, what stands behind its comma, the address that both may lead to, what stands in brackets. */
const LABEL =
  /^[\s*_•·-]*\[?([^:,。!?;|()[\]]{2,60}?)(?:, ?([^:。!?;|()[\]]{2,60}?))?(?:\]\([^()\s]{1,300}\))?(?: ?\(([^)]{1,20})\))?[*_]*:[*_]* ?/
const LONGEST_LABEL = 400

/** `**37%**: share of firms that …`: a figure is no label. */
const AMOUNT = /^[$€£¥]?\d[\d.,]*\s?(?:%|percent|per cent|[a-z]{1,12})?[*_\s]*$/

/** A figure and the block in which it stands. */
interface Labelled {
  block: Block | undefined
  quantity: Span
}

/**
 * Reads the label of the block in which a figure stands. Only list items carry one that all their figures are about; a
 * paragraph does where it also says who asked (`**UK adults, Ipsos**: 61% …`).
 */
export function findLabel(reading: Reading, { block, quantity }: Labelled): Label | undefined {
  if (block?.kind !== 'list-item' && block?.kind !== 'paragraph') return undefined
  const match = LABEL.exec(
    reading.folded.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL)),
  )
  if (!match || block.start + match[0].length > quantity.start) return undefined
  const [whole, name, behind, inBrackets] = match
  const start = block.start + whole.indexOf(name!)
  const subject = { start, end: start + name!.length }
  if ((/\d\s*$/.test(name!) && !behind) || AMOUNT.test(name!)) return undefined
  const asker = askerIn(reading, behind ?? inBrackets, block.start + whole.indexOf(name!) + name!.length)
  const isItem = block.kind === 'list-item' && whole.endsWith(' ')
  if (!isItem) return asker?.isKnown && PEOPLE.test(name!) ? { subject, speaker: asker.span } : undefined
  return asker && (behind || asker.isKnown) ? { subject, speaker: asker.span } : { subject }
}

/** What a label names beside a group, behind an offset, and whether it is an organisation that is known to ask or by name. */
function askerIn({ folded, namesIn }: Reading, words: string | undefined, from: number) {
  if (words === undefined) return undefined
  const start = folded.indexOf(words, from)
  const span = { start, end: start + words.length }
  const isName = namesIn(start, span.end).some(
    (name) => name.start === start && name.end === span.end && name.kind === 'organization',
  )
  return { span, isKnown: isName || POLLS.test(words) }
}

/** `Chatbots fail half of the time: study`: behind the colon or dash of a headline. */
const LABEL_BEHIND =
  /(?:: | [–—-] )((?:new )?(?:study|survey|poll|report|audit|research|analysis|police|prosecutors|officials|union|watchdog|sources|experts|un|who|imf|oecd|lawsuit|minister|ministry))[*_]{0,2}$/

const SPEAKER_LABEL =
  /^[\s#*_>]{0,6}([\u4e00-\u9fffa-z0-9·@ ]{2,20}?)(?:(?:最新|首次)?(?:访谈|专访|演讲|采访|受访))?[*_]{0,2}: ?(?=[^\s:/])/
/** A work of which a label says what follows it found. */
const LABEL_WORK = /[\u4e00-\u9fff](?:实验结果|测试结果|研究|报告|调查|民调|排行榜|独家|独家报[导道])$|^账号@/

/** 國安局：關鍵設施日均遭逾280萬次攻擊: a body that a headline quotes; behind 研发部： a number alone counts its people. */
const AUTHORITY =
  /^[\u4e00-\u9fff]{1,10}(?:[局署院部]|警[方察]|检方|警政署|专员|公署|委员会|协会|学会|商会|工会|联会|青协|(?:研究|调查|资讯)中心|智库|大学)$/
/** Fewest units between such a label and its figure. */
const STATEMENT = 6

/** `Gallup: 80% of Americans …`, `Police: driver was on the phone for 12 minutes`: whoever asks or reports by trade. */
const POLLS =
  /^(?:(?:the )?(?:new )?(?:study|survey|poll|report|audit|inquiry|analysis|research|memo|data)|(?:[a-z]+ )?(?:police|prosecutors|officials?|regulators?|watchdog|union|experts|analysts|economists|scientists|doctors|researchers|auditors|lawsuit|complaint|coroner|minister|ministry|spokes(?:man|woman|person))|sources|un|who|imf|oecd|unicef|nhs|ons|fbi|cia|eu|world bank|amnesty|gallup|pew|pew research|pew research center|yougov|ipsos|savanta|survation|opinium|morning consult|quinnipiac|kantar|gartner|mckinsey|deloitte|kpmg|pwc|stanford hai|epoch|epoch ai|metr|statista|idc|forrester|counterpoint|canalys|trendforce|goldman sachs|morgan stanley|reuters|bloomberg|axios|wsj|wall street journal|ft|financial times|nyt|new york times|washington post|bbc|cnn|guardian|the information)$/

/** 黄仁勋再谈泡沫：, behind the name. */
const SPEAKS_OF = /^(?:再|首次|最新|重磅|独家)?(?:谈|论|回应|直言|发声|放话|警告|预言|表态|反驳)/

/** `辛顿最新访谈：…`, `产品负责人陈立：我们…`, `某实验结果：…`: whose words a paragraph or a title says it is. */
export function findLabelled(reading: Reading, { block, quantity }: Labelled): Span | undefined {
  const { folded, namesIn } = reading
  if (block?.kind === 'code') return findSender(reading, block)
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'heading')) return undefined
  const behind = findBehind(folded, block, quantity)
  if (behind) return behind
  const match = SPEAKER_LABEL.exec(folded.slice(block.start, Math.min(block.end, block.start + 48)))
  if (!match || block.start + match[0].length > quantity.start) return undefined
  const start = block.start + match[0].indexOf(match[1]!)
  const whole = { start, end: start + match[1]!.length }
  const person = namesIn(start, whole.end).findLast(({ kind }) => kind === 'person')
  if (person)
    return person.end === whole.end || SPEAKS_OF.test(folded.slice(person.end, whole.end))
      ? person
      : undefined
  if (POLLS.test(match[1]!)) return whole
  const named = nameBehindTitle(match[1]!)
  if (named !== undefined) return { start: start + named, end: whole.end }
  if (LABEL_WORK.test(match[1]!)) return whole
  if (AUTHORITY.test(match[1]!) && quantity.start - block.start - match[0].length >= STATEMENT) return whole
  const speaksOfItself = /我/.test(folded.slice(whole.end, Math.min(block.end, whole.end + 200)))
  return speaksOfItself && /^[\u4e00-\u9fff]{2,3}$/.test(match[1]!) && isVoiceName(match[1]!, match[1]!)
    ? whole
    : undefined
}

const LONGEST_HEADLINE = 160

function findBehind(folded: string, { start, end }: Block, quantity: Span): Span | undefined {
  if (end - start > LONGEST_HEADLINE) return undefined
  const match = LABEL_BEHIND.exec(folded.slice(quantity.end, end).trimEnd())
  if (!match) return undefined
  const at = quantity.end + match.index + match[0].indexOf(match[1]!)
  return { start: at, end: at + match[1]!.length }
}

/** `From: Moira Cash`, on a line of its own: who wrote a message that is shown as it was sent. */
const SENDER =
  /(?:^|\n)[ \t]*(?:From|FROM): ?(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?=$|[ \t]?[<(\n])/u
/** Longest head of a message in which that is looked for, in UTF-16 units, and most lines of one. */
const LONGEST_HEAD = 200
const MOST_LINES = 40

/** Who sent the message whose lines are code around a figure. */
function findSender({ text, blocks, blockIndex }: Reading, block: Block): Span | undefined {
  let at = blockIndex(block)
  for (let lines = 0; lines < MOST_LINES && blocks[at - 1]?.kind === 'code'; lines++) at--
  const { start } = blocks[at]!
  const match = SENDER.exec(text.slice(start, Math.min(block.end, start + LONGEST_HEAD)))
  if (!match) return undefined
  const from = start + match.index + match[0].indexOf(match[1]!)
  return { start: from, end: from + match[1]!.length }
}
