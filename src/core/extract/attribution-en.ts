import { SIGN, type Signs } from './attribution-signs.ts'
import { type Candidate, REACH, trimmed } from './attribution-words.ts'
import { endOfSaying } from './saying-english.ts'
import { matchesOf } from './word-scan.ts'

const ACCORDING_EN =
  /(?<![a-z])(?:according to|(?<!\d[^.,;()]{0,12} )per(?! (?:cent|capita|person|hour|day|week|month|year|se)(?![a-z]))) (?:the |an? )?/g
const BY_EN =
  /(?<![a-z])(?:(?:data|figures|statistics|numbers|records|documents|filings)(?: (?:released|published|compiled|obtained|provided|collected))? (?:from|by)|(?:poll(?:ing)?|survey|study|report|research|analysis|audit|review|investigation|inquiry|probe|tally|census|modelling|modeling|forecasts?|projections?|estimates?|calculations?)[a-z0-9,'’ -]{0,60}? (?:by|(?<!(?:come|comes|came|stem|stems|stemmed|rang(?:es?|ed|ing)|away|differ|differs|differed|rose|fell|up|down) )from)|(?:by|on) the (?:estimate|count|reckoning|calculation|tally|assessment)s? of|(?<=(?:an?|the|new|latest) )(?:poll|survey|study) for|(?:respondents|responses|answers) (?:to|in)|(?:reviewed|assessed|measured|analy[sz]ed|compiled|maintained|conducted|carried out|collected|gathered|surveyed|calculated|counted|announced|confirmed|disclosed|revealed)(?: [a-z0-9[\]]{2,12}){0,3} by) (?:the )?(?!(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)/g
/** Verbs of people: a table shows and a survey finds, but neither of them recalls. */
const SPEAKS =
  /^(?:said|says?|told|add(?:s|ed)?|wrote|writes|warn(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|recall(?:s|ed)|testified|acknowledge[sd]?|testifies|cautions|cautioned|admit(?:ted)?|explain(?:s|ed)?|claim(?:s|ed)?|counter(?:s|ed)|object(?:s|ed)|comment(?:s|ed)|den(?:y|ies|ied)|disput(?:es|ed)|submit(?:s|ted)|tells|remember(?:s|ed)|allege[sd]|concede[sd]?|contend(?:s|ed)|joke[sd]|quip(?:s|ped)|remark(?:s|ed)|lament(?:s|ed)|complain(?:s|ed)|repl(?:ies|ied)|reiterate[sd]|stress(?:es|ed)|emphasi[sz]e[sd]|assert(?:s|ed)|declare[sd]|predict(?:s|ed)|posted|tweeted|estimate[sd]?|reckon(?:s|ed)?|expect(?:s|ed)?|believe[sd]?|puts?|points? out|pointed out|confirm(?:s|ed)?|announced|concluded?|concludes|maintains|forecasts|calculated|contends?|attributes)$/
/** `by the ministry’s own estimate`, `by the auditors' reckoning`. */
const OWN_ESTIMATE =
  /(?<![a-z])(?:by|on|in) (?:the )?([a-z][a-z -]{1,30}?)(?:['’]s?) (?:(?:own |latest |internal )?(?:estimates?|counts?|reckoning|calculations?|tally|assessment)|own (?:tests?|testing|trials?|evaluations?|figures|data|accounts|numbers|records|analysis|audits?|research|polling|telling|experiments?))(?![a-z])/g
/** `Jaan Tallinn (investor): “…`: a name, a colon and a quotation. */
const LABELLED =
  /^[\s*_]{0,3}([^:"“,.;()\n*_]{3,40})(?: \([^()\n]{1,60}\)|, [^:"“”;()\n]{3,60}?)?[*_]{0,2}:[*_]{0,2} ?["“]/

/** What a digest puts before a title: `Paper: “…”`. */
const NO_LABEL =
  /^(?:the |new |our |your )?(?:paper|title|book|headline|essay|post|blog|watch|listen|read|link|links|talk|podcast|chart|report|study|video|story|article|question|prompt|example|song|film|theme|motto|sources?|via|from|subject|re|now|also|more|next|related|topic|today|tool|game|album|preprint|finding|update|warning|note)$/

/** `Lindqvist and Baptiste (2024) cut errors by 80%`, `Roy et al. (2023) reach`: whom a paper names with the year of his work, before what he did. */
const CITED =
  /(?:^|[.;:] |, |(?:^|[.;] )(?:[a-z]+ ){1,3})((?:[a-z][a-z'’-]+,? )?[a-z][a-z'’-]+,? (?:(?:and|&) [a-z][a-z'’-]+|et al\.?)) \((?:19|20)\d\d[a-z]?\) (?!(?:is|are|was|were|and|or)(?![a-z]))[a-z]/

/** Who may be the voice of an English sentence, from the surest construction to the weakest. */
export function* candidatesEn(words: string, { bits, verbs }: Signs): Generator<Candidate> {
  const label = (bits & SIGN.quote) !== 0 ? LABELLED.exec(words) : null
  if (label && !NO_LABEL.test(label[1]!))
    yield trimmed(words, label[0].indexOf(label[1]!), label[0].indexOf(label[1]!) + label[1]!.length)
  for (const match of (bits & SIGN.accordingTo) !== 0 ? matchesOf(ACCORDING_EN, words) : [])
    yield* accorded(words, match.index + match[0].length)
  for (const match of (bits & SIGN.apostrophe) !== 0 ? matchesOf(OWN_ESTIMATE, words) : []) {
    const at = match.index + match[0].indexOf(match[1]!)
    yield trimmed(words, at, at + match[1]!.length)
  }
  for (let index = 0; index < verbs.length; index += 2) yield* atVerb(words, verbs[index]!, verbs[index + 1]!)
  for (const match of (bits & SIGN.by) !== 0 ? matchesOf(BY_EN, words) : [])
    yield* forward(words, match.index + match[0].length)
  const cited = (bits & SIGN.bracket) !== 0 ? CITED.exec(words) : null
  if (cited) {
    const at = cited.index + cited[0].indexOf(cited[1]!)
    yield trimmed(words, at, at + cited[1]!.length)
  }
}

/** Who may say what a verb of saying says, if the word between two offsets is one there. */
function* atVerb(words: string, at: number, wordEnd: number): Generator<Candidate> {
  const end = endOfSaying(words, at, wordEnd)
  if (end < 0) return
  const verb = words.slice(at, end)
  const isAgent = SPEAKS.test(verb)
  const isShown = SHOWS.test(verb) && !SHOWS_THAT.test(words.slice(end, end + 8))
  for (const candidate of aroundSays(words, at, end))
    yield isAgent
      ? { ...candidate, isAgent }
      : isShown && !BY_WHOM.test(words.slice(0, candidate.start))
        ? { ...candidate, isShown }
        : candidate
}

const SHOWS = /^(?:show|demonstrate)/
const SHOWS_THAT = /^ (?:that|how|[$€£]?\d)/
/** `tests by Corvid Lab show`. */
const BY_WHOM = /(?<![a-z])(?:by|from) (?:the )?$/

const FORWARD_END =
  /[,.;:)”"\n]| (?:which|who|that|released|published|from|in|report|data|survey|poll|study|research|conducted|found|finds|shows?|showed|of|and|on|at|has|is|was|said|says|approving|seen|obtained|reviewed|filed|shared|viewed|cited|issued|submitted|commissioned|compiled|collected|provided|posted)(?![a-z])/

/** `a new study by the board`, `a survey that the federation published`: a work, and what leads to whose it is. */
const WORK_OF =
  /^(?:[a-z0-9’'-]+ ){0,4}?(?:analysis|study|report|poll|survey|paper|review|audit|research|estimates?|figures|data|forecasts?|count|tally|investigation|inquiry|modelling|modeling|brief|briefing|preprint|index|list)(?: of [^,.;:“”"]{2,40}?)?(?: \([^()]{2,30}\))?(?: (?:(?:published|released|issued|conducted|led|commissioned|compiled|produced|written|prepared|carried out|put together|authored|run|done)(?: [a-z]+){0,3} by|by|from) (?:the |an? )?| that (?:the |an? )?(?=[^,.;:“”"]{2,40}? (?:published|released|issued|conducted|commissioned|compiled|produced|prepared|carried out|ran|did)(?![a-z])))/
/** Where the name of a work ends that stands for a name: `a new study`, `the report`. */
const WORK_NOUN = /^ (?:report|data|survey|poll|study|research)(?![a-z])/

/** The name after `according to`, `poll by`: up to the first mark or relative word. */
function* forward(words: string, at: number): Generator<Candidate> {
  const rest = words.slice(at, at + REACH)
  const stop = rest.search(FORWARD_END)
  const length = stop < 0 ? rest.length : stop
  if (length < 2 || !/^[a-z“"]/.test(rest)) return
  yield trimmed(words, at, at + length)
  const work = stop < 0 ? null : WORK_NOUN.exec(rest.slice(stop))
  if (work) yield trimmed(words, at, at + length + work[0].length)
}

/** Who is behind `according to`: of a work by somebody, him. */
function* accorded(words: string, at: number): Generator<Candidate> {
  const of = WORK_OF.exec(words.slice(at, at + 2 * REACH))
  if (of) yield* forward(words, at + of[0].length)
  yield* forward(words, at)
}

const WORK_EN =
  /(?:['’]s)? (?:(?:latest |new |recent |own |internal |official )*(?:report|study|poll|survey|paper|research|data|analysis|researchers|team|modelling|modeling|figures|forecast|projection|estimate|count|inquiry|statement)s?)$/

/** Between a name and its verb: `later explained`, `on average believe`. */
const ADVERBS_EN =
  /(?: (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this) (?:week|month|year)|yesterday|today|in an? (?:statement|interview|report|note|post|blog post|letter|e-?mail|filing|briefing|speech)|later|also|then|now|further|still|since|has|have|had|will|itself|himself|herself|on average|earlier|already|repeatedly|just|again|(?!(?:family|ally|assembly|supply|reply|italy|july|elderly|daily|weekly|monthly|monopoly)(?![a-z]))[a-z]{3,10}ly))+\s?$/
/** `Her report, signed by 112 researchers, had put`: nothing but these stands between a comma and the verb. */
const ONLY_ADVERBS =
  /^\s?(?:who\s)?(?:(?:later|also|then|now|further|still|has|have|had|will|earlier|already|just|again|(?!(?:family|ally|assembly|supply|reply|italy|july|elderly|daily|weekly|monthly|monopoly)(?![a-z]))[a-z]{3,10}ly)\s)*$/
/** `beating the $13.9 billion that analysts had expected`: what it is set against, nobody asserts. */
const FORESAW = /^(?:expect|predict|project|forecast|estimate)/
const SET_AGAINST =
  /(?:\d[\d.,]*(?:%| [a-z]+){0,2} (?:that|which)|(?:beat|beating|topped|topping|missed|missing|than|against|versus|above|below|exceeded|exceeding|surpassed|surpassing) (?:the )?[$€£]?\d[\d.,]*(?:%| [a-z]+)?) (?:the |its |many |most |some )?(?:wall street )?[a-z]+(?: (?:had|have|has))?\s?$/
/** `anything President Ma says` is what others make of it. */
const RELATIVE =
  /^\s?(?:an? [a-z-]{3,16} (?:that )?(?:the|its|his|her) [a-z]+\s?$|(?:anything|everything|whatever|what|all|as far as|when|if|because) |(?:of|among|for|with|to) (?:the |these |those )?[a-z0-9 -]{0,24}[a-z]{3,}s [a-z0-9]+\s?$)/

/** Verbs that do not stand before the voice: no `, called the mayor`. */
const NEVER_FIRST = /^(?:think|thought|call|put|point|believe|find|show|expect|told)/

/** `Chuck Schumer (D-NY) [announced`: party, state, age or office behind a name, and the mark of a link. */
const ASIDE = /(?:\s?\([^()\n]{1,90}\)\s?)?\[?$/

/** The words before a verb, back to a mark; the stop of `et al.` is none. */
const LEAD = /(?:[^,.;:”"“\n]|(?:(?<= et al)|(?<=\d)(?=\.\d))\.|(?<=\d),(?=\d{3}))*$/
/** `**4. Export notes.**`: nothing before a name and nothing behind its verb. */
const BEGINS = /^[\s*_#\d.]*$/
const ENDS = /^\.[*_\s]*$/

/** `The paper “Playing Dumb” finds`: a work by its title. */
const TITLED =
  /(?<![a-z])(?:paper|report|study|essay|book|preprint|post|survey|article|memo|note|column|analysis),? ["“]([^"“”\n]{3,48}?),?["”],? $/

/** `The paper, out Thursday, tested nine chatbots on 4,200 prompts and found`: who looked into something, at the head of a sentence. */
const GOES_ON = / (?:and|but),?(?: [a-z]{3,10}ly)? $/
const STUDIED =
  /^[\s*_#>]{0,4}((?:[a-z.'’-]+ ){0,5}?[a-z.'’-]{3,})(?:, [^,.;:“”"\n]{2,60},)? (?:tested|surveyed|polled|sampled|audited|analy[sz]ed|examined|reviewed|interviewed|studied|tracked|measured|evaluated|compared|ran|looked at|followed|assessed|scanned|scraped|asked|combed|counted|modelled|modeled|checked|questioned) [^;:“”"\n]{3,240}$/

/** `X said`, or after a comma or quotation mark `said X`. */
function* aroundSays(words: string, at: number, end: number): Generator<Candidate> {
  const verb = at - (ASIDE.exec(words.slice(Math.max(0, at - 96), at))?.[0].length ?? 0)
  const from = Math.max(0, verb - REACH)
  const lead = words.slice(from, verb)
  const start = from + lead.search(LEAD)
  if (ENDS.test(words.slice(end)) && BEGINS.test(words.slice(0, start))) return
  const title = /["”],? $/.test(lead) ? TITLED.exec(lead) : null
  if (title) {
    const begin = from + title.index + title[0].indexOf(title[1]!)
    yield { ...trimmed(words, begin, begin + title[1]!.length), isTitle: true }
  }
  if (FORESAW.test(words.slice(verb, end)) && SET_AGAINST.test(words.slice(start, verb))) return
  const studied = GOES_ON.test(lead) ? STUDIED.exec(words.slice(0, verb)) : null
  if (studied) {
    const begin = studied[0].indexOf(studied[1]!)
    yield trimmed(words, begin, begin + studied[1]!.length)
  }
  if (ONLY_ADVERBS.test(words.slice(start, verb))) yield* apposed(words, start)
  else if (!(start === from && from > 0) && !RELATIVE.test(words.slice(start, verb)))
    yield* before(words, start, verb)
  if (!/(?:[,”"]|[,.?!]['’])\s?$/.test(lead) || NEVER_FIRST.test(words.slice(verb, end))) return
  yield* forward(words, end + (/^ the /.test(words.slice(end, end + 5)) ? 5 : 1))
  yield* namedBehind(words, end)
}

/** `said the parents' lawyer, Ines Calloway, outside`: the name behind the role. */
function* namedBehind(words: string, at: number): Generator<Candidate> {
  const match = ROLE_THEN_NAME.exec(words.slice(at, at + 2 * REACH))
  if (match) yield trimmed(words, at + match[1]!.length, at + match[0].length)
}

const ROLE_THEN_NAME = /^( [^,.;:”"“\n]{2,56}, )[a-z][^\s,.;:”"“]*(?: [^\s,.;:”"“]+){1,3}(?=[,.;:”"“\n])/

const WHERE_FIRST =
  /^(\s?(?:in|on|at|during|after) (?:a|an|its|the|his|her|their) [a-z0-9' -]{3,40} )(?:the|its) [a-z -]{3,30}$/

/** `Among claims by the model`, `In reports from hospitals`: a noun that could be a verb. */
const PREPOSITION =
  /^\s?(?:(?:and|but) )?(?:among|amid|in|of|for|with|to|from|by|on|at|about|as|than|per|like|into|over|under|between|without|within|including|across|after|before|despite)$/

/** `79 percent of Indian victims said`: a share of those asked is what a figure measures, and no voice. */
const SHARE_OF =
  /(?:%|percent|per cent|half|thirds?|quarters?|most|many|majority|number|share) of [^,;]*$|(?:half|a third|a quarter|thirds|quarters)\s?$/

/** `webpages were confirmed as`, `is said to own`: of whom something is said. */
const PASSIVE = / (?:was|were|is|are|been|be|being)$/

function* before(words: string, start: number, verb: number): Generator<Candidate> {
  if (SHARE_OF.test(words.slice(start, verb))) return
  const material = MATERIAL.exec(words.slice(start, verb))
  if (material) return yield* forward(words, start + material[0].length)
  const source = PEOPLE_WHO_KNOW.exec(words.slice(start, verb)) ?? DID_ALSO.exec(words.slice(start, verb))
  if (source) {
    const from = start + source[0].indexOf(source[1]!)
    return yield { ...trimmed(words, from, from + source[1]!.length), isName: true }
  }
  const name = words
    .slice(start, verb)
    .replace(/\s+$/, '')
    .replace(ADVERBS_EN, '')
    .replace(SEEN_BY, '')
    .replace(WHO, '')
  if (PREPOSITION.test(name) || PASSIVE.test(name)) return
  // In a post on Thursday the company said
  const late = WHERE_FIRST.exec(name)
  if (late) yield trimmed(words, start + late[1]!.length, start + name.length)
  const work = WORK_EN.exec(name)
  const bare = name.length - (work?.[0].length ?? 0)
  const spaces = name.slice(0, bare).trim().match(/ /g)?.length ?? 0
  // of `a 2024 survey found` nothing is left but the work itself
  if (work && !DETERMINER.test(name.slice(0, bare).trim()) && bare >= 2 && spaces < 6)
    yield trimmed(words, start, start + bare)
  if (name.length >= 2 && spaces < 6) yield trimmed(words, start, start + name.length)
  else if (spaces >= 6) {
    const head =
      /^(?:.{2,40}? (?=(?:from|at|with|who|led by|hired by|going by|known as) )|[a-z.'’-]{2,} [a-z.'’-]{2,} (?=of (?:the|an?) ))/.exec(
        name,
      )
    if (head) yield trimmed(words, start, start + head[0].length)
  }
}

/** `two people with knowledge of its finances said`: who is kept back, and what they are said to know. */
const PEOPLE_WHO_KNOW =
  /^\s?((?:[a-z]+ ){0,2}(?:people|persons?|sources?|officials?|executives?)) (?:familiar with|with (?:direct |close |first-hand )?knowledge|briefed on|close to|involved in) /

/** `A spokeswoman declined to give a figure but said`: what somebody did before he spoke. */
const DID_ALSO =
  /^\s?((?:(?:an?|the) )?(?:[a-z.'’-]+ ){0,4}?(?:spokes(?:man|woman|person)|[a-z.'’-]+)) (?:declined|refused|did not|would not|denied|disputed|rejected|welcomed|defended|praised|criticised|criticized|apologi[sz]ed) .*(?:but|and)\s?$/

/** `the consultants who advise my government say`. */
const WHO = /(?<=[a-z]s) who (?:[a-z\d,-]+ ){1,5}?[a-z-]+$/

/** `A Cabinet Office memo seen by the Times puts`: how it came to be known. */
const SEEN_BY =
  / (?:seen|obtained|reviewed|viewed|published|released|issued|commissioned|leaked|unsealed|filed|shared|provided|sent|given|handed|interviewed|polled|surveyed|questioned|consulted|contacted|quoted)(?: (?:exclusively )?(?:by|to|on|with|this|last|in|for)(?: [*_]?[a-z0-9'’-]+[*_]?){0,8})?$/

/** `Figures released by the police show`: whose they are. */
const MATERIAL =
  /^\s?(?:an? |the |new |official |latest |recent |separate |\d{4} )*(?:data|figures|statistics|numbers|records|documents|filings|research|analysis|polling|poll|survey|study|tests|testing|modelling|modeling)(?: (?:released|published|compiled|obtained|provided|collected|issued))? (?:by|from) (?:the )?/

const DETERMINER =
  /^(?:an?|the|one|another|this|that|new|recent|our|their|its|his|her)?(?: ?(?:new|recent|\d{4}|separate|similar|own|latest|preliminary))*$/

/** `Hinton, speaking in Toronto, warned`: what he did meanwhile is no other name of his. */
const NO_APPOSITION =
  /^(?:an?|the|[a-z]{3,}ing|seen|obtained|published|released|issued|reviewed|written|led|signed|backed|chaired|commissioned|based|owned|backed|run|founded|filed|shared|leaked|dated|who|which|in|at|on|of|from|after|during|via|through) /

/** `Hayley Walsh, 42, a lecturer from Nottingham, said`. */
const AGE = /^\d{1,2}$/
/** `Richard Weir, 60, from Tynemouth, North Tyneside, said`: where somebody lives, behind the age. */
const FROM_PLACE = /^(?:from|of|in) /
const AGED_BEFORE = /(?:^|[.;:,”"“\n])\s?([^,.;:”"“\n]{2,48}), \d{1,2}, $/

function agedBefore(words: string, at: number): Candidate | undefined {
  const found = AGED_BEFORE.exec(words.slice(Math.max(0, at - 64), at))
  if (!found) return undefined
  const start = Math.max(0, at - 64) + found.index + found[0].indexOf(found[1]!)
  return trimmed(words, start, start + found[1]!.length)
}

/** `A broker, Prue Sandoval, says`; `Prue Sandoval, a broker, says`: the name on either side of a comma before the verb. */
function* apposed(words: string, at: number): Generator<Candidate> {
  const match =
    /(?:^|[.;:,”"“\n])\s?([^,.;:”"“\n]{2,40}),\s?((?:[^,.;:”"“\n]|(?<=\d),(?=\d)){2,90}),\s?$/.exec(
      words.slice(Math.max(0, at - 140), at),
    )
  if (!match) return
  const second = at - match[0].length + match[0].lastIndexOf(match[2]!)
  const first = at - match[0].length + match[0].indexOf(match[1]!)
  const before = FROM_PLACE.test(match[1]!)
    ? agedBefore(words, first)
    : AGE.test(match[1]!)
      ? agedBefore(words, second)
      : undefined
  if (before) return yield before
  for (const [start, part] of [
    [second, match[2]!],
    [first, match[1]!],
  ] as const)
    if (!NO_APPOSITION.test(part)) yield trimmed(words, start, start + part.length)
  yield trimmed(words, first, first + match[1]!.replace(SEEN_BY, '').length)
  // `One of them, a locksmith, testified`: of two parts the one that is somebody
  if (/^(?:an?|the) /.test(match[2]!)) yield trimmed(words, second, second + match[2]!.length)
}
