import type { Lang } from '../core/model/lang.ts'
import type { Words } from '../core/publish/view-finding.ts'
import { attribute, classes, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Words of a record, isolated from the direction of what surrounds them and marked with their language. */
export const bdi = (words: Words, name?: string): Html =>
  html`<bdi${classes(name)}${attribute('lang', words.lang)}>${words.text}</bdi>`

/** ` lang="…"` where a record's language is not the edition's. */
export const foreign = (lang: Lang, view: Pick<View, 'lang'>): Html =>
  attribute('lang', lang === view.lang ? undefined : lang)
