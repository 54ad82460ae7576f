import { LANGS, type Lang } from '../core/model/lang.ts'
import en from './en.json' with { type: 'json' }
import zhHans from './zh-Hans.json' with { type: 'json' }
import zhHant from './zh-Hant.json' with { type: 'json' }

export type Key = keyof typeof en
const WORDS: Record<Lang, Record<string, string>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** An edition of the site: its language, its folder, its own name, and Open Graph's tag for it. */
export interface Edition {
  lang: Lang
  path: string
  name: string
  short: string
  ogLocale: string
}

export const EDITIONS: Edition[] = [
  { lang: 'en', path: 'en', name: 'English', short: 'EN', ogLocale: 'en_US' },
  { lang: 'zh-Hans', path: 'zh-hans', name: '简体中文', short: '简', ogLocale: 'zh_CN' },
  { lang: 'zh-Hant', path: 'zh-hant', name: '繁體中文', short: '繁', ogLocale: 'zh_TW' },
]

/** The edition in a language; there is one for each. */
export function editionOf(lang: Lang): Edition {
  return EDITIONS[LANGS.indexOf(lang)]!
}

/**
 * Words of one edition; `{name}` in them is replaced, and `{count|finding|findings}` becomes the first word where `count` is one,
 * else the second. A missing key throws: the parity test finds it before a reader does.
 */
export function translator(lang: Lang) {
  const words = WORDS[lang]
  /** Texts cut at their places, for a site asks for a few hundred texts millions of times. */
  const cut = new Map<string, string[]>()
  return (key: string, params: Record<string, string | number> = {}): string => {
    let pieces = cut.get(key)
    if (!pieces) {
      const text = words[key]
      if (text === undefined)
        throw new Error(`src/i18n/${lang}.json has no "${key}"; add it to all three files`)
      cut.set(key, (pieces = text.split(/\{([^{}]+)\}/)))
    }
    let text = pieces[0]!
    for (let at = 1; at < pieces.length; at += 2) text += fill(pieces[at]!, params) + pieces[at + 1]!
    return text
  }
}

function fill(place: string, params: Record<string, string | number>): string | number {
  if (!place.includes('|')) return params[place] ?? ''
  const [name, one, many] = place.split('|') as [string, string, string]
  return String(params[name]) === '1' ? one : many
}

/** Whether the editions have words for a key that comes from data, such as an error code. */
export const hasWords = (key: string): boolean => Object.hasOwn(WORDS.en, key)
