import type { Span } from '../text/sentences.ts'
import type { EntitySpan } from './entities.ts'

/** Nouns in which the name of a voice ends, when it is no name that we know. */
const VOICE =
  /(?:人员|人員|团队|團隊|研究者|专家|專家|学者|學者|公司|机构|機構|大学|大學|学院|學院|研究所|研究院|实验室|實驗室|警方|部门|部門|官员|官員|发言人|發言人|作者|人士|教授|博士|部长|部長|主席|委员会|委員會|政府|法院|协会|協會|报告|報告|论文|論文|研究|调查|調查|员工|員工)$/
/** Words with which a clause begins, not a name. */
const CLAUSE =
  /^(?:如果|但|而|其|这|這|那|该|該|我|你|他|她|它|以|对|對|在|从|從|把|被|将|將|并|並|不|没|沒|可|会|會|能|要|说|說|都|也|还|還|就|或)/
/** Longest words that can be a name with its title. */
const LONGEST = 40
/** Longest name of a voice that is not in the registry, in Chinese characters. */
const LONGEST_HAN = 14

/**
 * A place that is surely somebody: a known person or organisation, a Latin name, or words that end in a role. A wrong
 * speaker puts words into a mouth, so anything less certain is none.
 */
export function confirmSpeaker(
  text: string,
  span: Span,
  entities: readonly EntitySpan[],
): string | undefined {
  const known = entities.findLast(
    ({ kind, start, end }) =>
      (kind === 'person' || kind === 'organization') && start < span.end && end > span.start,
  )
  const words = text.slice(span.start, span.end).replace(/^[\s#*_>“”"「」]+|[\s*_“”"「」]+$/g, '')
  if (known) return words.length <= LONGEST ? words : known.name
  return isVoice(words) ? words : undefined
}

/** Whether words alone, without a registry, name a voice: a Latin name, or Chinese words that end in a role. */
export function isVoice(words: string): boolean {
  if (words.length < 2 || words.length > LONGEST || /[\n,，。]/.test(words)) return false
  if (!/[\u3400-\u9fff]/.test(words)) return isLatinName(words)
  return words.length <= LONGEST_HAN && VOICE.test(words) && !CLAUSE.test(words)
}

/** Every word capitalised but for the small ones inside a name. */
function isLatinName(words: string): boolean {
  if (/^(?:We|I|It|He|She|They|You|The|This|That|There|One|And|But|So|As|In|At)(?:['’]\w+)?$/.test(words))
    return false
  return /^\p{Lu}[\p{L}\d.'’&-]*(?: (?:(?:of|for|and|the|de|van|von|al|bin) )?\p{Lu}[\p{L}\d.'’&-]*){0,5}$/u.test(
    words,
  )
}
