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
