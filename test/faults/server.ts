import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { join } from 'node:path'

/** A request as the fault server saw it. */
export interface SeenRequest {
  path: string
  headers: IncomingMessage['headers']
  /** Names and values as they came over the wire. */
  rawHeaders: string[]
  at: number
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A loopback server that misbehaves as each test tells it. */
export interface FaultServer {
  url: string
  host: string
  requests: SeenRequest[]
  /** What to answer for a path without its query; robots.txt is 404 and everything else 404 unless stated. */
  on(path: string, handler: Handler): void
  /** Answers a path with a status, headers and body. */
  reply(
    path: string,
    status: number,
    headers?: Record<string, string | string[]>,
    body?: string | Buffer,
  ): void
  close(): Promise<void>
}

export async function startFaultServer({ certificate }: { certificate?: string } = {}): Promise<FaultServer> {
  const handlers = new Map<string, Handler>()
  const requests: SeenRequest[] = []
  const sockets = new Set<Socket>()
  const listener: RequestListener = (request, response) => {
    const { url: path = '/', headers, rawHeaders } = request
    requests.push({ path, headers, rawHeaders, at: Date.now() })
    const handler = handlers.get(path.split('?')[0]!)
    if (handler) handler(request, response)
    else response.writeHead(404).end()
  }
  const tls = (suffix: string) =>
    readFileSync(join(import.meta.dirname, '../fixtures/tls', `${certificate}.${suffix}`))
  const server = certificate
    ? createTlsServer({ key: tls('key'), cert: tls('pem') }, listener)
    : createServer(listener)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http${certificate ? 's' : ''}://${certificate ? host.replace('127.0.0.1', 'localhost') : host}`,
    host,
    requests,
    on: (path, handler) => void handlers.set(path, handler),
    reply: (path, status, headers = {}, body = '') =>
      void handlers.set(path, (_request, response) => response.writeHead(status, headers).end(body)),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers every connection with raw bytes, for what no HTTP library would send; `write` gets the socket. */
export async function startRawServer(
  write: (socket: Socket) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', () => write(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
