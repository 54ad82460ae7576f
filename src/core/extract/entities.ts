import type { EntityKind } from '../model/entity.ts'
import type { Registry } from '../model/registry.ts'
import { foldChars } from '../text/script.ts'
import { findShapes } from './model-shape.ts'
import { isWordUnit, readTokens, type Token } from './tokens.ts'

/** A name in a text, as UTF-16 offsets. */
export interface EntitySpan {
  start: number
  end: number
  /** As written. */
  name: string
  kind: EntityKind
  /** Absent for names found by shape alone. */
  entityId?: string
}

interface Name {
  entityId: string
  kind: EntityKind
  /** As the registry writes it; decides how strictly case and spaces count. */
  written: string
}

interface Node {
  next: Map<string, Node>
  name?: Name
}

/** Names of a registry, ready for `findEntities`. */
export interface EntityMatcher {
  root: Node
  /** First words of model names (`claude`, `gpt`), which a version may follow that the registry does not list. */
  families: Map<string, string>
}

/** Builds the trie of names and aliases over folded tokens: `GPT4o`, `GPT-4o` and `gpt 4o` are one path. */
export function buildMatcher(registry: Pick<Registry, 'entities'>): EntityMatcher {
  const matcher: EntityMatcher = { root: { next: new Map() }, families: new Map() }
  for (const entity of registry.entities) {
    const names = new Set([...Object.values(entity.names), ...entity.aliases])
    for (const written of names) add(matcher.root, { entityId: entity.id, kind: entity.kind, written })
    if (entity.kind === 'model') addFamily(matcher.families, entity.names.en, entity.family ?? entity.id)
  }
  return matcher
}

/** Longest names in order of place, none overlapping: those of the registry, then model-like names by shape. Linear. */
export function findEntities(text: string, matcher: EntityMatcher): EntitySpan[] {
  const folded = foldChars(text)
  const tokens = readTokens(folded)
  const spans: EntitySpan[] = []
  for (let index = 0; index < tokens.length; ) {
    const found = matchAt(text, tokens, index, matcher.root)
    if (!found) {
      index++
      continue
    }
    const { name, last } = found
    const start = tokens[index]!.start
    const end = tokens[last]!.end
    spans.push({ start, end, name: text.slice(start, end), kind: name.kind, entityId: name.entityId })
    index = last + 1
  }
  return mergeShapes(text, spans, findShapes(text, matcher.families))
}

function add(root: Node, name: Name): void {
  const tokens = readTokens(foldChars(name.written))
  const size = tokens.reduce((sum, token) => sum + token.end - token.start, 0)
  if (size < 2) return
  let node = root
  for (const token of tokens) {
    let next = node.next.get(token.word)
    if (!next) node.next.set(token.word, (next = { next: new Map() }))
    node = next
  }
  node.name ??= name
}

function addFamily(families: Map<string, string>, name: string, id: string): void {
  const first = /^[A-Za-z]{3,}/.exec(name)?.[0].toLowerCase()
  if (first && !families.has(first)) families.set(first, id)
}

function matchAt(
  text: string,
  tokens: Token[],
  index: number,
  root: Node,
): { name: Name; last: number } | undefined {
  if (isGlued(tokens, index)) return undefined
  let best: { name: Name; last: number } | undefined
  let node = root.next.get(tokens[index]!.word)
  for (let last = index; node; last++) {
    if (node.name && !isGlued(tokens, last + 1) && isWrittenLike(text, tokens, index, last, node.name))
      best = { name: node.name, last }
    const next = tokens[last + 1]
    if (!next || next.isParted) break
    node = node.next.get(next.word)
  }
  return best
}

/** A Latin or digit token that touches the one before it: a name neither starts nor ends there (`GPT-4` in `GPT-4o`). */
function isGlued(tokens: Token[], index: number): boolean {
  const token = tokens[index]
  const before = tokens[index - 1]
  return Boolean(token && before && !token.isHan && !before.isHan && before.end === token.start)
}

/**
 * Names of letters alone are common words in lower case (`meta`, `math`, `rand`): such a place must have a capital where
 * the registry has one, all of them for acronyms. Very short names must stand unparted (`o1`, not `o 1`).
 */
function isWrittenLike(text: string, tokens: Token[], first: number, last: number, name: Name): boolean {
  const start = tokens[first]!.start
  const end = tokens[last]!.end
  const place = text.slice(start, end)
  if (name.written.length <= 3 && last > first && end - start > name.written.length) return false
  if (!/^[A-Za-z][A-Za-z .&'’-]*$/.test(name.written)) return true
  if (!/[A-Z]/.test(name.written)) return !isWordUnit(text.charCodeAt(end)) || last > first
  if (/^[A-Z]{2,5}$/.test(name.written)) return place === name.written
  return /[A-Z]/.test(place)
}

/** A shape that holds a registry name and more (`Claude Opus 9` over `Claude Opus`) wins; else the registry does. */
function mergeShapes(
  text: string,
  spans: EntitySpan[],
  shapes: { start: number; end: number }[],
): EntitySpan[] {
  const merged: EntitySpan[] = []
  let next = 0
  for (const shape of shapes) {
    while (next < spans.length && spans[next]!.end <= shape.start) merged.push(spans[next++]!)
    let stop = next
    while (stop < spans.length && spans[stop]!.start < shape.end) stop++
    const covered = spans.slice(next, stop)
    const isWhole = covered.every((span) => span.start >= shape.start && span.end <= shape.end)
    const isSame = covered.some((span) => span.start <= shape.start && span.end >= shape.end)
    if (!isWhole || isSame) continue
    merged.push({ ...shape, name: text.slice(shape.start, shape.end), kind: 'model' })
    next = stop
  }
  return [...merged, ...spans.slice(next)]
}
