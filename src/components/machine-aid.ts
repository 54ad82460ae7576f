import type { Article } from '../core/model/article.ts'
import { machineView } from '../core/publish/view-article.ts'
import { findingRow } from './finding-row.ts'
import { type Html, html } from './html.ts'
import { claimQuote } from './quote.ts'
import type { View } from './view.ts'

/** What a language model wrote about an article, under a heading that says so; nothing where the aid is off. */
export function machineAid(article: Article, view: View): Html | undefined {
  const { t, lang, corpus } = view
  const shown = machineView(article, corpus, lang)
  if (!shown) return undefined
  const { model, title, summary, quotes, findings } = shown
  const told = new Set<string>()
  return html`<section aria-labelledby="machine" data-nosnippet>
    <h2 id="machine">${t('machine.heading')}</h2>
    <p class="note">${t('machine.note', { model })}</p>
    ${title && proposed(t('machine.title'), title)}
    ${summary && proposed(t('machine.summary'), summary)}
    ${quotes.length > 0 && html`<h3>${t('machine.claims')}</h3>`}
    ${quotes.map((quote) => claimQuote(quote, undefined, article, view, told))}
    ${findings.length > 0 && html`<h3>${t('machine.links')}</h3>`}
    ${findings.map((finding) => findingRow(finding, view))}
  </section>`
}

const proposed = (label: string, text: string): Html =>
  html`<div class="aid"><p class="aid-label">${label}</p><p>${text}</p></div>`
