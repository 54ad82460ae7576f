/** English verbs as the end of a noun phrase, for text without a parser. Folded text. */

/** Verbs whose forms name nothing, so that one behind a noun begins a predicate. Base forms, sorted. */
const ENGLISH_VERBS =
  'achieve adapt adopt affect allow announce appear apply argue assess assume become begin behave believe belong bring build calculate carry cause choose claim classify come comply comprise confirm consider consist contain continue convince create decide decline decrease define deliver demonstrate deny describe detect determine develop differ discover discuss earn elicit emerge employ enable encourage ensure enter establish evade evaluate exceed exhibit exist expand expect explain explore express fail fall find follow gain generate get give go grow handle happen hide hold identify ignore illustrate imagine imply improve include increase indicate infer inform insist introduce investigate involve keep know lack lead learn leave let lie lose maintain make mean meet mention need obtain observe occur operate outperform perform persist predict prefer prevent prioritize produce propose protect prove provide publish pursue raise reach realize receive recognize recommend reduce refer refuse reject rely remain remove replace represent require resist respond retain reveal say seem sell send serve show solve spend stand start struggle submit succeed suggest surpass take tell tend think threaten try turn understand undergo urge use validate vary want warn write yield'.split(
    ' ',
  )
/** `method achieves`: a form of such a verb behind a word. */
export const ENGLISH_PREDICATE = new RegExp(
  `(?<=[a-z0-9'’)] )(?:${ENGLISH_VERBS.flatMap((verb) => formsOf(verb)).join('|')})(?![a-z'’-])`,
  'g',
)

/** fined, surveyed: a past form behind a noun; behind a determiner or an adverb it belongs to the noun (labeled prompts). */
export const ENGLISH_PAST =
  /(?<=(?:[a-z]{3,}|\d|(?<![a-z])(?:ai|eu|uk|us|un))(?<!(?:ly|the|its|their|our|his|her|all|an|more|most|newly)) )[a-z]{2,}[^e\W]ed(?![a-z'’-])/g

/** achieves, achieved; tries, tried; irregular pasts stand in clause-words.ts. */
function formsOf(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`]
  return [
    /(?:[sxz]|[cs]h|o)$/.test(verb) ? `${verb}es` : `${verb}s`,
    verb.endsWith('e') ? `${verb}d` : `${verb}ed`,
  ]
}

/** `small firms use AI`: a bare verb behind a plural. */
export const ENGLISH_BARE = new RegExp(
  `(?<=(?:[a-z]{2}(?<!ss|us|is)s|(?<![a-z])(?:wo)?men|people|children) )(?:${[...ENGLISH_VERBS, 'use', 'plan', 'report', 'support', 'oppose', 'trust', 'fear', 'have', 'cite', 'save', 'pay', 'own', 'drive', 'buy', 'win', 'offer', 'hire', 'score', 'play', 'skip', 'draw', 'sleep', 'wear', 'add', 'oversee', 'override', 'spot', 'check'].join('|')})(?![a-z'’-])`,
  'g',
)

/** Forms that are verbs by their ending or by themselves. */
export const ENGLISH_VERB =
  /(?<![a-z'’-])(?:[a-z]{3,}(?:ed|ing)|made|paid|lost|spent|won|took|gave|got|said|sent|built|ran|held|sold|bought|cut|put|set|broke|chose|drew|drove|fell|rose|grew|hit|kept|led|left|met|read|saw|shot|stole|taught|thought|told|wrote|slid|sank|shrank|swung|went|came|became|began|brought|caught|felt|fought|knew|stood|struck|threw|sought|slept|laid|lent|overtook|oversaw|underwent|withheld|withdrew|shed|supports?|agrees?|trusts?|opposes?|believes?|thinks?|wants?|prefers?|expects?|fears?|uses?|resists?|succeeds?|fails?|blackmails?)(?![a-z'’-])/g
