import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SourceDefinition } from '../define.ts'
import { readSampleArticles, type SampleArticle } from './articles.ts'
import { OUTLETS, type Outlet } from './outlets.ts'
import { buildPath } from './page.ts'
import { buildReply, type Reply } from './reply.ts'
import { answer } from './respond.ts'
import { buildSources } from './sources.ts'

/** What an outlet can be made to do instead of its work. */
export type Fault =
  | 'status-404'
  | 'status-429'
  | 'status-500'
  | 'status-503'
  | 'empty'
  | 'broken-xml'
  | 'bot-wall'
  | 'reset'
  | 'truncated'
  | 'slow'
  /** No answer until the outlet recovers. */
  | 'held'

/** One request as the press saw it, for assertions about manners. */
export interface SampleRequest {
  outlet: string
  /** Milliseconds since the epoch. */
  startedAt: number
  /** Absent while it is still being answered. */
  finishedAt?: number
  method: string
  /** With the query. */
  path: string
  headers: IncomingMessage['headers']
  status?: number
  /** Requests open at the same outlet when this one began, this one included: 1 is polite. */
  open: number
}

/** A running sample press. */
export interface SamplePress {
  /** Front door: a page that lists the outlets. */
  url: string
  /** Definitions for the collector, one for each outlet. */
  sources: SourceDefinition[]
  articles: SampleArticle[]
  /** Every request so far, oldest first. */
  requests: SampleRequest[]
  /** Origin of an outlet's server, without a final slash. */
  originOf: (outlet: string) => string
  /** Address of an article. */
  urlOf: (outlet: string, slug: string) => string
  /** Moves the press's clock: later articles are not yet out, and revisions due by then are. */
  advance: (now: Date) => void
  /** Publishes the revised text of an article now, or of all that have one. */
  revise: (outlet?: string, slug?: string) => void
  /** Gives an outlet a fault; without one it recovers. */
  fail: (outlet: string, fault?: Fault) => void
  close: () => Promise<void>
}

interface Options {
  /** Port of the front door; outlets take the ports after it. 0 lets the system choose each. */
  port?: number
  /** The press's clock. Without one every article is out and no revision is. */
  now?: Date
}

/**
 * Starts the sample press on 127.0.0.1. Each outlet has a port of its own, so that it is a host of its own to anything that
 * keeps pace, robots.txt or connections by host. (Loopback addresses other than 127.0.0.1 need set-up on macOS, and names
 * under `localhost` do not resolve everywhere.)
 */
