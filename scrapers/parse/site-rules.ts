/** Where one site keeps the text of its articles, for sites that the general readers get wrong. Sorted by host. */
export interface SiteRule {
  /** Host name, exact or with a dot before it for all hosts below. */
  host: string
  /** CSS selector of the element or elements that hold the text. */
  body?: string
  /** Elements inside them that are not text. */
  remove?: string
}

/** Confirmed on pages of the site; a rule that no longer matches is passed over, and the general readers go on. */
const RULES: SiteRule[] = [
  { host: 'arxiv.org', body: 'blockquote.abstract', remove: '.descriptor' },
  { host: 'mp.weixin.qq.com', body: '#js_content' },
]

export function findSiteRule(url: string | undefined): SiteRule | undefined {
  const host = URL.parse(url ?? '')?.hostname
  return host === undefined
    ? undefined
    : RULES.find((rule) => rule.host === host || (rule.host.startsWith('.') && host.endsWith(rule.host)))
}
