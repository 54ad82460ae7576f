/** A word of the index and in how many documents it occurs. */
export interface KnownWord {
  word: string
  documents: number
}

/** Reads a file of `word count` lines. */
export function parseWords(text: string): KnownWord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word, documents] = line.split(' ')
      return { word: word!, documents: Number(documents) }
    })
}

/** The likeliest spelling of a word that the index does not have: nearest first, then the commonest. */
export function suggestWord(typed: string, known: KnownWord[]): string | undefined {
  // One slip in a word of four to seven letters, two in a longer one: what Meilisearch allows, a letter earlier.
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
  let best: KnownWord | undefined
  let nearest = most + 1
  for (const candidate of known) {
    if (Math.abs(candidate.word.length - typed.length) > most) continue
    const slips = countSlips(typed, candidate.word, most)
    if (slips < nearest || (slips === nearest && slips <= most && candidate.documents > best!.documents)) {
      best = candidate
      nearest = slips
    }
  }
  return best?.word
}

/** Words that begin with what was typed, commonest first. */
export function completeWord(typed: string, known: KnownWord[], limit: number): string[] {
  return known
    .filter(({ word }) => word.startsWith(typed) && word !== typed)
    .slice(0, limit)
    .map(({ word }) => word)
}

/** Damerau-Levenshtein distance (neighbours swapped count once); anything above `most` is `most + 1`. */
export function countSlips(a: string, b: string, most: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : most + 1
      const replace = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, replace, swap)
    }
    if (Math.min(...row) > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length]!, most + 1)
}
