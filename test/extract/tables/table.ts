/**
 * A pattern group as sentences with the figures expected in them, by language: `value[-max] unit[:detail] qualifier`,
 * several joined by `; `, none as the empty string.
 */
export interface Table {
  zh: [text: string, expected: string][]
  en: [text: string, expected: string][]
}
