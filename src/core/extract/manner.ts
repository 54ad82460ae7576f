import type { Figure } from '../model/figure.ts'
import type { Binding } from './binding.ts'
import type { Reading } from './reading.ts'

export function bindManner(_reading: Reading, _binding: Binding): Pick<Figure, 'polarity' | 'tense'> {
  return { polarity: 'asserted', tense: 'observed' }
}
