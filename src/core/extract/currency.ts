import type { Reading } from './reading.ts'

/** The currency that an amount in bare 元, 块 or nothing is in: the one the text names most, else that of its script. */
export function impliedCurrency(reading: Reading): string {
  if (reading.lang === 'zh-Hans') return 'CNY'
  if (reading.lang === 'en') return 'USD'
  return /港元|港币|香港|港府/.test(reading.folded) ? 'HKD' : 'TWD'
}
