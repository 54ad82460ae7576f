import { type Page, pageNumbers, pageParam } from '../core/publish/view-page.ts'
import { attribute, type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Links to the pages of a list whose address below the edition is `base` (`findings/`). */
export function pager({ number, last }: Page<unknown>, base: string, { t, href }: View): Html | undefined {
  if (last < 2) return undefined
  const to = (page: number) => href(`${base}${pageParam(page) ? `${pageParam(page)}/` : ''}`)
  const links = pageNumbers(number, last).map((page) =>
    page === 0
      ? html`<li><span aria-hidden="true">…</span></li>`
      : html`<li><a href="${to(page)}"${attribute('aria-current', page === number && 'page')}>${page}</a></li>`,
  )
  return html`<nav class="pager" aria-label="${t('pager.label')}">
    ${number > 1 && html`<a rel="prev" href="${to(number - 1)}">${t('pager.previous')}</a>`}
    <ol>${links}</ol>
    ${number < last && html`<a rel="next" href="${to(number + 1)}">${t('pager.next')}</a>`}
  </nav>`
}
