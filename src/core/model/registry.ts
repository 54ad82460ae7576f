import type { Entity } from './entity.ts'
import type { GlossaryEntry, Metric, Topic } from './vocabulary.ts'

/** Everything editors maintain in content/, read once by the edge and handed to the core as a value. */
export interface Registry {
  entities: Entity[]
  metrics: Metric[]
  topics: Topic[]
  glossary: GlossaryEntry[]
}
