import { Converter } from 'opencc-js'
import type { Query } from './queries.ts'
import type { Text } from './texts.ts'
import type { Truth } from './truth.ts'

const toHant = Converter({ from: 'cn', to: 'twp' })
const toHans = Converter({ from: 'twp', to: 'cn' })

/** Characters of a pasted quotation. */
const QUOTED = 60

/** Pieces of texts as they come through a clipboard: with other punctuation, other widths, both scripts in one line. */
export function alterQueries(texts: Text[], truth: Truth, random: () => number): Query[] {
  return texts.flatMap(({ id, lang, body }): Query[] => {
    const lines = body.split('\n').filter((line) => line.length > 2 * QUOTED && !/[|`[\]]|https?:/.test(line))
    if (lines.length === 0) return []
    const line = lines[Math.floor(random() * lines.length)]!.replace(/^[-*#>\d. ]+/, '')
    const start = lang === 'en' ? line.indexOf(' ') + 1 : Math.floor(random() * (line.length - QUOTED))
    const cut = line.slice(start, start + QUOTED)
    const quote = (lang === 'en' ? cut.replace(/\s+\S*$/, '') : cut).trim()
    // A quotation that ends within a word is said by its own text all the same.
    const relevant = [...new Set([...truth.saying(quote), id])]
    const ask = (text: string, as = lang): Query => ({ category: 'changed quote', lang: as, text, relevant })
    const other = lang === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans'
    const altered = [
      ask(quote.replace(/[\u201c\u201d\u300c\u300d\u300e\u300f"]/g, '\u2019')),
      ask(quote.replace(/[，、；：。！？—,;:!?]/g, ' ')),
      ask(quote.replace(/[，、；：。！？—]/g, '')),
      ask(quote.replace(/，/g, ',').replace(/。/g, '.').replace(/：/g, ':')),
      ask(`\u201c${quote}\u201d`),
      { ...ask(widen(quote)), category: 'full width' as const },
    ]
    if (lang === 'en') return altered
    const half = Math.floor(quote.length / 2)
    const change = lang === 'zh-Hans' ? toHant : toHans
    return [
      ...altered,
      ask(change(quote), other),
      { ...ask(change(quote.slice(0, half)) + quote.slice(half)), category: 'mixed script' as const },
    ]
  })
}

/** Latin letters, digits and signs in full width. */
const widen = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')
