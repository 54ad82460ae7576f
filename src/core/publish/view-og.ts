import type { Lang } from '../model/lang.ts'
import type { Topic } from '../model/vocabulary.ts'

/** Size that every network shows whole, in pixels. */
export const OG_WIDTH = 1200
export const OG_HEIGHT = 630

/** The topmost ancestor of a topic: pictures are drawn for those only. */
export function rootTopic(id: string, topics: Map<string, Topic>): string | undefined {
  let at = topics.get(id)
  const seen = new Set<string>()
  while (at?.parent && topics.has(at.parent) && !seen.has(at.id)) {
    seen.add(at.id)
    at = topics.get(at.parent)
  }
  return at?.id
}

/** What one shared picture says. */
export interface OgCard {
  name: string
  title: string
}

const FAMILIES: Record<Lang, string> = {
  en: "'Iowan Old Style','Palatino Linotype','Liberation Serif',Georgia,serif",
  'zh-Hans': "'Noto Serif CJK SC','Songti SC','Source Han Serif SC','Microsoft YaHei',serif",
  'zh-Hant': "'Noto Serif CJK TC','Songti TC','Source Han Serif TC','Microsoft JhengHei',serif",
}

/**
 * All cards of an edition below each other in one SVG. The renderer opens a Chinese font anew for each piece of text (30 to
 * 60 ms, measured), so a card has one, and the name stands in Latin letters.
 */
export function buildOgSheet(cards: OgCard[], lang: Lang): string {
  const height = cards.length * OG_HEIGHT
  const body = cards.map((card, index) => ogCard(card, index * OG_HEIGHT, lang)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${OG_WIDTH}" height="${height}"><rect width="${OG_WIDTH}" height="${height}" fill="#fbfaf7"/>${body}</svg>`
}

function ogCard({ title }: OgCard, top: number, lang: Lang): string {
  const size = lang === 'en' ? 76 : 84
  const rows = wrap(title, lang === 'en' ? 26 : 12).slice(0, 3)
  const width = textWidth(rows.at(-1) ?? '', size)
  const bottom = 270 + (rows.length - 1) * size * 1.2
  return [
    `<text x="90" y="${top + 110}" font-family="${FAMILIES.en}" font-size="46" font-weight="700" fill="#1c1a18">Redline</text>`,
    `<text font-family="${FAMILIES[lang]}" font-size="${size}" font-weight="700" fill="#1c1a18">`,
    ...rows.map(
      (row, index) => `<tspan x="90" y="${top + 270 + index * size * 1.2}">${escapeXml(row)}</tspan>`,
    ),
    '</text>',
    `<rect x="0" y="${Math.round(top + bottom + 34)}" width="${Math.round(90 + width)}" height="10" fill="#b3151f"/>`,
  ].join('')
}

/** Lines of at most `limit` characters, broken after commas, at spaces or between Han characters. */
const wrap = (text: string, limit: number): string[] =>
  text.split(/(?<=[，,：])/).flatMap((phrase) => wrapPhrase(phrase, limit))

function wrapPhrase(text: string, limit: number): string[] {
  const words = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [text]
  const lines = ['']
  for (const word of words) {
    const line = lines.at(-1)!
    if (line && [...(line + word).trim()].length > limit) lines.push(word)
    else lines[lines.length - 1] = line + word
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** Near enough for an underline: a Han character is as wide as high, a Latin one about half. */
const textWidth = (text: string, size: number) =>
  [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 1 : 0.47), 0) * size

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
