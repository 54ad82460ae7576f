import type { EntityKind } from '../model/entity.ts'
import type { Registry } from '../model/registry.ts'
import { foldChars } from '../text/script.ts'
import { findShapes } from './model-shape.ts'
import { readName, readTokens, type Tokens } from './tokens.ts'
import { buildTrie, matchNames, type Trie } from './trie.ts'

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
  /** As the registry writes it; decides how strictly spaces count. */
  written: string
  /** How strictly case counts; told when the name is first met. */
  letters?: 'any' | 'capital' | 'all'
}

/** Names of a registry, ready for `findEntities`. */
export interface EntityMatcher {
  root: Trie<Name>
  /** First words of model names (`claude`, `gpt`), which a version may follow that the registry does not list, by their ids. */
  families: Map<number, string>
}

/** Builds the trie of names and aliases over folded tokens: `GPT4o`, `GPT-4o` and `gpt 4o` are one path. */
export function buildMatcher(registry: Pick<Registry, 'entities'>): EntityMatcher {
  const names: Name[] = []
  const families = new Map<number, string>()
  for (const { id: entityId, kind, names: written, aliases } of registry.entities) {
    for (const name of Object.values(written)) names.push({ entityId, kind, written: name })
    for (const name of aliases) names.push({ entityId, kind, written: name })
    if (kind === 'model') addFamily(families, written.en)
  }
  const root = buildTrie(
    'entities',
    names.map(({ written }) => written),
    names,
  )
  return { root, families }
}

/** Longest names in order of place, none overlapping: those of the registry, then model-like names by shape. Linear. */
export function findEntities(
  text: string,
  matcher: EntityMatcher,
  tokens: Tokens = readTokens(foldChars(text)),
): EntitySpan[] {
  const names = matchNames(tokens, matcher.root, (name, start, end, isParted) =>
    isWrittenLike(text, start, end, isParted, name),
  )
  const spans = names.map(({ value, first, last }): EntitySpan => {
    const start = tokens.starts[first]!
    const end = tokens.ends[last]!
    return { start, end, name: text.slice(start, end), kind: value.kind, entityId: value.entityId }
  })
  return mergeShapes(text, spans, findShapes(text, tokens, matcher.families))
}

/** Model names that are common words or firms too: a number behind them says nothing. */
const COMMON = new Set(
  'apple amazon character command google meta microsoft nano openai opt stable step voice'.split(' '),
)

/** `Claude`, `GPT-4`, `Llama 3.1-70B` name a family by their first word; `Voice Engine` does not. */
function addFamily(families: Map<number, string>, name: string): void {
  const first = /^([A-Za-z]{3,})(?:$|[ -]?[VvRr]?\d)/.exec(name)?.[1]?.toLowerCase()
  if (first && !COMMON.has(first)) families.set(readName(first).ids[0]!, first)
}

/**
 * Names of letters alone are common words in lower case (`meta`, `math`, `rand`): such a place must have a capital where
 * the registry has one, all of them for acronyms. Very short names must stand unparted (`o1`, not `o 1`).
 */
function isWrittenLike(text: string, start: number, end: number, isParted: boolean, name: Name): boolean {
  const { written } = name
  const letters = (name.letters ??= readLetters(written))
  if (written.length <= 3 && isParted && end - start > written.length) return false
  if (letters === 'any') return true
  return letters === 'all' ? text.slice(start, end) === written : /[A-Z]/.test(text.slice(start, end))
}

function readLetters(written: string): NonNullable<Name['letters']> {
  if (!/^[A-Za-z][A-Za-z .&'’-]*$/.test(written) || !/[A-Z]/.test(written)) return 'any'
  return /^[A-Z]{2,5}$/.test(written) ? 'all' : 'capital'
}

/** A shape that holds a registry name and more (`Claude Opus 9` over `Claude Opus`) wins; else the registry does. */
function mergeShapes(
  text: string,
  spans: EntitySpan[],
  shapes: { start: number; end: number }[],
): EntitySpan[] {
  if (shapes.length === 0) return spans
  const merged: EntitySpan[] = []
  let next = 0
  for (const { start, end } of shapes) {
    while (next < spans.length && spans[next]!.end <= start) merged.push(spans[next++]!)
    let stop = next
    let isWhole = true
    let isSame = false
    for (; stop < spans.length && spans[stop]!.start < end; stop++) {
      const span = spans[stop]!
      if (span.start < start || span.end > end) isWhole = false
      if (span.start <= start && span.end >= end) isSame = true
    }
    if (!isWhole || isSame) continue
    merged.push({ start, end, name: text.slice(start, end), kind: 'model' })
    next = stop
  }
  while (next < spans.length) merged.push(spans[next++]!)
  return merged
}
