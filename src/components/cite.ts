import {
  CITATION_FORMS,
  type CitationForm,
  type CitedWork,
  citeInWords,
  citeItem,
} from '../core/publish/cite.ts'
import type { CslItem } from '../core/publish/cite-model.ts'
import { citeOwn } from '../core/publish/cite-own.ts'
import { buildCoins } from '../core/publish/coins.ts'
import { attribute, escapeHtml, type Html, html, trusted } from './html.ts'
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
  const url = view.absolute(view.href(path))
  const record = { id, title, url, date, lang }
  const forms = { ...citeOwn(record, escapeHtml), plain: escapeHtml(citeInWords(record, t)) }
  return html`<section class="cite" aria-labelledby="cite" data-copy="${t('cite.copy')}" data-copied="${t('cite.copied')}">
    <h2 id="cite">${t(source ? 'cite.source' : 'cite.title')}</h2>
    ${source && citeSource(source, view)}
    ${printForms(forms, lang, view)}
    <div data-cite><p class="cite-form">${t('cite.address')}</p><a href="${url}" data-text>${url}</a></div>
  </section>`
}

function citeSource(source: CitedWork, view: View): Html {
  const { forms, coins } = formsOf(source.item)
  const plain = escapeHtml(source.plain)
  return html`${source.producer && html`<p>${view.t('cite.producer', { name: source.producer })}</p>`}
    ${printForms({ ...forms, plain }, source.item.language, view)}
    <span class="Z3988" title="${coins}"></span>
    <h3>${view.t('cite.title')}</h3>`
}

/** A work's citations as markup. */
type Forms = Record<CitationForm, string>

/** What of a work's citations is the same in all editions. */
interface Shared {
  /** The plain sentence is the edition's own. */
  forms: Forms
  coins: Html
}

/** A work is cited on its own page, on those of its figures and on those of the findings that they belong to. */
const known = new WeakMap<CslItem, Shared>()

function formsOf(item: CslItem): Shared {
  let found = known.get(item)
  if (!found) {
    const forms = citeItem({ item, plain: '' })
    for (const form of CITATION_FORMS) forms[form] = escapeHtml(forms[form])
    known.set(item, (found = { forms, coins: html`${buildCoins(item)}` }))
  }
  return found
}

/** Forms that people read, shown at sight; those for programs are folded away. */
const READ = CITATION_FORMS.slice(0, 4)
const MACHINE = CITATION_FORMS.slice(4)

/** The markup around the forms, by edition and language of the work. */
const frames = new WeakMap<View['t'], Map<string, string[]>>()

function printForms(forms: Forms, language: string | undefined, { t, lang }: View): Html {
  const key = language === lang ? '' : (language ?? '')
  let known = frames.get(t)
  if (!known) frames.set(t, (known = new Map()))
  let frame = known.get(key)
  if (!frame) known.set(key, (frame = buildFrame(attribute('lang', key || undefined), t)))
  let text = frame[0]!
  for (let index = 0; index < CITATION_FORMS.length; index++)
    text += forms[CITATION_FORMS[index]!] + frame[index + 1]!
  return trusted(text)
}

/** Before, between and after the forms, in their order. */
function buildFrame(other: Html, t: View['t']): string[] {
  const mark = trusted('\0')
  const read = READ.map(
    (form) =>
      html`<div data-cite><dt>${t(`cite.${form}`)}</dt><dd${form !== 'plain' && other}><bdi data-text>${mark}</bdi></dd></div>`,
  )
  const machine = MACHINE.map(
    (form) =>
      html`<div data-cite><p class="cite-form">${t(`cite.${form}`)}</p><pre tabindex="0" data-text>${mark}</pre></div>`,
  )
  return html`<dl class="cite-forms">${read}</dl>
    <details>
      <summary>${MACHINE.map((form) => t(`cite.${form}`)).join(' · ')}</summary>
      ${machine}
    </details>`.text.split(mark.text)
}
