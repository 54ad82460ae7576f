import { SourceError } from './error.ts'
import type { CollectState, HostState } from './state.ts'

interface PaceOptions {
  state: CollectState
  now: () => number
  sleep: (ms: number) => Promise<void>
  /** Least time between the starts of two requests to a host. */
  paceMs: (host: string) => number
}

/** One request at a time to each host, not faster than its pace, none while it cools down; survives restarts. */
export interface Pace {
  run<T>(host: string, request: () => Promise<T>): Promise<T>
  /** Leaves a host alone for a while; every request to it until then fails without being sent. */
  coolDown(host: string, ms: number): void
}

export function openPace({ state, now, sleep, paceMs }: PaceOptions): Pace {
  /** The last request in each host's line. */
  const lines = new Map<string, Promise<unknown>>()
  const hosts = new Map<string, HostState>()

  function read(host: string): HostState {
    const known = hosts.get(host) ?? state.read('hosts', host) ?? {}
    hosts.set(host, known)
    return known
  }

  function write(host: string, value: HostState): void {
    hosts.set(host, value)
    state.write('hosts', host, value)
  }

  /** A cool-down that began in the future means that the clock was turned back: then it begins anew. */
  function leftOf(host: string, { since, until }: NonNullable<HostState['coolDown']>): number {
    if (since <= now()) return until - now()
    write(host, { coolDown: { since: now(), until: now() + until - since } })
    return until - since
  }

  /** Milliseconds until the host's pace allows a request; throws while it cools down. */
  function untilTurnMs(host: string, pace: number): number {
    const { lastRequestAt, coolDown } = read(host)
    const leftMs = coolDown ? leftOf(host, coolDown) : 0
    if (leftMs > 0) throw coolingDown(host, leftMs)
    return lastRequestAt === undefined ? 0 : Math.min(lastRequestAt + pace - now(), pace)
  }

  async function takeTurn<T>(host: string, request: () => Promise<T>): Promise<T> {
    const pace = paceMs(host)
    const waitMs = untilTurnMs(host, pace)
    if (waitMs > 0) await sleep(waitMs)
    if (pace > 0) write(host, { lastRequestAt: now() })
    return request()
  }

  return {
    async run(host, request) {
      const before = lines.get(host)
      // Whatever became of the one before: it answers for its own failure.
      const turn = before
        ? before.then(goOn, goOn).then(() => takeTurn(host, request))
        : takeTurn(host, request)
      lines.set(host, turn)
      try {
        return await turn
      } finally {
        if (lines.get(host) === turn) lines.delete(host)
      }
    },
    coolDown(host, ms) {
      const { lastRequestAt } = read(host)
      write(host, {
        ...(lastRequestAt !== undefined && { lastRequestAt }),
        coolDown: { since: now(), until: now() + ms },
      })
    },
  }
}

function goOn(): void {}

const coolingDown = (host: string, ms: number) =>
  new SourceError('cooling-down', `${host} asked to be left alone for another ${Math.ceil(ms / 1000)} s`, {
    retryAfterMs: ms,
  })
