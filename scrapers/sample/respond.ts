import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Reply } from './reply.ts'
import type { Fault } from './server.ts'

/** Sends a reply as a careful HTTP server would (validators, 304, gzip, HEAD), or breaks it as the fault says. */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  fault?: Fault,
): void {
  if (fault && breakReply(response, reply, fault)) return
  const headers: Record<string, string> = { 'content-type': reply.contentType, vary: 'accept-encoding' }
  if (reply.status === 200) {
    headers['etag'] = `"${createHash('sha256').update(reply.body).digest('hex').slice(0, 20)}"`
    if (reply.modified) headers['last-modified'] = reply.modified.toUTCString()
  }
  if (isUnchanged(request, headers)) {
    response.writeHead(304, headers).end()
    return
  }
  const compress =
    /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && reply.body.length > 512
  const body = compress ? gzipSync(reply.body) : reply.body
  if (compress) headers['content-encoding'] = 'gzip'
  headers['content-length'] = String(body.length)
  response.writeHead(reply.status, headers).end(request.method === 'HEAD' ? undefined : body)
}

/** If-None-Match outranks If-Modified-Since (RFC 9110, 13.2.2). */
function isUnchanged(request: IncomingMessage, headers: Record<string, string>): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined) return headers['etag'] !== undefined && tags.split(/,\s*/).includes(headers['etag'])
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  const modified = Date.parse(headers['last-modified'] ?? '')
  return modified <= since
}

/** True when the fault has answered; robots.txt and pages are hit by it as well as feeds. */
function breakReply(response: ServerResponse, reply: Reply, fault: Fault): boolean {
  switch (fault) {
    case 'status-404':
    case 'status-429':
    case 'status-500':
    case 'status-503': {
      const status = Number(fault.slice('status-'.length))
      const retry = status === 429 || status === 503 ? { 'retry-after': '120' } : {}
      response.writeHead(status, { 'content-type': 'text/plain', ...retry }).end(`status ${status}\n`)
      return true
    }
    case 'broken-xml':
      response.writeHead(200, { 'content-type': reply.contentType })
      response.end(reply.body.subarray(0, Math.floor(reply.body.length / 3)))
      return true
    case 'bot-wall':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end('<!DOCTYPE html><title>Just a moment...</title><h1>Checking your browser</h1>')
      return true
    case 'reset':
      response.destroy()
      return true
    case 'truncated':
      response.writeHead(200, {
        'content-type': reply.contentType,
        'content-length': reply.body.length + 100,
      })
      response.write(reply.body, () => response.destroy())
      return true
    case 'empty':
    case 'slow':
    case 'held':
      return false
    default:
      return fault satisfies never
  }
}
