import type { Selected } from './selection.ts'

/** Shares of people who hold an opinion: `72% want AI to slow down`, 62%表示担心AI. */

/** What those asked are said to be: `51% are somewhat worried`. */
const STATES =
  'afraid|angry|anxious|aware|certain|comfortable|concerned|confident|content|convinced|excited|familiar|fearful|hesitant|hopeful|nervous|open to|optimistic|pessimistic|ready|reluctant|satisfied|sceptical|skeptical|sure|uncertain|uncomfortable|undecided|uneasy|unsure|wary|willing|worried'
const HOW =
  'also|already|now|still|very|somewhat|extremely|highly|more|most|less|quite|fairly|either|deeply|not'
const VERBS =
  'felt|feel|thought|wanted|believed|supported|opposed|agreed|trusted|feared|worried|favou?red|expected|backed?|prefer(?:red)?|plan(?:ned)? to|intend(?:ed)? to|hoped?|reported|admitted|rated|said|say|believe|support|oppose|agree|think|want|trust|fear|worry|favou?r|expect|acknowledged?|anticipated?|cited?|disagreed?|doubt(?:ed)?|express(?:ed)?|predict(?:ed)?|report being|foresee'
/** Words before a state are at most three; to allow one more keeps V8 from writing the states out once for each of them. */
const ENGLISH = `(?:have|had|has) (?:never |already |also )?(?:used|tried|heard|seen|asked|lost|changed|stopped)|used?|told (?:us|researchers|pollsters|the)|would|(?:are|were|remain) (?:(?:${HOW}) ){0,4}(?:${STATES})|(?:do|did|could|can) not|(?:do|did|ca|could)n['’]t|cannot|${VERBS}`
const HAN =
  '支持|反对|认为|担心|担忧|同意|赞成|表示|相信|希望|愿意|不信任|信任|觉得|预计|预期|打算|不知道|不清楚|(?:曾经?|已|从未)?(?:用|使用|听|听说|试|接触|遇到|见|被问)过'
/** What follows a share whose holders go unnamed. */
const OPINION = new RegExp(`^\\s?(?:的人)?(?:${HAN}| (?:${ENGLISH})s?(?![a-z]))`)
const LONGEST = 48

/** `85% support the plan`: what is approved of may be what the share is about. */
const APPROVES = / (?:support|oppose|agree|favou?r|back|trust)|支持|反对|同意|赞成|信任/

/** What those who can be asked are called. */
export const PEOPLE =
  /(?:人|者|民|生|师|员|专家|家长|受访|网友|用户|众|族|家庭|女性|男性|女生|青年|少年|公司|企业|机构|学校|adults|teens|teenagers|pupils|children|women|men|customers|scientists|academics|professors|authors|officials|universities|schools|startups|people|respondents|voters|workers|americans|citizens|students|teachers|parents|experts|researchers|participants|users|residents|consumers|employees|leaders|executives|engineers|developers|managers|founders|lawyers|doctors|nurses|physicians|journalists|members|parents|patients|companies|firms|businesses|organi[sz]ations|employers|tenants|drivers|graduates|adolescents|households|staff|clinicians|gps|therapists|retailers|shoppers|seniors|undergraduates|investors|economists|specialists|professionals|designers|programmers|coders|artists|writers|musicians|creators|recruiters|ceos|cfos|directors|bosses|marketers|smes|millennials|youths?|gamers|the public|brits|britons|germans|[a-z]{2,}(?:ians|icans|eans))$/

type Share = Pick<Selected, 'quantity'>

const opinionOf = (folded: string, { quantity: { end } }: Share) =>
  OPINION.exec(folded.slice(end, end + LONGEST))

/** Whether a verb of opinion follows a figure directly. */
export const holdsOpinion = (folded: string, one: Share): boolean => opinionOf(folded, one) !== null

/** Whether they who hold it approve of something, which the share may be about. */
export const approves = (folded: string, one: Share): boolean =>
  APPROVES.test(opinionOf(folded, one)?.[0] ?? '')

/**
 * Where what is held begins, behind a share whose holders go unnamed: what stands there is what they think of, and not whom
 * the share is of. Infinity for other figures, and for those who approve of something.
 */
export function startOfOpinion(folded: string, one: Share): number {
  const { unit, end } = one.quantity
  const verb = unit === 'percent' || unit === 'fraction' ? opinionOf(folded, one) : null
  return verb && !APPROVES.test(verb[0])
    ? end + (/^ [a-z]/.test(verb[0]) ? 0 : verb[0].length)
    : Number.POSITIVE_INFINITY
}
