/** Parameters that only follow readers around. From the lists of Miniflux and of the browsers' tracking protection. */
const TRACKING =
  /^(utm_.+|at_(medium|campaign|custom\d?|link.*|format|bbc_team)|mtm_.+|pk_(campaign|kwd|source|medium)|_?hs(enc|mi|ctatracking)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igsh(id)?|mc_(cid|eid)|ml_subscriber(_hash)?|mkt_tok|oly_(anon|enc)_id|rb_clickid|s_cid|spm|scm|vero_(conv|id)|wickedid|__s|_openstat|ref_(src|url)|cmpid|ocid|share_(token|source|medium|plat|tag|from|session_id|times)|from_?source|chksm|sharer_\w+|scene|subscene|clicktime|enterid|ascene|devicetype|nettype|abtest_cookie|lang_detect|exportkey|pass_ticket|wx_header)$/i

const ARCHIVED = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/
const CACHED = /^\/c\/(s\/)?([^/]+\.[^/]+\/.*)$/

/**
 * The one form of an address under which we know a page: absolute, http(s), host in lower case, without user, default port,
 * fragment and tracking parameters; the wrapper of web archives and AMP caches taken off. Undefined for anything else.
 * Idempotent.
 */
export function normalizeUrl(raw: string, base?: string): string | undefined {
  const url = toHttpUrl(raw, base)
  if (!url) return undefined
  const { hostname } = url
  const archived = hostname === 'web.archive.org' ? ARCHIVED.exec(url.pathname)?.[1] : undefined
  if (archived) return normalizeUrl(archived.replace(/^(https?:)\/(?!\/)/, '$1//') + url.search)
  const cached = hostname.endsWith('.cdn.ampproject.org') ? CACHED.exec(url.pathname) : undefined
  if (cached) return normalizeUrl(`${cached[1] ? 'https' : 'http'}://${cached[2]}${url.search}`)
  // setting it parses the whole address again
  if (url.href.includes('#')) url.hash = ''
  dropTracking(url)
  return url.href
}

/** The absolute http(s) address, otherwise as written; undefined for javascript:, data:, relative ones without base and rubbish. */
export function resolveUrl(raw: string, base?: string): string | undefined {
  return toHttpUrl(raw, base)?.href
}

function toHttpUrl(raw: string, base?: string): URL | undefined {
  const trimmed = raw.trim().replace(/[\t\r\n]/g, '')
  if (trimmed === '' || trimmed.length > 8192) return undefined
  const url = URL.parse(trimmed, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined
  // setting either parses the whole address again
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  return url
}

function dropTracking(url: URL): void {
  if (url.search === '') return
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
  // rebuilt from the text, because URLSearchParams would rewrite the escapes of what stays
  url.search = kept.join('&')
}
