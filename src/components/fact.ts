import { type Html, html } from './html.ts'

/** One line of a card's list of facts. */
export const fact = (name: string, value: Html | string | number): Html =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`
