/** Counts what is done of a long work and says how it goes: a bar, the rate, and the time that is left at that rate. */
export interface Meter {
  /** One more is done; gives the line to show. */
  advance(): string
}

const WIDTH = 20
/** Before so many seconds a rate says nothing. */
const LEAST_SECONDS = 0.5

export function openMeter(total: number, things: string, now: () => number = () => performance.now()): Meter {
  const startedMs = now()
  let done = 0
  return {
    advance() {
      done++
      return describeProgress(done, total, things, (now() - startedMs) / 1_000)
    },
  }
}

/** `████████░░░░░░░░░░░░ 12 of 30 sources, 3.1 a second, about 6 s left`. */
export function describeProgress(done: number, total: number, things: string, seconds: number): string {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor((done / total) * WIDTH))
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
  const counts = `${bar} ${done} of ${total} ${things}`
  if (seconds < LEAST_SECONDS || done === 0) return counts
  const rate = done / seconds
  return `${counts}, ${rate.toFixed(1)} a second, about ${formatTime(Math.max(0, total - done) / rate)} left`
}

const formatTime = (seconds: number) =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5_400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3_600).toFixed(1)} h`
