import { foldChars } from '../text/script.ts'
import type { Block } from './document.ts'
import type { Turn } from './turns.ts'
import { isVoiceName, nameBehindTitle } from './voice.ts'

/** Blocks at the head of a text in which it may say that all of it is one's speech. */
const OPENING = 5
const SPEECH_HAN =
  /以下(?:为|是|系)([^,。:;\n]{2,30}?)(?:在[^,。:;\n]{2,30})?的?(?:致辞|致词|演讲|演说|发言|讲话|谈话|证词)的?(?:全文|实录|逐字稿|译文|文字稿|内容)/
const PERSON = String.raw`((?:(?:Dr|Mr|Ms|Mrs|Prof|Sen)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})`
const TEXT_OF =
  '(?:(?:full |prepared |written |complete |edited |lightly edited )*(?:text|transcript) of )?(?:the |a )?(?:(?:prepared |written |opening )?(?:remarks|speech|address|testimony)|(?:prepared|written|opening) statement) (?:of|by|from|delivered by|given by)'
const SPEECH_EN = [
  new RegExp(String.raw`^[*_#\s]{0,6}(?:the )?(?i:${TEXT_OF}) ${PERSON}`, 'u'),
  new RegExp(`(?i:following|below|here) (?:is|are|was|were) (?:the |a |an )?(?i:${TEXT_OF}) ${PERSON}`, 'u'),
]

/** A text that says at its head whose speech it gives in full: all behind that is said by one. */
export function findSpeech(text: string, blocks: readonly Block[]): Turn[] {
  for (const block of blocks.slice(0, OPENING)) {
    const speaker = readSpeaker(text.slice(block.start, Math.min(block.end, block.start + 200)))
    const end = blocks.at(-1)!.end
    if (speaker && end > block.end) return [{ start: block.end, end, role: 'answer', speaker }]
  }
  return []
}

/** What no other text holds; the patterns are made and asked only where it stands. */
const MAY_BE_SPEECH = /以下|remarks|speech|address|testimony|statement/

function readSpeaker(words: string): string | undefined {
  const folded = foldChars(words)
  if (!MAY_BE_SPEECH.test(folded)) return undefined
  const han = SPEECH_HAN.exec(folded)
  if (han) {
    const start = han.index + han[0].indexOf(han[1]!)
    const at = nameBehindTitle(han[1]!) ?? (isVoiceName(han[1]!, han[1]!) ? 0 : undefined)
    return at === undefined ? undefined : words.slice(start + at, start + han[1]!.length)
  }
  for (const pattern of SPEECH_EN) {
    const found = pattern.exec(words)
    if (found) return found[1]
  }
  return undefined
}
