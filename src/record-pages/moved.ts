import { findingRow } from '../components/finding-row.ts'
import { html } from '../components/html.ts'
import type { View } from '../components/view.ts'
import type { Corpus } from '../core/publish/view-corpus.ts'
import type { Page } from '../layouts/page.ts'

/** Where a finding's old address leads after a merge or split: an address that we once printed never dies. */
export function movedPage({ id, to }: Corpus['redirects'][number], view: View): Page {
  const { t, href, corpus } = view
  const targets = to.flatMap((target) => corpus.finding.get(target) ?? [])
  const title = t('redirect.title')
  const only = targets.length === 1 && targets[0]!
  return {
    path: `findings/${id}/`,
    title,
    description: t('redirect.text'),
    noIndex: true,
    crumbs: [{ name: t('nav.findings'), path: 'findings/' }, { name: title }],
    head: only
      ? html`<meta http-equiv="refresh" content="4; url=${href(`findings/${only.id}/`)}" />`
      : undefined,
    main: html`<h1>${title}</h1>
      <p class="standfirst">${t('redirect.text')}</p>
      ${targets.map((finding) => findingRow(finding, view, 'h2'))}`,
  }
}
