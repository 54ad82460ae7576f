import type { Span } from '../text/sentences.ts'
import type { Binding } from './binding.ts'
import { personIn } from './quoted-han.ts'
import { type Reading, sentenceBefore } from './reading.ts'
import type { Speakers } from './speaker.ts'
import { isPersonName, isVoiceName } from './voice.ts'

/** Voices that are a pronoun: who was named before, outside the words that are quoted. */

/** How far into a sentence, and how far behind a quotation, a voice is looked for, in UTF-16 units. */
export const LONGEST_LEAD = 400

/** 他认为, she estimates: the voice is someone named before, be it in the paragraph before. */
const PRONOUN_SAYS =
  /据[他她](?:观察|介绍|说|了解|估计|统计|透露|回忆|估算)|[”」』]\s?[他她][^“”「」。,:]{1,20}[,:。]\s?[“「『]|[他她](?:也|还|则|又|的|续|就|并|亦|再|另|随后|进一步|同时)?(?:在[^,。;:]{1,10}[上中里])?(?:写[:：]|发帖|发文|坦承|呼吁|批评|要求|建议|认为|估计|列[了出]|给[了出]|记录|提到|提出|引用|补充|坦言|解释|回应|分析|预测|预计|预判|表示|指出|说(?!话[很不总又的,时]|服)|声?称|写道|发现|分析|警告|补充|强调|透露|告诉|回忆|直言|承认|估算|推测|主张|指(?=[,:出称])|举例|形容|重申|质疑|直指|预料|相信(?=,)|笑言|期望|解说)|(?<![a-z])(?:he|she) (?:also |then |later |now |further |recently |repeatedly |has |had )?(?:said|says|found|finds|estimate[sd]?|predict(?:s|ed)|wrote|writes|add(?:s|ed)|claim(?:s|ed)|note[sd]|warn(?:s|ed)|told|believe[sd]?|thinks?|thought|point(?:s|ed) out|argue[sd]?|recall(?:s|ed)|report(?:s|ed)|explain(?:s|ed)|reckon(?:s|ed)|put|puts|suggest(?:s|ed)|insist(?:s|ed)|conclude[sd]?|acknowledge[sd]|admit(?:s|ted)|concede[sd]|calculate[sd]|expect(?:s|ed)|cite[sd]|testified|stress(?:es|ed)|revealed|announced|forecasts?|call(?:s|ed) for|demand(?:s|ed)|attribute[sd]?|blame[sd])(?![a-z])/
/** What none of its forms is without; most texts have none, and are spared to read the long pattern. */
const PRONOUN = /[他她]|he /
/** Where a pronoun says something in words; -1 when none does. */
export const pronounAt = (words: string): number => (PRONOUN.test(words) ? words.search(PRONOUN_SAYS) : -1)
const PRONOUN_BACK = 4
/** A voice nearer to the figure than this is the pronoun's own clause. */
const PRONOUN_CLAUSE = 8

/** Whoever a pronoun beside the figure means, before it or behind the quotation that holds it. */
export function byPronoun(
  reading: Reading,
  { scope, sentence, quantity }: Binding,
  speakers: Speakers,
): Span | undefined {
  const { folded } = reading
  const before = folded.slice(scope.start, quantity.start)
  if (pronounAt(before) >= 0) return antecedent(reading, sentence, quantity.start, speakers)
  const body = bodyBefore(reading, sentence, quantity.start, speakers)
  if (body) return body
  const behind = bodyBehind(reading, sentence, quantity, folded.slice(quantity.end, scope.end), speakers)
  if (behind) return behind
  return isSaidBehind(folded.slice(quantity.end, scope.end))
    ? antecedent(reading, sentence, scope.start + openingOf(before), speakers, 0)
    : undefined
}

