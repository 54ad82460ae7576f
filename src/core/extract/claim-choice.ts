import type { ClaimSentence } from './claim-features.ts'
import { CLAIM_KINDS } from './claim-vocabulary.ts'
import { TermSet } from './terms.ts'

/** A sentence with its log odds of being a claim. */
export interface Scored {
  sentence: ClaimSentence
  score: number
}

/** A document of any length asserts few things that matter; the rest is found by its figures. */
const MOST_CLAIMS = 12
/** Log odds below which a sentence is a claim only where the document has few better ones. */
const LEAST_SCORE = -1.2
const FEW = 5
/** Below this, a sentence without any word that claims something is none at all. */
const NO_CLAIM = -1.5
/** Only the best sentences are compared with each other, so that the time stays linear. */
const CANDIDATES = 20
/** Log odds lost for each claim already taken from the same paragraph: five claims should not come from one place. */
const SAME_BLOCK = 0.25
/** Share of a sentence's terms that another one has, above which the two say the same (title, summary and body repeat). */
const SAME_TERMS = 0.6

/** Takes the best sentence, then the best of what is left that says something else, and so on. */
export function chooseClaims(
  sentences: ClaimSentence[],
  score: (sentence: ClaimSentence) => number,
): Scored[] {
  let left = sentences
    .map((sentence) => ({ sentence, score: score(sentence) }))
    .filter((scored) => scored.score >= NO_CLAIM || (scored.sentence.kinds & CLAIM_KINDS) !== 0)
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start)
    .slice(0, CANDIDATES)
  const chosen: Scored[] = []
  while (left.length > 0 && chosen.length < MOST_CLAIMS) {
    const best = left.reduce((a, b) => (b.score > a.score ? b : a))
    if (best.score < LEAST_SCORE && chosen.length >= FEW) break
    chosen.push(best)
    const { terms, block } = best.sentence
    ofBest.refill(terms)
    left = left.filter((other) => other !== best && !saysTheSame(other.sentence.terms, terms.length))
    for (const other of left) if (other.sentence.block === block) other.score -= SAME_BLOCK
  }
  return chosen
}

/** The terms of the sentence chosen last. */
const ofBest = new TermSet()

function saysTheSame(terms: readonly number[], ofBestCount: number): boolean {
  return ofBest.hasOf(terms, SAME_TERMS * Math.max(1, Math.min(terms.length, ofBestCount)))
}
