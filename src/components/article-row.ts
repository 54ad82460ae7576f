import type { Article } from '../core/model/article.ts'
import { formatDate, formatUndated } from '../core/publish/view-format.ts'
import { type Html, html, trusted } from './html.ts'
import { remember } from './remember.ts'
import type { View } from './view.ts'
import { foreign } from './words.ts'

/** One article in a list: its own title in its own language, outlet, date, number of figures. */
export function articleRow(article: Article, view: View, heading: 'h2' | 'h3' = 'h3'): Html {
  return remember(article, `${view.lang} ${heading}`, () => row(article, view, heading, true))
}

/** The same on the page of its outlet, which need not be named on every line, nor the language that it writes in. */
export const ownArticleRow = (article: Article, view: View): Html => row(article, view, 'h3', false)

function row(article: Article, view: View, heading: 'h2' | 'h3', isNamed: boolean): Html {
  const { t, lang, href, corpus } = view
  const { published } = article
  const count = article.figures.length
  const tag = trusted(heading)
  return html`<article class="item">
    <${tag} class="item-head"><a href="${href(`articles/${article.id}/`)}"${foreign(article.lang, view)}><bdi>${article.title}</bdi></a></${tag}>
    <p class="meta">
      ${isNamed && html`<span class="outlet">${corpus.source.get(article.sourceId)?.names[lang] ?? article.sourceId}</span>`}
      ${article.lang !== (isNamed ? lang : corpus.source.get(article.sourceId)?.lang) && html`<span>${t(`lang.${article.lang}`)}</span>`}
      ${published ? html`<time datetime="${published}">${formatDate(published, lang, 'short')}</time>` : html`<span>${formatUndated(article, t)}</span>`}
      ${count > 0 && html`<span>${t(count === 1 ? 'article.figures.one' : 'article.figures.many', { count })}</span>`}
    </p>
  </article>`
}
