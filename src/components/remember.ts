import type { Html } from './html.ts'

const rows = new WeakMap<object, Map<string, Html>>()

/** The same line of a record stands in many lists: made once for each edition and heading. */
export function remember(record: object, key: string, make: () => Html): Html {
  let made = rows.get(record)
  if (!made) rows.set(record, (made = new Map()))
  let row = made.get(key)
  if (!row) made.set(key, (row = make()))
  return row
}
