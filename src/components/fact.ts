import type { Labels } from '../core/publish/view-finding.ts'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'
import { bdi } from './words.ts'

/** One line of a card's list of facts. */
export const fact = (name: string, value: Html | string | number): Html =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** Whose the value is and what it measures, from the registry or as the text has it. */
export const labelFacts = ({ subject, metric }: Labels, { t }: View): Html =>
  html`${subject && fact(t('facts.subject'), bdi(subject))}${metric && fact(t('facts.metric'), bdi(metric))}`
