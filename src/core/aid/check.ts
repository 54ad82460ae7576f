import type { Matchers } from '../extract/matchers.ts'
import { buildQuote } from '../extract/quote.ts'
import { type Aid, type Proposal, proposalSchema } from '../model/aid.ts'
import type { Article } from '../model/article.ts'
import { LANGS, type Lang } from '../model/lang.ts'
import { HANS_ONLY, HANT_ONLY } from '../text/hans-table.ts'
import { splitSentences } from '../text/sentences.ts'
import { matchFigures, type Numbers, readNumbers } from './numbers.ts'
import type { Candidate } from './prompt.ts'

/** What is left of an answer, and how much of it was dropped for which reason. */
export type Checked = Pick<Aid, 'titles' | 'summary' | 'claims' | 'links' | 'dropped'>

/** Code points; titles and sentences of newspapers stay far below. */
const LONGEST = { title: 240, summary: 700 }
const MOST_CLAIMS = 5
const MOST_LINKS = 20

/**
 * Takes from a model's answer what holds: quotes that are whole sentences of the text, numbers that are the record's, text in the
 * language that it claims, ids that were offered. The rest is dropped and counted; nothing is mended.
 */
export function checkAnswer(
  answer: string,
  { article, text, candidates }: { article: Article; text: string; candidates: Candidate[] },
  matchers: Matchers,
): Checked {
  const dropped: Record<string, number> = {}
  const drop = (reason: string) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1
    return undefined
  }
  const proposal = parseAnswer(answer)
  if (!proposal) drop('schema')
  const { titles = {}, summary, claims = [], links = [] } = proposal ?? {}
  const numbers = readNumbers(`${article.title}\n${text}`, article.figures)
  const summaries = summary && checkSummary(summary, numbers, matchers, drop)
  return {
    titles: checkTitles(titles, article, numbers, matchers, drop),
    ...(summaries && { summary: summaries }),
    claims: checkClaims(claims, article, text, drop),
    links: checkLinks(links, candidates, drop),
    dropped,
  }
}

type Drop = (reason: string) => undefined

/** JSON, also between the fences that many models put around it. */
function parseAnswer(answer: string): Proposal | undefined {
  const json = /^\s*```(?:json)?\n([\s\S]*)\n```\s*$/.exec(answer)?.[1] ?? answer
  try {
    return proposalSchema.safeParse(JSON.parse(json)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function checkTitles(
  titles: Proposal['titles'],
  article: Article,
  numbers: Numbers,
  matchers: Matchers,
  drop: Drop,
): Aid['titles'] {
  const kept: Aid['titles'] = {}
  for (const lang of LANGS) {
    const title = titles[lang]?.trim()
    if (title === undefined || lang === article.lang) continue
    const problem = title.includes('\n') ? 'shape' : findProblem(title, lang, LONGEST.title)
    if (problem) drop(`title-${problem}`)
    else if (!matchFigures(title, numbers, matchers)) drop('title-number')
    else kept[lang] = title
  }
  return kept
}

/** All three or none: editions that show different summaries, or different figures, would disagree. */
function checkSummary(
  summary: NonNullable<Proposal['summary']>,
  numbers: Numbers,
  matchers: Matchers,
  drop: Drop,
): Aid['summary'] {
  const figures = new Set<string>()
  const kept = {} as NonNullable<Aid['summary']>
  for (const lang of LANGS) {
    const text = summary[lang].trim()
    const problem = findProblem(text, lang, LONGEST.summary)
    if (problem) return drop(`summary-${problem}`)
    if (text.includes('\n') || splitSentences(text).length !== 2) return drop('summary-shape')
    const found = matchFigures(text, numbers, matchers)
    if (!found) return drop('summary-number')
    figures.add(found.join('\n'))
    kept[lang] = text
  }
  return figures.size === 1 ? kept : drop('summary-editions-differ')
}

/** Addresses, markup and invisible characters have no place in a sentence of ours. */
const FOREIGN =
  /https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|cn|example)\b|[<>{}`\\]|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/iu
const hansOnly = new Set(HANS_ONLY)
const hantOnly = new Set(HANT_ONLY)

function findProblem(text: string, lang: Lang, longest: number): string | undefined {
  if (text === '' || [...text].length > longest) return 'shape'
  if (FOREIGN.test(text)) return 'foreign'
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  // Chinese titles are full of Latin names: `Anthropic Claude Opus 4 勒索`.
  const isChinese = han >= 2 && han * 2 >= words
  if (lang === 'en' ? han > 0 : !isChinese) return 'language'
  const others = lang === 'zh-Hans' ? hantOnly : hansOnly
  return isChinese && [...text].some((char) => others.has(char)) ? 'language' : undefined
}

/** Whole sentences only: a part of one can say the opposite of the whole. */
function checkClaims(claims: string[], article: Article, text: string, drop: Drop): Aid['claims'] {
  const sentences = splitSentences(text)
  const known = new Set(article.claims.map(({ quote }) => quote.exact))
  const kept: Aid['claims'] = []
  for (const exact of new Set(claims)) {
    const start = text.indexOf(exact)
    const end = start + exact.length
    const isWhole =
      sentences.some((sentence) => sentence.start === start) &&
      sentences.some((sentence) => sentence.end === end)
    const quote = start >= 0 && isWhole ? buildQuote(text, start, end) : undefined
    if (start < 0) drop('claim-not-verbatim')
    else if (!quote) drop('claim-not-a-sentence')
    else if (known.has(exact)) drop('claim-known')
    else if (kept.length === MOST_CLAIMS) drop('claim-too-many')
    else kept.push({ quote })
  }
  return kept
}

function checkLinks(links: Proposal['links'], candidates: Candidate[], drop: Drop): Aid['links'] {
  const offered = new Map(candidates.map((one) => [`${one.figureId} ${one.findingId}`, one]))
  const kept: Aid['links'] = []
  for (const { figure, finding } of links) {
    const candidate = offered.get(`${figure} ${finding}`)
    offered.delete(`${figure} ${finding}`)
    if (!candidate || kept.length === MOST_LINKS) drop('link-not-offered')
    else kept.push({ figureId: candidate.figureId, findingId: candidate.findingId })
  }
  return kept
}
