import type { Finding } from '../core/model/finding.ts'
import type { Lang } from '../core/model/lang.ts'
import type { Words } from '../core/publish/view-finding.ts'
import { aboutFinding, findingTitle } from '../core/publish/view-title.ts'
import { attribute, classes, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Words of a record, isolated from the direction of what surrounds them and marked with their language. */
export const bdi = (words: Words, name?: string): Html =>
  html`<bdi${classes(name)}${attribute('lang', words.lang)}>${words.text}</bdi>`

/** ` lang="…"` where a record's language is not the edition's. */
export const foreign = (lang: Lang, view: Pick<View, 'lang'>): Html =>
  attribute('lang', lang === view.lang ? undefined : lang)

/** A finding's title as a line of text; words of another language in it are marked as such. */
export function findingName(finding: Finding, { corpus, lang, t }: View): Html {
  const title = findingTitle(finding, corpus, lang, t)
  const { excerpt } = aboutFinding(finding, corpus, lang)
  const at = excerpt?.lang ? title.lastIndexOf(excerpt.text) : -1
  if (!excerpt || at < 0) return html`<bdi>${title}</bdi>`
  return html`<bdi>${title.slice(0, at)}${bdi(excerpt)}${title.slice(at + excerpt.text.length)}</bdi>`
}
