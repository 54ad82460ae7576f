import { CITATION_FORMS, type CitedWork, citeItem, citeRecord } from '../core/publish/cite.ts'
import type { CslItem } from '../core/publish/cite-model.ts'
import { buildCoins } from '../core/publish/coins.ts'
import { attribute, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** What is to be cited. */
export interface CiteFacts {
  /** Id of the record. */
  id: string
  title: string
  path: string
  /** When the record last changed. */
  date: string
  /** The work to credit first; absent where no article is held. */
  source?: CitedWork | undefined
}

/** How to cite the source of a figure and this record, in every form; the copy buttons are the only script. */
export function cite({ id, title, path, date, source }: CiteFacts, view: View): Html {
  const { t, lang } = view
  const address = view.absolute(view.href(path))
  const record = citeRecord({ id, title, url: address, date, lang }, t)
  return html`<section class="cite" aria-labelledby="cite" data-copy="${t('cite.copy')}" data-copied="${t('cite.copied')}">
    <h2 id="cite">${t(source ? 'cite.source' : 'cite.title')}</h2>
    ${source && citeSource(source, view)}
    ${citeForms(record, view, false)}
    <div data-cite><p class="cite-form">${t('cite.address')}</p><a href="${address}" data-text>${address}</a></div>
  </section>`
}

const citeSource = (source: CitedWork, view: View): Html =>
  html`${source.producer && html`<p>${view.t('cite.producer', { name: source.producer })}</p>`}
    ${citeForms(source, view, true)}
    <span class="Z3988" title="${coinsOf(source.item)}"></span>
    <h3>${view.t('cite.title')}</h3>`

/** The citations of a work as markup, apart from the sentence of the edition; the last work's are kept for its other pages. */
let last: { item: CslItem; forms: Record<string, Html>; coins: Html } | undefined

const coinsOf = (item: CslItem): Html => (last?.item === item ? last.coins : html`${buildCoins(item)}`)

function formsOf(work: CitedWork, isKept: boolean): Record<string, Html> {
  if (last?.item === work.item) return { ...last.forms, plain: html`${work.plain}` }
  const forms = Object.fromEntries(
    Object.entries(citeItem(work)).map(([form, text]) => [form, html`${text}`]),
  )
  if (isKept) last = { item: work.item, forms, coins: html`${buildCoins(work.item)}` }
  return forms
}

/** Forms that people read, shown at sight; those for programs are folded away. */
const READ = CITATION_FORMS.slice(0, 4)
const MACHINE = CITATION_FORMS.slice(4)

function citeForms(work: CitedWork, { t, lang }: View, isKept: boolean): Html {
  const citations = formsOf(work, isKept)
  const other = attribute('lang', work.item.language === lang ? undefined : work.item.language)
  const read = READ.map(
    (form) =>
      html`<div data-cite><dt>${t(`cite.${form}`)}</dt><dd${form !== 'plain' && other}><bdi data-text>${citations[form]}</bdi></dd></div>`,
  )
  const machine = MACHINE.map(
    (form) =>
      html`<div data-cite><p class="cite-form">${t(`cite.${form}`)}</p><pre tabindex="0" data-text>${citations[form]}</pre></div>`,
  )
  return html`<dl class="cite-forms">${read}</dl>
    <details>
      <summary>${MACHINE.map((form) => t(`cite.${form}`)).join(' · ')}</summary>
      ${machine}
    </details>`
}
