import { createServer } from 'node:net'

/**
 * Below the ports that systems give to connections and to servers that ask for any (from 32,768 on Linux), so that nothing takes
 * one by chance between the look and the use, and above those that browsers and `fetch` refuse (10,080).
 */
const FIRST = 11_000
const LAST = 32_000
/** Test files run at once in workers; each worker looks in a share of its own. */
const SHARES = 8
const SHARE = (LAST - FIRST) / SHARES
const MOST_LOOKS = 100

/** The first of so many consecutive free ports on loopback, for servers that must be told theirs. */
export async function findFreePort(count = 1): Promise<number> {
  const from = FIRST + (Number(process.env['VITEST_POOL_ID'] ?? 0) % SHARES) * SHARE
  for (let look = 0; look < MOST_LOOKS; look++) {
    const port = from + Math.floor(Math.random() * (SHARE - count))
    const isFree = await Promise.all(Array.from({ length: count }, (_, at) => canListen(port + at)))
    if (isFree.every(Boolean)) return port
  }
  throw new Error(`no ${count} free ports in a row among ${SHARE} from ${from}, in ${MOST_LOOKS} looks`)
}

const canListen = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer().once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
