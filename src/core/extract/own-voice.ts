import type { Span } from '../text/sentences.ts'
import type { Reading } from './reading.ts'
import { speaksItself } from './report-voice.ts'

/** `in a poll that we commissioned`: outside quotation marks that is whoever writes, not the voice of the sentence before. */
const OWN_VOICE = /(?<![\p{L}’'])(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)(?!\p{L})/u
const QUOTED = /[“"][^”"]*(?:[”"]|$)/g

/** Whether a sentence speaks of its own author, outside quotation marks. */
export const isOwnVoice = ({ text, folded, lang, blockAt }: Reading, { start, end }: Span): boolean =>
  lang === 'en'
    ? OWN_VOICE.test(text.slice(start, end).replace(QUOTED, ''))
    : speaksItself(folded.slice(start, end), () => folded.slice(blockAt(start)?.start ?? start, start))
