import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AI_NEWS } from '../../scrapers/keywords.ts'
import { readSources } from '../../scrapers/registry.ts'
import { HANS_ONLY, HANT_ONLY } from '../../src/core/text/hans-table.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'scrapers/sources')
const definitions = await readSources()
const sources = definitions.map(({ source }) => source)

/** How many sources have each value of a field. */
function countBy(field: 'kind' | 'lang' | 'region' | 'tier' | 'method'): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const source of sources) counts[source[field]] = (counts[source[field]] ?? 0) + 1
  return counts
}
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('the registry of sources', () => {
  it('holds at least 95 live sources, one small file each, the file name being the id', () => {
    expect(sources.length).toBeGreaterThanOrEqual(95)
    expect(sources.filter(({ sample }) => sample)).toEqual([])
    const files = readdirSync(folder).sort()
    expect(sources.map(({ id }) => `${id}.ts`)).toEqual(files)
    const long = files.filter((file) => readFileSync(join(folder, file), 'utf8').split('\n').length > 40)
    expect(long).toEqual([])
  })

  it('speaks all three written languages', () => {
    const counts = countBy('lang')
    expect(counts['en']).toBeGreaterThanOrEqual(42)
    expect(counts['zh-Hans']).toBeGreaterThanOrEqual(26)
    expect(counts['zh-Hant']).toBeGreaterThanOrEqual(13)
  })

  it('balances primary sources with the press that reports them', () => {
    const counts = countBy('tier')
    expect(counts['primary']).toBeGreaterThanOrEqual(9)
    expect(counts['press']).toBeGreaterThanOrEqual(40)
    expect(counts['aggregator']! + counts['self-media']!).toBeLessThan(sources.length / 3)
    const primaryLangs = new Set(sources.filter(({ tier }) => tier === 'primary').map(({ lang }) => lang))
    expect([...primaryLangs].sort()).toEqual(['en', 'zh-Hans', 'zh-Hant'])
  })

  it('covers mainland China, Taiwan, Hong Kong and the West', () => {
    const counts = countBy('region')
    expect(counts['CN']).toBeGreaterThanOrEqual(20)
    expect(counts['TW']).toBeGreaterThanOrEqual(12)
    expect(counts['HK']).toBeGreaterThanOrEqual(8)
    expect(counts['US']! + counts['GB']!).toBeGreaterThanOrEqual(30)
  })

  it.each([
    ['press', 40],
    ['lab', 12],
    ['institute', 20],
    ['forum', 4],
    ['newsletter', 12],
    ['incident-database', 3],
    ['repository', 5],
    ['self-media', 4],
  ] as const)('has sources of kind %s, at least %i', (kind, least) => {
    expect(countBy('kind')[kind]).toBeGreaterThanOrEqual(least)
  })

  it('uses every way of reading that needs no parser of its own', () => {
    expect(Object.keys(countBy('method')).sort()).toEqual([
      'arxiv',
      'feed',
      'listing',
      'markdown',
      'pdf',
      'sitemap',
    ])
  })

  it('fetches no address twice and names no two sources alike', () => {
    expect(repeated(sources.map(({ url }) => url.replace(/\/$/, '')))).toEqual([])
    expect(repeated(sources.map(({ names }) => names.en))).toEqual([])
  })

  it('knows the topics that it names, and a homepage for readers', () => {
    const lines = readFileSync(join(root, 'content/topics.jsonl'), 'utf8').trimEnd().split('\n')
    const known = new Set(lines.map((line): string => JSON.parse(line).id))
    expect(sources.flatMap(({ topics }) => topics).filter((topic) => !known.has(topic))).toEqual([])
    expect(sources.filter(({ topics, homepage }) => topics.length === 0 || !homepage)).toEqual([])
  })

  it('names each source in the script of each edition', () => {
    const foreign = sources.filter(
      ({ names }) =>
        [...names['zh-Hans']].some((character) => HANT_ONLY.includes(character)) ||
        [...names['zh-Hant']].some((character) => HANS_ONLY.includes(character)),
    )
    expect(foreign.map(({ id }) => id)).toEqual([])
  })

  it('says how an address was confirmed for at least four of five sources, never in the future', () => {
    const verified = sources.filter((source) => source.verified)
    expect(verified.length / sources.length).toBeGreaterThan(0.8)
    const today = new Date().toISOString()
    expect(verified.filter(({ verified: check }) => check!.on > today)).toEqual([])
    expect(verified.filter(({ verified: check }) => check!.how.length < 20)).toEqual([])
  })

  it('narrows lists of links to articles by their addresses', () => {
    const wide = definitions.filter(
      ({ source, reading }) => /^(listing|sitemap)$/.test(source.method) && !reading.links,
    )
    expect(wide.map(({ source }) => source.id)).toEqual([])
  })

  it('asks hosts at most four times an hour and states zones that exist', () => {
    expect(sources.filter(({ intervalMinutes }) => intervalMinutes < 15)).toEqual([])
    const zones = new Set(sources.flatMap(({ timeZone }) => timeZone ?? []))
    for (const timeZone of zones)
      expect(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone).toBe(timeZone)
  })

  it('keeps quotes of paywalled and agency sources short', () => {
    const limited = sources.filter(({ excerptLimit }) => excerptLimit !== undefined)
    expect(limited.length).toBeGreaterThanOrEqual(8)
    expect(limited.filter(({ excerptLimit }) => excerptLimit! > 120)).toEqual([])
  })
})

describe('the words that let an entry of a general outlet in', () => {
  it.each([
    'AI换脸诈骗再现',
    '港警：深偽視像會議騙款',
    '立法院審議人工智慧基本法',
    '国家网信办公布生成式人工智能备案信息',
    'EU lawmakers agree on AI Act delay',
    'A.I. chatbots and teenagers',
    'OpenAI hires a chief of preparedness',
    'Researchers find a jailbreak in robots',
    '輝達財報優於預期',
  ])('take %s', (title) => expect(AI_NEWS.test(title)).toBe(true))

  it.each([
    'Shanghai said it would rain',
    'Aid convoy reaches the coast',
    '天文台發出暴雨警告',
    '今日股市收盘上涨',
    'A new hospital opens in Taipei',
  ])('leave %s', (title) => expect(AI_NEWS.test(title)).toBe(false))

  it('take time in proportion to the text', () => {
    const text = '的'.repeat(200_000) + 'A.'.repeat(100_000)
    const start = performance.now()
    expect(AI_NEWS.test(text)).toBe(false)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
