import type { Labels } from '../core/publish/view-finding.ts'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/** One line of a card's list of facts. */
export const fact = (name: string, value: Html | string | number): Html =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** Whose the value is and what it measures, as far as the registry knows it: the words of the text stand in the quote, uncut. */
export const labelFacts = ({ subject, metric }: Labels, { t }: View): Html =>
  html`${subject && !subject.isCut && fact(t('facts.subject'), bdi(subject))}${metric && !metric.isCut && fact(t('facts.metric'), bdi(metric))}`
