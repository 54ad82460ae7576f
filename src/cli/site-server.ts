import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import sirv from 'sirv'

export interface SiteServer {
  url: string
  close(): Promise<void>
}

const gzipAsync = promisify(gzip)

/** Tried first, so that the address is the same from day to day. */
const USUAL_PORT = 4321
/** Feeds and data may be up to this old, in seconds; pages are asked again each time. */
const FEED_AGE_S = 1800

/** What a meta element cannot say, or browsers ignore there. */
const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  // Quoted words are not ours to license for training (IETF aipref draft; robots.txt checkers do not know the line yet).
  'Content-Usage': 'search=y, train-ai=n',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

const HTML = 'text/html; charset=utf-8'
/** Text, sent compressed where the browser takes it: type by the end of the path, the special ones first. */
const TEXT_TYPES: [RegExp, string][] = [
  [/feed\.json$/, 'application/feed+json; charset=utf-8'],
  [/atom\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/rss\.xml$/, 'application/rss+xml; charset=utf-8'],
  [/\.opml$/, 'text/x-opml; charset=utf-8'],
  [/\.jsonl$/, 'application/x-ndjson; charset=utf-8'],
  [/\.json$/, 'application/json; charset=utf-8'],
  [/\.xml$/, 'application/xml; charset=utf-8'],
  [/\.(txt|bib|ris)$/, 'text/plain; charset=utf-8'],
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/(\.html|\/)$/, HTML],
  [/\.css$/, 'text/css; charset=utf-8'],
  [/\.js$/, 'text/javascript; charset=utf-8'],
  [/\.svg$/, 'image/svg+xml'],
]
/** Below this a compressed answer is hardly smaller, in bytes. */
const LEAST_COMPRESSED = 1024

/** Serves a folder on loopback. Without a port: the usual one, or any free one when that is taken. */
export async function serveSite(directory: string, port?: number): Promise<SiteServer> {
  const server = createServer(handler(directory))
  await listen(server, port ?? USUAL_PORT).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || port !== undefined) throw error
    return listen(server, 0)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()))
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      done()
    })
  })
}

function handler(directory: string) {
  // `dev` looks at the disk on each request, so that a new build is seen without a restart.
  const files = sirv(directory, {
    dev: true,
    etag: false,
    setHeaders: (response, path) => setHeaders(response, path),
  })
  const tags = new Map<string, { mtimeMs: number; size: number; tag: string }>()
  return async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response)
    const path = decodePath(request.url)
    const file = path && locate(directory, path)
    if (path && file && !path.endsWith('/') && file.endsWith('index.html'))
      return redirect(response, `${path}/`)
    const tag = file ? await strongTag(file, tags) : undefined
    if (tag) response.setHeader('ETag', tag)
    if (tag && matches(request.headers['if-none-match'], tag)) {
      response.writeHead(304)
      return response.end()
    }
    if (file && tag && (await sendCompressed(file, path!, request, response))) return
    files(request, response, () => notFound(directory, path ?? '/', response))
  }
}

/** Sends text gzipped; false when it is not text, too small, asked for in parts, or the client takes no gzip. */
async function sendCompressed(
  file: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (!textType(path)) return false
  response.setHeader('Vary', 'Accept-Encoding')
  const isTaken = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (!isTaken || request.headers.range) return false
  const body = await readFile(file)
  if (body.length < LEAST_COMPRESSED) return false
  const packed = await gzipAsync(body, { level: 6 })
  setHeaders(response, path)
  response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length })
  response.end(request.method === 'HEAD' ? undefined : packed)
  return true
}

function decodePath(url = '/'): string | undefined {
  try {
    return decodeURI(new URL(url, 'http://127.0.0.1').pathname)
  } catch {
    return undefined // Malformed escapes name nothing; the 404 page answers.
  }
}

/** The file that a path stands for; never one outside the folder. */
function locate(directory: string, path: string): string | undefined {
  const whole = join(directory, path)
  if (whole !== directory && !whole.startsWith(directory + sep)) return undefined
  return [join(whole, 'index.html'), whole].find((file) => existsSync(file))
}

/** A hash of the bytes: two builds of the same records give the same tag. */
async function strongTag(file: string, tags: Map<string, { mtimeMs: number; size: number; tag: string }>) {
  const stats = await stat(file)
  if (!stats.isFile()) return undefined
  const known = tags.get(file)
  if (known && known.mtimeMs === stats.mtimeMs && known.size === stats.size) return known.tag
  const tag = `"${createHash('sha256')
    .update(await readFile(file))
    .digest('base64url')
    .slice(0, 22)}"`
  tags.set(file, { mtimeMs: stats.mtimeMs, size: stats.size, tag })
  return tag
}

const matches = (header: string | undefined, tag: string) =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))

function setHeaders(response: ServerResponse, path: string): void {
  const type = textType(path)
  if (type) response.setHeader('Content-Type', type)
  // Names below assets/ carry a hash of their content.
  if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  else if (type === HTML || !type) response.setHeader('Cache-Control', 'no-cache')
  else response.setHeader('Cache-Control', `public, max-age=${FEED_AGE_S}`)
}

const textType = (path: string) => TEXT_TYPES.find(([pattern]) => pattern.test(path))?.[1]

function refuse(response: ServerResponse): void {
  response.writeHead(405, { Allow: 'GET, HEAD' })
  response.end()
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: encodeURI(to) })
  response.end()
}

/** The edition's own page where the address is in one, else the trilingual one. */
async function notFound(directory: string, path: string, response: ServerResponse): Promise<void> {
  const edition = path.split('/')[1] ?? ''
  const own = /^[a-z-]+$/.test(edition) ? join(directory, edition, '404', 'index.html') : ''
  const file = existsSync(own) ? own : join(directory, '404.html')
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' })
  response.end(existsSync(file) ? await readFile(file) : 'Not found')
}
