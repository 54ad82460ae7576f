// Twenty loopback hosts in a process of their own: 304 to whoever knows the ETag, else a small feed.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

const HOSTS = 20
const items = Array.from(
  { length: 20 },
  (_, at) =>
    `<item><title>Sample ${at}</title><link>http://127.0.0.1/${at}</link><description>${'sample text '.repeat(100)}</description></item>`,
)
const feed = gzipSync(
  `<rss version="2.0"><channel><title>F</title><link>http://127.0.0.1/</link><description>d</description>${items.join('')}</channel></rss>`,
)

const servers = Array.from({ length: HOSTS }, () =>
  createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else if (request.headers['if-none-match'] === '"1"') response.writeHead(304, { etag: '"1"' }).end()
    else
      response
        .writeHead(200, { etag: '"1"', 'content-encoding': 'gzip', 'content-type': 'application/rss+xml' })
        .end(feed)
  }),
)
await Promise.all(servers.map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))))
process.send!(servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`))
