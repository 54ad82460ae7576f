/** English verbs of saying, folded: beside one of them whoever says something is named. */

/** Verbs that say something wherever they stand; sorted, as the next ones. */
const ALWAYS = `
acknowledged acknowledges add added admitted affirmed affirms allege alleged alleges announced announces argue argued
argues asserted asserts attributes believe believes calculated calculates cautioned cautions cited cites claimed claims
complained complains concede conceded concedes conclude concluded concludes confirmed confirms contended contends
declared declares disclosed discloses emphasised emphasises emphasized emphasizes estimated estimates expect expected
expects explained finds forecasts found guessed guesses insisted insists joked jokes lamented laments maintains
noted notes posted predicted predicts proclaimed proclaims projected promised promises quipped quips
recalls reckon reckoned reckons reiterated reiterates remarked remarks remembers replied replies revealed reveals said
say says showed shows speculated speculates stated stressed stresses suggest suggested suggests surmised surmises
tallied testified testifies thinks tweeted warned warns writes wrote`

/** Verbs that say something before `that`, and often something else elsewhere. */
const BEFORE_THAT = `
acknowledge admit agreed agrees assess assessed assesses attest attested attests believed boast boasted boasts cautioned
certified certifies claim comment complain confess confessed confesses confirm confirms contest contested contests
counter decided decides deduced deduces demand demanded demands demonstrate demonstrated demonstrates denied denies deny
determined determines discover discovered discovers dispute disputed disputes document documented documents establish
established establishes estimate explain fear feared fears find heard held hint hinted hints holds hope hoped hopes
indicate indicated indicates inferred insist judged judges learn learned learns noticed notices object observed observes
pledged pledges predict proposed proposes proved proves realised realises realized realizes reason reasoned reasons
recommend recommended recommends record recorded records remembered report respond responded responds reveal ruled rules
show signal signaled signalled signals states stress submits submitted suspect suspected suspects swore verified
verifies vow vowed vows warn`

/** All of them, with what must stand around them; a match that is not empty is a part of the verb. */
const BESIDE: [verbs: string, around: RegExp][] = [
  [ALWAYS, /(?:)/y],
  [BEFORE_THAT, /(?= that )/y],
  ['told', /(?! [^.;]{1,40} (?:how|what|where|why|to)(?![a-z]))/y],
  ['tells', /(?= (?:me|us|reporters|the [a-z]+)[ ,.])/y],
  ['sees', /(?= (?:only |just |about |around )?[$€£]?\d)/y],
  ['reported reports', /(?! to (?!have|be)[a-z])/y],
  ['report', /(?<=s report)(?= (?:gains?|losses|rises?|falls?|an? |no |seeing|having|finding))/y],
  ['point points pointed', / out(?![a-z])/y],
  [
    'call calls called',
    /(?! (?:an? (?:strike|election|vote|halt|meeting|referendum|truce|press|news|snap|special|emergency)|off|for|on|in|up|back|the (?:police|case|vote|meeting|election))(?![a-z]))/y,
  ],
  [
    'put puts',
    /(?=[^a-z]{0,2}$| it(?:[,:]| this| like)| at (?:(?:about|around|only|just|over|nearly) )?[$€£]?\d|[^.;]{2,130} (?:at|nearer|closer to|between|above|below|around|as high as|as low as)(?![a-z]))(?! (?:[a-z'’-]+ ){1,4}(?:through|under|into|up|out|off|aside|back|to work|to use|to rest|together|forward|online|in place|on hold)(?![a-z])| (?:in|on|up|down|off)(?![a-z]))/y,
  ],
  ['think', /(?! tanks?(?![a-z]))/y],
  ['thought', /(?! experiment)/y],
  ['projects', /(?<=(?:un|imf|oecd|bank|agency|department|office|institute) projects)/y],
  [
    'recalled',
    /(?! (?:(?:about|nearly|some|over|more than|almost) )?[\d,.]+[a-z]?(?![\d%])| (?:all|its|every)(?![a-z]))/y,
  ],
  [
    'logged counted recorded identified documented lists listed',
    /(?<=(?:database|tracker|review|census|register|audit|index|inquiry|tally|report|survey|study|watchdog|observatory|bureau|monitor|institute|agency|ministry) [a-z]+)/y,
  ],
  ['counters countered', /(?! (?:the|a|an|its)(?![a-z]))/y],
  ['objects objected', /(?= (?:that|to))/y],
  ['comments commented', /(?! on)/y],
  ['disputes disputed', /(?= that\.)/y],
  ['explains', /(?= that |[,.:;”"])/y],
  ['write note warn claim insist predict estimate', /(?=[,.:;”"])/y],
  ['warn', /(?= of )/y],
  ['links linked', /(?= [a-z’' -]{3,60} (?:to|with) (?:an? |about )?[$€£]?\d)/y],
  ['caution add', /(?=[,.:;”"])/y],
  [
    'cut cuts raised raises lowered lowers lifted trimmed slashed revised downgraded upgraded',
    /(?= (?:its|his|her|their) (?:[a-z0-9’'-]+ ){0,4}(?:forecast|estimate|outlook|projection|guidance)s?(?![a-z]))/y,
  ],
  ['measured', /(?= (?:an?|the|its) [a-z -]{2,50} (?:of|at) (?:only |just |about )?[$€£]?\d)/y],
  ['show reveal say find warn', /(?<=(?<![a-z])will [a-z]+)/y],
]

/** By verb, what may stand around it. */
const VERBS = new Map<string, RegExp[]>()
for (const [verbs, around] of BESIDE)
  for (const verb of verbs.trim().split(/\s+/)) {
    const known = VERBS.get(verb)
    if (known) known.push(around)
    else VERBS.set(verb, [around])
  }

/** Every form of these verbs, by its first word. */
export const SAYING_WORDS: readonly string[] = [...VERBS.keys()]

/** Where the verb of saying ends that begins with the word between two offsets; -1 when it is none there. */
export function endOfSaying(words: string, start: number, end: number): number {
  for (const around of VERBS.get(words.slice(start, end)) ?? []) {
    around.lastIndex = end
    if (around.test(words)) return around.lastIndex
  }
  return -1
}
