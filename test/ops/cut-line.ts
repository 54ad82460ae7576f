import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line to a server that can be cut: connections break and none is made, or everything goes silent. */
export interface CutLine {
  port: number
  /** `refuse`: as when a server or a router is gone; `silent`: as when a cable is pulled, without a word to either end. */
  cut(how: 'refuse' | 'silent'): void
  mend(): void
  close(): void
}

export async function startLine(targetPort: number): Promise<CutLine> {
  let state: 'whole' | 'refuse' | 'silent' = 'whole'
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    if (state === 'refuse') return near.destroy()
    const far = connect(targetPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      // What was sent while the line was silent never arrives: such a connection is dead from then on.
      from.on('data', (chunk) => state === 'whole' && !from.readableAborted && to.write(chunk))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
    return undefined
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    cut(how) {
      state = how
      for (const socket of sockets) {
        if (how === 'refuse') socket.destroy()
        else socket.removeAllListeners('data').resume()
      }
    },
    mend: () => {
      state = 'whole'
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
