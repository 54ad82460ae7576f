import { FEATURES, type Feature, type FeatureValues } from './claim-features.ts'

/**
 * What each feature adds, in log odds that a reader would name the sentence among the five that state the findings.
 * Fitted by logistic regression on the key sentences of ../shared/eval/figures (test/eval/fit-claims.ts prints them, with
 * the recall on documents left out), then rounded.
 */
const WEIGHTS: Partial<Record<Feature, number>> = {
  figures: 0.8,
  percent: 0.6,
  result: 0.8,
  attribution: 0.4,
  firstPerson: 0.9,
  strength: 0.5,
  recommendation: -0.3,
  entities: 1.3,
  title: 0.9,
  lead: -0.5,
  late: -0.6,
  short: -0.4,
  question: -0.8,
  hedgedIntro: -0.8,
  table: -0.5,
  dangling: -0.3,
  boilerplate: -1.5,
  heading: -1,
}
const BIAS = -3

/** Check-worthiness from 0 to 1: the logistic function of the weighted features. */
export function scoreClaim(features: FeatureValues): number {
  let sum = BIAS
  for (const feature of FEATURES) sum += (WEIGHTS[feature] ?? 0) * features[feature]
  return Math.round((1e4 / (1 + Math.exp(-sum))) as number) / 1e4
}
