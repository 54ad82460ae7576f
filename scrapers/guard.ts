import { lookup as lookupName } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { Agent, buildConnector, type Dispatcher } from 'undici'
import { SourceError } from './error.ts'

/** All addresses of a host name; injected so that tests can play a hostile resolver. */
export type Lookup = (hostname: string) => Promise<{ address: string }[]>

interface GuardOptions {
  /**
   * Hosts that the operator allows by name although they are not public or use an odd port: `localhost`,
   * `127.0.0.1:4321`. Without a port every port of that host is allowed.
   */
  allow?: string[]
  lookup?: Lookup
  /** Longest wait for a connection, in milliseconds. */
  connectTimeoutMs?: number
}

/** Keeps requests to the public internet: checks an address as written, and again when its name has been resolved. */
export interface Guard {
  /** The address without credentials and fragment; one that may not be requested throws. */
  check(url: string): URL
  /** Sends requests, one connection a host, to the very addresses that were checked. */
  dispatcher: Dispatcher
}

/** The SSRF guard. undici asks no `lookup` for IP literals, so both the address as written and the resolved one are checked. */
export function openGuard({ allow = [], lookup, connectTimeoutMs = 10_000 }: GuardOptions = {}): Guard {
  const isAllowed = (host: string, port: string) => allow.includes(host) || allow.includes(`${host}:${port}`)
  const resolve = lookup ?? ((hostname: string) => lookupName(hostname, { all: true }))
  // HTTP/1.1 only: one connection then means one request at a time.
  const connect = buildConnector({ timeout: connectTimeoutMs, allowH2: false })

  const connectToChecked: buildConnector.connector = (options, callback) => {
    const host = unbracket(options.hostname)
    const port = options.port || (options.protocol === 'https:' ? '443' : '80')
    resolveChecked(host, isAllowed(options.hostname, port), resolve).then(
      (address) => connect({ ...options, hostname: address, servername: serverName(host) }, callback),
      (error: Error) => callback(error, null),
    )
  }

  return {
    dispatcher: new Agent({ connect: connectToChecked, connections: 1, pipelining: 1 }),
    check: (text) => {
      const url = parseUrl(text)
      const port = url.port || (url.protocol === 'https:' ? '443' : '80')
      if (isAllowed(url.hostname, port)) return url
      if (url.port !== '') throw refusal('port-refused', text, `port ${url.port} is not the scheme's own`)
      const host = unbracket(url.hostname)
      if (ipaddr.isValid(host) && !isPublic(host))
        throw refusal('address-refused', text, `${host} is not public`)
      return url
    },
  }
}

/** `2130706433`, `0x7f.1` and `127.1` become 127.0.0.1 in the URL parser, so that literals in all spellings are seen. */
function parseUrl(text: string): URL {
  // The URL parser silently removes these, so that `http://a/\r\nX: y` would become another address.
  if (/[\u0000-\u001f\u007f]/.test(text)) throw refusal('url-refused', text, 'it holds control characters')
  const url = URL.parse(text)
  if (!url) throw refusal('url-refused', text, 'it is not an absolute URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refusal('url-refused', text, `${url.protocol} is not http(s)`)
  }
  // Each setter parses the address anew.
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  if (url.hash !== '') url.hash = ''
  return url
}

/**
 * Resolves a name once and gives the address to connect to, so that no second answer of the resolver can differ (DNS
 * rebinding). A name with any address that is not public is refused: mixed answers are how such attacks begin.
 */
async function resolveChecked(host: string, isAllowed: boolean, resolve: Lookup): Promise<string> {
  const addresses = ipaddr.isValid(host) ? [host] : (await resolve(host)).map(({ address }) => address)
  const refused = isAllowed ? undefined : addresses.find((address) => !isPublic(address))
  if (refused !== undefined)
    throw refusal('address-refused', host, `it resolves to ${refused}, which is not public`)
  if (addresses[0] === undefined) throw new SourceError('connection-failed', `${host} has no address`)
  return addresses[0]
}

/** Unwraps IPv4 in IPv6; everything but unicast (private, CGNAT, link-local, NAT64, 6to4, documentation…) is not public. */
const isPublic = (address: string) => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

const unbracket = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/** TLS sends no name for an address. */
const serverName = (host: string) => (ipaddr.isValid(host) ? '' : host)

const refusal = (code: 'address-refused' | 'port-refused' | 'url-refused', url: string, reason: string) =>
  new SourceError(
    code,
    `${JSON.stringify(url)} is refused: ${reason}; allow it with --allow-host if it is yours`,
    { url },
  )
