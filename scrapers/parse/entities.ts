import { lazily } from './lazy.ts'

const cheerio = lazily<typeof import('cheerio/slim')>('cheerio/slim')

/** Character references decoded once, as browsers do, with or without the semicolon. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?/g, decodeOne)
}

const known = new Map<string, string>()

function decodeOne(reference: string): string {
  const cached = known.get(reference)
  if (cached !== undefined) return cached
  const decoded = cheerio()
    .load(reference, { xml: { xmlMode: false, decodeEntities: true } }, false)
    .text()
  if (known.size < 5000) known.set(reference, decoded)
  return decoded
}
