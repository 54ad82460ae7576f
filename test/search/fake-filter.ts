export class FilterError extends Error {}

type Test = (document: Record<string, unknown>) => boolean

/** The part of Meilisearch's filter language that the project writes: comparisons and `IN`, joined by `AND`. Anything else is an error. */
export function parseFilter(filter: string, filterable: string[]): Test {
  const tokens = filter.match(/"(?:[^"\\]|\\.)*"|>=|<=|!=|=|[[\],]|[^\s"[\],=<>!]+/g) ?? []
  const tests: Test[] = []
  let at = 0
  const take = () => {
    const token = tokens[at++]
    if (token === undefined) throw new FilterError('the filter ends too early')
    return token
  }
  const expect = (wanted: string) => {
    const token = take()
    if (token !== wanted) throw new FilterError(`expected ${wanted}, found ${token}`)
  }
  const comparison = (): Test => {
    const name = take()
    if (!filterable.includes(name)) throw new FilterError(`Attribute \`${name}\` is not filterable.`)
    const operator = take()
    if (operator === 'IN') {
      expect('[')
      const values: string[] = []
      for (let token = take(); token !== ']'; token = take()) if (token !== ',') values.push(unquote(token))
      return (document) => [document[name] ?? []].flat().some((value) => values.includes(String(value)))
    }
    const value = unquote(take())
    if (operator === '=') return (document) => String(document[name]) === value
    if (operator === '>=')
      return (document) => typeof document[name] === 'number' && document[name] >= Number(value)
    if (operator === '<=')
      return (document) => typeof document[name] === 'number' && document[name] <= Number(value)
    throw new FilterError(`unknown operator ${operator}`)
  }
  while (at < tokens.length) {
    if (tests.length > 0) expect('AND')
    tests.push(comparison())
  }
  return (document) => tests.every((test) => test(document))
}

const unquote = (token: string) =>
  token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token
