/**
 * Keeps some results by key, all dropped when there are too many: a record's page is made in three editions one after another, and
 * its quotes and citations stand on other pages made next.
 */
export function openRecent<V>(most: number): (key: string, make: () => V) => V {
  const known = new Map<string, { value: V }>()
  return (key, make) => {
    let found = known.get(key)
    if (!found) {
      if (known.size >= most) known.clear()
      found = { value: make() }
      known.set(key, found)
    }
    return found.value
  }
}

/** Keeps the result for the last key: the three editions of a record's page are made one after another. */
export function keepLast<K, V>(make: (key: K) => V): (key: K) => V
export function keepLast<K, C, V>(make: (key: K, context: C) => V): (key: K, context: C) => V
export function keepLast<K, C, V>(make: (key: K, context?: C) => V): (key: K, context?: C) => V {
  let last: { key: K; context: C | undefined; value: V } | undefined
  return (key, context) => {
    if (last?.key !== key || last.context !== context) last = { key, context, value: make(key, context) }
    return last.value
  }
}
