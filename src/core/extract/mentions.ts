import type { EntitySpan } from './entities.ts'
import { SpanIndex } from './spans.ts'

/** Organisations and models where a text mentions them, for telling which it names most often. */
export class Mentions {
  readonly #mentions: readonly EntitySpan[]
  readonly #index: SpanIndex<EntitySpan>
  /** By mention, the number of what it mentions. */
  readonly #named: number[] = []
  /** By that number, how often and where last it was met in the stretch that is read. */
  readonly #counts: number[] = []
  readonly #last: number[] = []

  constructor(entities: readonly EntitySpan[]) {
    this.#mentions = entities.filter(({ kind }) => kind === 'organization' || kind === 'model')
    this.#index = new SpanIndex(this.#mentions)
    const numbers = new Map<string, number>()
    for (const { entityId, name } of this.#mentions) {
      const key = entityId ?? name
      const number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      this.#named.push(number)
    }
    for (let number = 0; number < numbers.size; number++) {
      this.#counts.push(0)
      this.#last.push(0)
    }
  }

  /** The one with most mentions wholly inside a stretch; of equals, the earliest. Its last mention there is returned. */
  mostIn(start: number, end: number): EntitySpan | undefined {
    const first = this.#index.after(start)
    const met: number[] = []
    let at = first
    for (; at < this.#mentions.length && this.#mentions[at]!.end <= end; at++) {
      if (this.#mentions[at]!.start < start) continue
      const number = this.#named[at]!
      if (this.#counts[number]!++ === 0) met.push(number)
      this.#last[number] = at
    }
    let best = met[0]
    for (const number of met) if (this.#counts[number]! > this.#counts[best!]!) best = number
    for (const number of met) this.#counts[number] = 0
    return best === undefined ? undefined : this.#mentions[this.#last[best]!]
  }
}
