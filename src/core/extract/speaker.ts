import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'

export type Speakers = Map<number, string>

export function readSpeakers(_reading: Reading): Speakers {
  return new Map()
}

export function bindSpeaker(_reading: Reading, _binding: Binding, _speakers: Speakers): string | undefined {
  return undefined
}
