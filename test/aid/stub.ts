import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the endpoint was asked. */
export interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: Record<string, unknown> & { messages: { role: string; content: string }[] }
}

/** How the endpoint behaves: the text of a message, or a whole response. */
export type Behaviour = (asked: Asked) => string | { status?: number; raw: string; headers?: object } | 'hang'

/** An endpoint of chat completions on loopback that does as it is told, also badly. */
export interface Stub {
  url: string
  asked: Asked[]
  behave: (behaviour: Behaviour) => void
  /** Tokens that it says an answer cost. */
  usage: number | undefined
  close: () => Promise<void>
}

export async function startStub(): Promise<Stub> {
  let behaviour: Behaviour = () => '{}'
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk
    })
    request.on('end', () => {
      const asked: Asked = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) }
      stub.asked.push(asked)
      const reply = behaviour(asked)
      if (reply === 'hang') return
      const { status = 200, raw, headers = {} } = typeof reply === 'string' ? { raw: wrap(reply) } : reply
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(raw)
    })
  })
  const wrap = (content: string) =>
    JSON.stringify({
      choices: [{ message: { role: 'assistant', content } }],
      ...(stub.usage !== undefined && { usage: { total_tokens: stub.usage } }),
    })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stub: Stub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    behave: (next) => {
      behaviour = next
    },
    usage: undefined,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
  return stub
}
