import { lazily } from './lazy.ts'

const yaml = lazily<typeof import('yaml')>('yaml')

export interface FrontMatter {
  fields: Record<string, unknown>
  body: string
}

const YAML_BLOCK = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/
const TOML_BLOCK = /^\s*\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/
/** Jekyll and some crawlers hide the same lines in a comment. */
const COMMENT_BLOCK = /^\s*<!--\s*yml\s*\n([\s\S]*?)-->/

/** Front matter and what follows it. Lines that are no YAML are read as `key: value`, so that one bad quote costs one field. */
export function splitFrontMatter(source: string): FrontMatter {
  const block = YAML_BLOCK.exec(source) ?? COMMENT_BLOCK.exec(source)
  if (block && /^\s*[\p{L}_][\p{L}\w .-]*\s*[:：]/mu.test(block[1] ?? '')) {
    return { fields: parseFields(block[1] ?? ''), body: source.slice(block[0].length) }
  }
  const toml = TOML_BLOCK.exec(source)
  if (toml) return { fields: linesToFields(toml[1] ?? '', '='), body: source.slice(toml[0].length) }
  return { fields: {}, body: source }
}

function parseFields(source: string): Record<string, unknown> {
  try {
    // strings only: `1.10` must not become a number, nor a date lose its zone
    const value: unknown = yaml().parse(source, { schema: 'failsafe', logLevel: 'error', maxAliasCount: 20 })
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return lowerKeys(value)
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return linesToFields(source, ':')
}

function linesToFields(source: string, mark: ':' | '='): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null)
  let key: string | undefined
  for (const line of source.split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)
    const match = (mark === ':' ? /^([\p{L}_][\p{L}\w-]*)\s*[:：]\s*(.*)$/u : /^(\w+)\s*=\s*(.*)$/).exec(line)
    if (item && key !== undefined) fields[key] = addItem(fields[key], unquoted(item[1] ?? ''))
    else if (match?.[1]) {
      key = match[1].toLowerCase()
      fields[key] = unquoted(match[2] ?? '')
    }
  }
  return fields
}

const addItem = (list: unknown, item: unknown): unknown[] => (Array.isArray(list) ? [...list, item] : [item])

function unquoted(value: string): unknown {
  const text = value.trim()
  if (/^\[.*\]$/.test(text)) return text.slice(1, -1).split(',').map(unquoted)
  return text.replace(/^(["'])(.*)\1$/, '$2')
}

function lowerKeys(value: object): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null)
  for (const [key, field] of Object.entries(value)) fields[key.toLowerCase()] = field
  return fields
}

/** The first of the fields that holds text. */
export function textField(fields: Record<string, unknown>, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return undefined
}

/** The first of the fields that holds a list; a string is one name, or several with commas between. */
export function listField(fields: Record<string, unknown>, ...names: string[]): string[] {
  for (const name of names) {
    const value = fields[name]
    const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，、;；]/) : []
    const texts = items.map(nameOf).filter((text) => text !== '')
    if (texts.length > 0) return texts
  }
  return []
}

function nameOf(item: unknown): string {
  if (typeof item === 'string') return item.trim()
  if (item !== null && typeof item === 'object' && 'name' in item && typeof item.name === 'string')
    return item.name.trim()
  return ''
}
