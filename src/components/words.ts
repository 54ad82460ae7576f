import type { Finding } from '../core/model/finding.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Words } from '../core/publish/view-finding.ts'
import { formatValue } from '../core/publish/view-format.ts'
import { aboutFinding, findingTitle } from '../core/publish/view-title.ts'
import { attribute, classes, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Words of a record, isolated from the direction of what surrounds them and marked with their language. */
export const bdi = (words: Words, name?: string): Html =>
  html`<bdi${classes(name)}${attribute('lang', words.lang)}>${words.text}</bdi>`

/** ` lang="…"` where a record's language is not the edition's. */
export const foreign = (lang: Lang, view: Pick<View, 'lang'>): Html =>
  attribute('lang', lang === view.lang ? undefined : lang)

/** A finding's title as a line of text, its value in one piece; words of another language in it are marked as such. */
export function findingName(finding: Finding, { corpus, lang, t }: View): Html {
  const title = findingTitle(finding, corpus, lang, t)
  const { excerpt } = aboutFinding(finding, corpus, lang)
  const at = excerpt ? title.lastIndexOf(excerpt.text) : -1
  const own = at < 0 ? title : title.slice(0, at)
  const quoted =
    excerpt &&
    at >= 0 &&
    html`${excerpt.lang ? bdi(excerpt) : excerpt.text}${title.slice(at + excerpt.text.length)}`
  return html`<bdi>${keepWhole(own, formatValue(finding, lang, t))}${quoted}</bdi>`
}

/** Widest value that never parts, in Latin letters: wider ones would run off a narrow screen. */
const WIDEST_WHOLE = 20
const HAN = /\p{Script=Han}/gu

/** Whether a value could part at the end of a line, and fits one of a narrow screen. */
export const isKeptWhole = (value: string): boolean =>
  value.length + (value.match(HAN)?.length ?? 0) <= WIDEST_WHOLE && !/^[\p{Nd}.,%]+$/u.test(value)

/** A line of text in which a number is not parted from its unit. */
export function keepWhole(text: string, value: string): Html {
  const at = text.lastIndexOf(value)
  if (at < 0 || !isKeptWhole(value)) return html`${text}`
  return html`${text.slice(0, at)}<span class="whole">${value}</span>${text.slice(at + value.length)}`
}
