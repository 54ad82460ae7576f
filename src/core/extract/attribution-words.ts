import type { Span } from '../text/sentences.ts'

/** Words of a sentence, folded, that may name its voice, as offsets into them. */
export interface Candidate extends Span {
  /** Only a name inside them counts: the words are a clause. */
  isClause?: true
  /** Set in marks as a name behind what it names: a voice whatever it ends in. */
  isName?: true
  /** The title of a work: a voice as it stands, whatever names are in it. */
  isTitle?: true
  /** Before what it shows, and not what it says: a survey does that, and so does whatever is tested. */
  isShown?: true
  /** Before a verb that only somebody can do: a voice unless it is plainly a thing. */
  isAgent?: true
  /** Stands where only who said a quotation does: a few characters are a voice whatever they end in. */
  isQuoted?: true
}

/** A name is no longer than this; looking further would find another clause. */
export const REACH = 56

/** Without marks, articles and white space around it. */
export function trimmed(words: string, from: number, to: number): Span {
  const lead =
    /^(?:\s|【[^】]{1,8}】|[「“"]|《(?![^》]*》.)|as |the |and |but |though |although |while |whereas |which (?=the )|of wh(?:om|ich) |his |her |its |(?:19|20)\d\d(?: |年度?)|正如)+/.exec(
      words.slice(from, to),
    )?.[0].length ?? 0
  let end = to
  while (end > from + lead && /[\s》」”"]/.test(words[end - 1]!)) end--
  return { start: from + lead, end }
}
