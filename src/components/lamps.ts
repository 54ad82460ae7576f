import type { Finding } from '../core/model/finding.ts'
import { languageLamps } from '../core/publish/view-finding.ts'
import { editionOf } from '../i18n/index.ts'
import { classes, type Html, html } from './html.ts'
import { remember } from './remember.ts'
import type { View } from './view.ts'

/** Three lamps, one a language: lit where a finding is carried, so that a blind spot shows at a glance. */
export function lamps(finding: Finding, { t }: Pick<View, 't'>): Html {
  const all = languageLamps(finding)
  return remember(t, all.map(({ isCovered }) => (isCovered ? '1' : '0')).join(''), () => draw(all, t))
}

function draw(all: ReturnType<typeof languageLamps>, t: View['t']): Html {
  const names = all.filter(({ isCovered }) => isCovered).map(({ lang }) => t(`lang.${lang}`))
  const label = t('finding.carriedIn', { langs: names.join(t('list.comma')) })
  const shown = all.map(
    ({ lang, isCovered }) =>
      html`<span${classes('lamp', isCovered && 'lit')} aria-hidden="true" lang="${lang}">${editionOf(lang).short}</span>`,
  )
  return html`<span class="lamps" role="img" aria-label="${label}">${shown}</span>`
}
