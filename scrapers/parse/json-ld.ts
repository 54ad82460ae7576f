import type { CheerioAPI } from 'cheerio'

export type Node = Record<string, unknown>

/** All objects of a page's JSON-LD, graphs and arrays opened, articles first. What is no JSON is passed over. */
export function readJsonLd($: CheerioAPI): Node[] {
  const nodes = $('script[type*="ld+json"]')
    .toArray()
    .flatMap((element) => flatten(parseLoose($(element).text()), 0))
  return nodes.sort((a, b) => rank(b) - rank(a))
}

const ARTICLE = /(?:article|posting|report|review|story)$/i

const rank = (node: Node) =>
  typesOf(node).some((type) => ARTICLE.test(type))
    ? 2
    : typesOf(node).some((type) => /page$/i.test(type))
      ? 1
      : 0

export const isArticleNode = (node: Node) => rank(node) === 2

export function typesOf(node: Node): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

/** Publishers leave comments, line breaks inside strings and commas too many in their JSON. */
function parseLoose(source: string): unknown {
  const text = source
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/g,
      '',
    )
    .trim()
  for (const attempt of [
    text,
    text
      .replace(/[\u0000-\u001f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

function flatten(value: unknown, depth: number): Node[] {
  if (depth > 6 || value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, depth + 1))
  const node = value as Node
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) => flatten(node[key], depth + 1))
  return [node, ...inner]
}

/** Text of a field; of an object its name or value. */
export function textValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(textValue).find((text) => text !== undefined)
  if (value !== null && typeof value === 'object')
    return textValue((value as Node)['name'] ?? (value as Node)['@value'])
  return undefined
}

export function textValues(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textValues)
  const text = textValue(value)
  return text === undefined ? [] : [text]
}

/** Names of people or organisations in a field; an object that only refers to another is looked up by its id. */
export function nameValues(value: unknown, nodes: Node[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => nameValues(item, nodes))
  const id = value !== null && typeof value === 'object' ? (value as Node)['@id'] : undefined
  const text =
    textValue(value) ??
    (typeof id === 'string'
      ? textValue(nodes.find((node) => node['@id'] === id && node['name'] !== undefined))
      : undefined)
  return text === undefined ? [] : [text]
}

/** The first of the nodes that has the field. */
export function findField(nodes: Node[], field: string): unknown {
  return nodes.find((node) => node[field] !== undefined && node[field] !== null && node[field] !== '')?.[
    field
  ]
}
