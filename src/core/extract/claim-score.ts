import { FEATURES, type Feature, type FeatureValues } from './claim-features.ts'

/**
 * What each feature adds, in log odds that a reader would name the sentence among the five that best state the findings.
 * Logistic regression on the key sentences of ../shared/eval/figures, rounded; `node test/eval/fit-claims.ts` fits them
 * again and prints the recall on documents left out (0.60; 0.64 on all).
 */
const WEIGHTS: Record<Feature, number> = {
  figures: 0.55,
  rareFigure: 0.8,
  percent: 0.95,
  result: 0.85,
  attribution: 0.35,
  firstPerson: 0.9,
  strength: 0.7,
  recommendation: -0.2,
  entities: 0.3,
  names: 0.6,
  title: 1.15,
  lead: 0.3,
  late: -0.6,
  question: -0.7,
  hedgedIntro: -0.7,
  // these two are rare in the gold set, so set by hand: an aim is not a result, and pages as they come have furniture
  purpose: -0.8,
  boilerplate: -1.5,
  blockquote: -0.3,
  table: -0.4,
  quoted: -0.2,
  dangling: -0.35,
  unfinished: -0.55,
  closesBlock: -0.2,
  // one interview in the gold set
  inTurn: -0.6,
  foreign: -0.7,
}
const BIAS = -2.5

/** Log odds that the sentence states a finding of its document. */
export function scoreClaim(features: FeatureValues): number {
  return FEATURES.reduce((sum, feature) => sum + WEIGHTS[feature] * features[feature], BIAS)
}

/** Log odds as a score from 0 to 1, in four digits. */
export function toScore(logOdds: number): number {
  return Math.round(1e4 / (1 + Math.exp(-logOdds))) / 1e4
}
