import { describe, expect, it } from 'vitest'
import { readTokens } from '../../src/core/extract/tokens.ts'
import { buildTrie, matchNames } from '../../src/core/extract/trie.ts'
import { foldChars } from '../../src/core/text/script.ts'

const find = (trie: ReturnType<typeof buildTrie<number>>, text: string) =>
  matchNames(readTokens(foldChars(text)), trie).map(({ value }) => value)

describe('a trie of names', () => {
  it('finds the longest, whatever hyphens, spaces, case and script', () => {
    const trie = buildTrie('entities', ['GPT-4', 'gpt 4 turbo', '月之暗面'], [1, 2, 3])
    expect(find(trie, 'gpt4, GPT 4 Turbo and 月之暗面; GPT-4o is another')).toEqual([1, 2, 3])
  })

  it('keeps the first value of a path, and no name that is too short', () => {
    const trie = buildTrie('entities', ['Meta-AI', 'meta ai', 'X', '謝'], [1, 2, 3, 4])
    expect(find(trie, 'Meta AI, X, 谢')).toEqual([1])
    expect(find(buildTrie('entities', ['X', '謝'], [3, 4], 1), 'X, 谢')).toEqual([3, 4])
  })

  it('takes no word for another of the same hash', () => {
    const [one, other] = ['rupuvulo', 'finalari'] as const
    const idOf = (word: string) => readTokens(word).ids[0]
    expect(idOf(one)).toBe(idOf(other))
    const trie = buildTrie('entities', [one], [1])
    expect(find(trie, `${one} ${other}`)).toEqual([1])
    expect(() => buildTrie('entities', [one, other], [1, 2])).toThrow(
      /"finalari" and "rupuvulo" have the same hashes/,
    )
  })
})
