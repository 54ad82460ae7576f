import type { StringKey, Strings } from './strings.ts'

/** The words of one key with its places filled. */
export function say(strings: Strings, key: StringKey, values: Record<string, string | number> = {}): string {
  return strings[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