export async function startSamplePress({ port = 0, now }: Options = {}): Promise<SamplePress> {
  const press = new Press(readSampleArticles(), now)
  const servers: Server[] = []
  const close = async () => {
    await Promise.all(servers.map(closeServer))
  }
  try {
    const door = await listen((request, response) => press.handleDoor(request, response), port)
    servers.push(door)
    for (const [index, outlet] of OUTLETS.entries()) {
      const server = await listen(
        (request, response) => press.handle(outlet, request, response),
        port === 0 ? 0 : port + 1 + index,
      )
      servers.push(server)
      press.origins.set(outlet.id, originOf(server))
    }
    return { ...press.controls(), url: originOf(door), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The press's state: what is out, what is broken, and who asked for what. */
class Press {
  readonly origins = new Map<string, string>()
  readonly requests: SampleRequest[] = []
  private readonly articles: SampleArticle[]
  private readonly faults = new Map<string, Fault>()
  private readonly revised = new Set<string>()
  private now: Date | undefined

  constructor(articles: SampleArticle[], now: Date | undefined) {
    this.articles = articles
    this.now = now
    for (const { id, fault } of OUTLETS) if (fault) this.faults.set(id, fault)
  }

  controls(): Omit<SamplePress, 'url' | 'close'> {
    return {
      sources: buildSources(this.origins),
      articles: this.articles,
      requests: this.requests,
      originOf: (outlet) => this.originOf(outlet),
      urlOf: (outlet, slug) => this.urlOf(outlet, slug),
      advance: (now) => {
        this.now = now
      },
      revise: (outlet, slug) => {
        for (const article of this.articles)
          if (article.revised && (!outlet || article.outlet === outlet) && (!slug || article.slug === slug))
            this.revised.add(`${article.outlet}/${article.slug}`)
      },
      fail: (outlet, fault) => {
        if (fault) this.faults.set(outlet, fault)
        else this.faults.delete(outlet)
      },
    }
  }

  async handle(outlet: Outlet, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = this.log(outlet, request)
    response.on('close', () => {
      entry.finishedAt = Date.now()
      entry.status = response.statusCode
    })
    while (this.faults.get(outlet.id) === 'held' && !response.closed) await sleep(20)
    const fault = this.faults.get(outlet.id)
    const delayMs = fault === 'slow' ? 3_000 : (outlet.delayMs ?? 0)
    if (delayMs > 0) await sleep(delayMs)
    answer(request, response, this.buildReply(outlet, request, fault), fault)
  }

  handleDoor(request: IncomingMessage, response: ServerResponse): void {
    const items = OUTLETS.map(({ id, names }) => `<li><a href="${this.originOf(id)}/">${names.en}</a></li>`)
    const body = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Sample press</title><h1>Sample press</h1><ul>${items.join('')}</ul></html>`
    answer(request, response, {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: Buffer.from(body),
    })
  }

  private buildReply(outlet: Outlet, request: IncomingMessage, fault: Fault | undefined): Reply {
    const articles = fault === 'empty' ? [] : this.findPublished(outlet.id)
    return buildReply({
      outlet,
      articles,
      origin: this.originOf(outlet.id),
      url: new URL(request.url ?? '/', this.originOf(outlet.id)),
      resolve: (reference) => this.resolve(reference),
    })
  }

  private resolve(reference: string): { name: string; url: string } | undefined {
    const [outletId, slug] = reference.split('/') as [string, string]
    const outlet = OUTLETS.find(({ id }) => id === outletId)
    return outlet && { name: outlet.names[outlet.lang], url: this.urlOf(outletId, slug) }
  }

  private findPublished(outlet: string): SampleArticle[] {
    const isOut = (date: string) => !this.now || Date.parse(date) <= this.now.getTime()
    return this.articles
      .filter((article) => article.outlet === outlet && isOut(article.date))
      .map((article) => (this.isRevised(article) ? article.revised! : article))
  }

  private isRevised({ outlet, slug, revised }: SampleArticle): boolean {
    if (!revised) return false
    if (this.revised.has(`${outlet}/${slug}`)) return true
    return this.now !== undefined && Date.parse(revised.modified ?? revised.date) <= this.now.getTime()
  }

  private log(outlet: Outlet, request: IncomingMessage): SampleRequest {
    const open = this.requests.filter((other) => other.outlet === outlet.id && !other.finishedAt).length + 1
    const entry: SampleRequest = {
      outlet: outlet.id,
      startedAt: Date.now(),
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: request.headers,
      open,
    }
    this.requests.push(entry)
    return entry
  }

  private originOf(outlet: string): string {
    const origin = this.origins.get(outlet)
    if (!origin) throw new Error(`the sample press has no outlet ${outlet}; see scrapers/sample/outlets.ts`)
    return origin
  }

  private urlOf(outlet: string, slug: string): string {
    const article = this.articles.find((other) => other.outlet === outlet && other.slug === slug)
    if (!article) throw new Error(`the sample press has no article press/${outlet}/${slug}.md`)
    return this.originOf(outlet) + buildPath(article)
  }
}

function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  port: number,
): Promise<Server> {
  const server = createServer((request, response) => void handle(request, response))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closeServer(server: Server): Promise<void> {
  // Kept-alive connections of a client would hold the server open for as long as the client likes.
  server.closeAllConnections()
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
}
