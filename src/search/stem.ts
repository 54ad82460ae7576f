/** What a stem keeps at least after -ed, -ing or a silent -e: `noted` and `not`, `rate` and `rat` are different words. */
const LEAST_STEM = 4

/**
 * The stem of an English word: regular plurals, -ed and -ing forms of one word share it (`deceive`, `deceives`, `deceiving`).
 * It only says which words belong together; it is never shown, and words that it cannot tell apart safely it leaves alone.
 */
export function stemEnglish(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word
  return withoutSilentE(withoutEnding(withoutPlural(word)))
}

/** Not the plural of `new`. */
const NO_PLURALS = new Set(['news'])

function withoutPlural(word: string): string {
  if (word.length < LEAST_STEM || NO_PLURALS.has(word)) return word
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh|ias)es$/.test(word)) return word.slice(0, -2)
  return /[^suia]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`
  const stem = word.replace(/(?:ed|ing)$/, '')
  if (stem.length < LEAST_STEM || !/[aeiouy]/.test(stem)) return word
  // `planned` is of `plan`, but `passed` of `pass`.
  return /([bdglmnprt])\1$/.test(stem) && stem.length > LEAST_STEM && stem !== word ? stem.slice(0, -1) : stem
}

const withoutSilentE = (word: string) =>
  word.length > LEAST_STEM && word.endsWith('e') && !word.endsWith('ee') ? word.slice(0, -1) : word

/** Forms that a word may have beside itself, right or not: what a reader looks up in the index. */
export function likelyForms(word: string): string[] {
  const stem = stemEnglish(word)
  const withY = stem.endsWith('y') ? [`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`] : []
  const forms = ['', 's', 'e', 'es', 'ed', 'ing'].map((ending) => stem + ending)
  return [...forms, ...withY].filter((form) => form !== word && stemEnglish(form) === stem)
}
