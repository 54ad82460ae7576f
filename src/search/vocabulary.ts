import { stemEnglish } from './stem.ts'

/** Documents that must have a word before it is offered as a spelling: once may itself be a slip. */
const LEAST_DOCUMENTS = 2
/** Most words kept of one initial, the most common ones: a reader loads one or two initials to correct a word. */
const MOST_WORDS = 4_000
const LONGEST_WORD = 24
/** Most stems kept of one initial, and most forms of one stem; the commonest of each. */
const MOST_STEMS = 3_000
const MOST_FORMS = 6

/** Latin words of the index with the number of documents that have them, for "did you mean" and unfinished words. */
export class Vocabulary {
  readonly #words = new Map<number, { word: string; documents: number; last: number }>()

  note(key: number, folded: string, start: number, end: number, document: number): void {
    if (end - start > LONGEST_WORD) return
    const known = this.#words.get(key)
    if (!known) this.#words.set(key, { word: folded.slice(start, end), documents: 1, last: document })
    else if (known.last !== document) {
      known.documents++
      known.last = document
    }
  }

  /** `word count` lines by first letter, most common first. Words beyond a to z are few and not offered. */
  byInitial(): Map<string, string> {
    const common = [...this.#words.values()].filter(
      ({ word, documents }) => documents >= LEAST_DOCUMENTS && /^[a-z]{3,}$/.test(word),
    )
    common.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    const groups = Map.groupBy(common, ({ word }) => word[0]!)
    const lines = [...groups].map(([initial, words]): [string, string] => [
      initial,
      words
        .slice(0, MOST_WORDS)
        .map(({ word, documents }) => `${word} ${documents}`)
        .join('\n'),
    ])
    return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** `stem form form` lines by first letter: words of the index that are forms of one word. */
  formsByInitial(): Map<string, string> {
    const words = [...this.#words.values()].filter(({ word }) => /^[a-z]{3,}$/.test(word))
    words.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    const stems = [...Map.groupBy(words, ({ word }) => stemEnglish(word))].filter(
      ([, forms]) => forms.length > 1,
    )
    const groups = Map.groupBy(stems, ([stem]) => stem[0]!)
    const lines = [...groups].map(([initial, some]): [string, string] => [
      initial,
      some
        .slice(0, MOST_STEMS)
        .map(([stem, forms]) => [stem, ...forms.slice(0, MOST_FORMS).map(({ word }) => word)].join(' '))
        .join('\n'),
    ])
    return new Map(lines.sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
