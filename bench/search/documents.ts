import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import type { SearchDocument } from '../../src/core/publish/search-document.ts'
import { readCorpus, readPress, type Text } from '../../test/eval/recall/texts.ts'

/** Mean length of an article's text in characters, as measured on real ones. */
const MEAN_LENGTH = 3_300
/** Of ten articles. */
const SHARES: Record<Lang, number> = { 'zh-Hans': 4, 'zh-Hant': 2, en: 4 }

/**
 * Synthetic articles: sentences of real texts in new order, each article with a made-up name of its own and figures of its own,
 * so that the vocabulary grows as a real one does. The same number always gives the same articles.
 */
export function* makeDocuments(count: number): Generator<SearchDocument & { body: string }> {
  const sentences = readSentences()
  const random = lottery(7)
  for (let at = 0; at < count; at++) {
    const lang = pickLang(at)
    const pool = sentences[lang]
    const goal = MEAN_LENGTH * (0.4 + 1.2 * random())
    let body = ''
    while (body.length < goal) {
      body += pool[Math.floor(random() * pool.length)]! + (lang === 'en' ? '. ' : '。')
      if (random() < 0.05) body += `${figure(lang, random)}${lang === 'en' ? '. ' : '。'}`
      if (random() < 0.02) body += '\n'
    }
    const title = pool[Math.floor(random() * pool.length)]!.slice(0, 60)
    yield {
      id: `article-${at}`,
      kind: 'article',
      path: `articles/${at}/`,
      lang,
      title,
      excerpt: body.slice(0, lang === 'en' ? 300 : 120),
      names: [name(random)],
      body,
      facets: {
        lang: [lang],
        source: [`source-${at % 60}`],
        topic: [`topic-${at % 23}`],
        region: [['US', 'CN', 'TW'][at % 3]!],
      },
      date: `20${20 + (at % 7)}-0${1 + (at % 9)}-1${at % 10}`,
      spread: 1 + (at % 4),
    }
  }
}

/** Phrases of four to eight characters or two to four words out of the documents, and single words; for asking. */
export function makeQueries(count: number, of: number): string[] {
  const random = lottery(11)
  const queries: string[] = []
  let at = 0
  const every = Math.max(1, Math.floor(of / count))
  for (const { lang, body } of makeDocuments(of)) {
    if (at++ % every !== 0) continue
    if (lang === 'en') {
      const words = body.match(/[A-Za-z]+(?: [A-Za-z]+){3,}/)?.[0].split(' ') ?? ['model']
      queries.push(words.slice(0, 1 + Math.floor(random() * 4)).join(' '))
    } else {
      const run = body.match(/\p{Script=Han}{9,}/u)?.[0] ?? '模型'
      queries.push(run.slice(0, 2 + Math.floor(random() * 7)))
    }
    if (queries.length === count) break
  }
  return queries
}

function readSentences(): Record<Lang, string[]> {
  const texts: Text[] = [...readPress(), ...(readCorpus() ?? [])]
  const sentences: Record<Lang, string[]> = { en: [], 'zh-Hans': [], 'zh-Hant': [] }
  for (const { lang, body } of texts) {
    const cut = body.split(lang === 'en' ? /(?<=[.!?])\s+|\n+/ : /[。！？\n]+/)
    sentences[lang].push(
      ...cut
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence.length > 10 && sentence.length < 400),
    )
  }
  for (const lang of LANGS)
    if (sentences[lang].length < 20) throw new Error(`too few sentences in ${lang} to make articles of`)
  return sentences
}

function pickLang(at: number): Lang {
  const place = at % 10
  return place < SHARES['zh-Hans']
    ? 'zh-Hans'
    : place < SHARES['zh-Hans'] + SHARES['zh-Hant']
      ? 'zh-Hant'
      : 'en'
}

const SYLLABLES = 'ba ce di fo gu ha ki lo mu na pe ri so ta vu xi ya zo'.split(' ')

const name = (random: () => number) =>
  Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('') +
  Math.floor(random() * 99)

function figure(lang: Lang, random: () => number): string {
  const value = Math.floor(random() * 1000) / 10
  const who = name(random)
  return lang === 'en' ? `${who} failed in ${value}% of runs` : `${who}在${value}%的測試中失敗`
}

function lottery(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
