import { FEATURES, type Feature, type FeatureValues } from './claim-features.ts'

/**
 * What each feature adds, in log odds that a reader would name the sentence among the five that best state the findings.
 * Logistic regression, rounded: the mean of a fit on the gold set of ../shared/eval alone and of one on all annotated articles, which
 * `node test/eval/fit-claims.ts` makes again; it prints the recall on documents left out (0.61; 0.63 on all).
 */
const WEIGHTS: Record<Feature, number> = {
  figures: 0.78,
  rareFigure: 0.95,
  percent: 0.8,
  result: 0.7,
  attribution: 0.22,
  firstPerson: 0.85,
  strength: 0.62,
  recommendation: -0.23,
  entities: 0.05,
  names: 0.53,
  title: 1.48,
  lead: 0.35,
  late: -0.45,
  question: -0.72,
  hedgedIntro: -0.57,
  // these two are rare in the gold set, so set by hand: an aim is not a result, and pages as they come have furniture
  purpose: -0.8,
  boilerplate: -1.5,
  blockquote: -0.1,
  table: -0.38,
  quoted: -0.2,
  dangling: -0.38,
  unfinished: -0.65,
  closesBlock: -0.2,
  // one interview in the gold set
  inTurn: -0.55,
  foreign: -0.77,
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