/** `It puts the number at 12.`, `They find that …`, at the head of a sentence. */
const BODY_SAYS =
  /^[\s*_]{0,3}(?:(?:but|and|yet|still|a (?:year|month|week) (?:ago|earlier|later)|last (?:year|month|week)|earlier|previously|now|then|today|in total|overall),? )?(?:it|they) (?:also |then |now |later |has |have |had )?(?:says?|said|puts?|estimate[sd]?|expect(?:s|ed)?|finds?|found|reckon(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|predict(?:s|ed)?|calculate[sd]?|note[sd]?|add(?:s|ed)?(?! (?:(?:about|around|some|only|just|another|up to|an extra) )?[$€£]?\d(?!\d*(?:[.,]\d+)*%))|conclude[sd]?|wrote|writes?|believes?|suggest(?:s|ed)?|acknowledged|admitted|recommend(?:s|ed)?|tells?)(?![a-z])/
/** `The supplier disputes that.`: what a sentence is about, before its verb. */
const OPENING_BODY =
  /^[\s*_]{0,3}(?:the|an?|one) ((?:[a-z-]+ ){0,2}?[a-z-]+)(?= (?:has|have|had|is|are|was|were|does|do|did|[a-z-]+(?:ed|[^s]s))(?![a-z]))/

/** The body that a sentence means by `it` or `they` which says something: the voice of the sentence before, or what that is about. */
function bodyBefore(reading: Reading, sentence: Span, at: number, speakers: Speakers): Span | undefined {
  const { folded, lang } = reading
  // With the first digits of the figure: `It adds 40 milliseconds.` says nothing
  if (lang !== 'en' || !BODY_SAYS.test(folded.slice(sentence.start, Math.min(at + 8, sentence.start + 60))))
    return undefined
  return bodyOf(reading, sentenceBefore(reading, sentence, 1), speakers)
}

/** `61% plan to cut staff, it found.` */
const BODY_SAYS_BEHIND =
  /^[^.;:"“”\n]{0,200}, (?:it|they) (?:said|says?|found|finds?|added|adds?|estimate[sd]?|report(?:s|ed)?|note[sd]?|wrote|warn(?:s|ed)?|claim(?:s|ed)?|reckon(?:s|ed)?)(?: [a-z]{2,12}){0,4}[.;]/

/** The body that a sentence means by the `it` or `they` behind a figure: one that it named before, else as `bodyBefore`. */
function bodyBehind(
  reading: Reading,
  sentence: Span,
  figure: Span,
  behind: string,
  speakers: Speakers,
): Span | undefined {
  if (reading.lang !== 'en' || !BODY_SAYS_BEHIND.test(behind)) return undefined
  return (
    reading.namesIn(sentence.start, figure.start).find(({ kind }) => kind === 'organization') ??
    bodyOf(reading, sentenceBefore(reading, sentence, 1), speakers)
  )
}

/** Whose voice a sentence is, or what it is about. */
function bodyOf(reading: Reading, earlier: Span | undefined, speakers: Speakers): Span | undefined {
  if (!earlier) return undefined
  const { folded } = reading
  const voice = speakers.of(earlier)
  if (voice) return voice
  const match = OPENING_BODY.exec(folded.slice(earlier.start, Math.min(earlier.end, earlier.start + 60)))
  if (match && (isVoiceName(match[1]!, match[1]!) || isPersonName(match[1]!))) {
    const start = earlier.start + match[0].length - match[1]!.length
    return { start, end: start + match[1]!.length }
  }
  return reading.namesIn(earlier.start, earlier.end).find(({ kind }) => kind === 'organization')
}

/** Where the quotation opens that words end in: whoever is named in it is not the one who says it. */
export function openingOf(words: string): number {
  const mark = Math.max(...['“', '「', '『', '"'].map((open) => words.lastIndexOf(open)))
  return mark < 0 ? words.length : mark
}

/** `… 412 incidents,” he said`: behind the closing mark. */
function isSaidBehind(words: string): boolean {
  const close =
    /["”」』]\s?(?=[他她]|s?he )|[,.?!]['’] (?=s?he )|, (?=s?he (?:says|said|adds|added|reckons|estimates?) ?[.,;])/.exec(
      words,
    )
  return close !== null && pronounAt(words.slice(close.index, close.index + 24)) >= 0
}

/** The person that 他 or `she` at a place of a sentence means: the last one named, or the last voice. */
export function antecedent(
  reading: Reading,
  sentence: Span,
  at: number,
  speakers: Speakers,
  apart = PRONOUN_CLAUSE,
): Span | undefined {
  for (let back = 0; back <= PRONOUN_BACK; back++) {
    const earlier = sentenceBefore(reading, sentence, back)
    if (!earlier) return undefined
    const { start, end } = earlier
    const person = reading.namesIn(start, back === 0 ? at : end).findLast(({ kind }) => kind === 'person')
    const voice = speakers.of(earlier)
    if (person) return person
    if (voice && voice.end <= at - apart && !isBody(reading, voice)) return voice
    const told = introducedIn(reading, start, back === 0 ? at : end)
    if (told) return told
  }
  return undefined
}

/** `the Conservatives`, `police`, `its report`: no English `he` or `she`. */
const BODIES =
  /(?:police|media|staff|government|ministry|department|agency|office|court|council|committee|commission|company|firm|union|group|party|bank|bureau|board|institute|university|foundation|hospital|watchdog|regulator|authority|study|report|survey|paper|poll|audit|review|inquiry|analysis|lawsuit|complaint|filing|memo|statement|conservatives|democrats|republicans|tories|researchers|scientists|officials|experts|analysts|economists|prosecutors|investigators|lawyers|authors|doctors)$/
const isBody = ({ lang, folded }: Reading, { start, end }: Span): boolean =>
  lang === 'en' && BODIES.test(folded.slice(start, end))

/** `Gwen Achterberg, who prices such risks`: a person by what is told behind the name, whom no list knows. */
const WHO_BEHIND =
  /(?<!\p{L})(\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]+){1,2}), (?:who|whose|\d\d,)(?!\p{L})|(?<!\p{L})(\p{Lu}\p{Ll}+[\p{Lu}\p{Ll}'’-]*[^s]), who(?:se)?(?!\p{L})|(?<=(?:asked|met|called|phoned|reached|interviewed|visited) )(\p{Lu}\p{Ll}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]+)*)(?= (?:how|what|why|whether|if|about)(?!\p{L})|[,.])/u

/** `Rachel Reeves has pledged`, `Abby Dunn, a manager`: two capitals and what somebody does or is; what a place or a body is called is none. */
const DOES =
  /(?<![\p{L}’'-] ?)(?<!\p{Lu}[\p{L}'’-]* )((?:(?:Mr|Ms|Mrs|Dr)\.?|\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.)?) (?!(?:Street|House|States?|Kingdom|City|County|University|College|School|Institute|Bank|Group|Party|Council|Court|Department|Ministry|Agency|Office|Centre|Center|Hospital|Foundation|Association|Society|Commission|Committee|Act|Bill|Times|Post|News|Journal|Labs?|Research|Police|Airlines?|Park|Road|Island|Valley|Union|Nations|Service|Systems?|Intelligence|Learning|Security|Health|Fund|Trust|Board|Alliance|Coalition|Network)(?!\p{L}))\p{Lu}\p{Ll}[\p{L}'’-]*)(?= (?:has|had|is|was|will|took|gave|went|came|made|left|began|led|runs|leads|[a-z]+ed)(?![a-z])|, (?:an?|the|\d\d|who|whose|[a-z]+ (?:of|at))(?![a-z]))/u

/** `Asked why, the engineer shrugged`: who does something, by what he is called. */
const ROLE_DOES =
  /(?<=(?:^|, )(?:[Tt]he|[Aa]n?) )((?:[a-z-]+ ){0,2}?[a-z-]+)(?= (?:has|had|was|[a-z]{2,}ed)(?![a-z]))/

function somebodyIn(words: string): RegExpExecArray | null {
  const match = ROLE_DOES.exec(words)
  return match && isPersonName(match[1]!) && !/s$/.test(match[1]!) && !BODIES.test(match[1]!) ? match : null
}

function introducedIn({ text, folded, lang }: Reading, start: number, end: number): Span | undefined {
  if (lang !== 'en') return personIn(folded, start, end)
  const words = text.slice(start, Math.max(start, end))
  const match = WHO_BEHIND.exec(words) ?? DOES.exec(words) ?? somebodyIn(words)
  return match
    ? { start: start + match.index, end: start + match.index + (match[1] ?? match[2] ?? match[3])!.length }
    : undefined
}

/** 他分析，需求最急。: a sentence whose voice is a pronoun. */
export function pronounVoice(reading: Reading, { start, end }: Span, speakers: Speakers): Span | undefined {
  const at = pronounAt(reading.folded.slice(start, Math.min(end, start + LONGEST_LEAD)))
  return at < 0 ? undefined : antecedent(reading, { start, end }, start + at, speakers)
}
