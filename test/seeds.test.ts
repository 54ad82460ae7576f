import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../scrapers/parse/document.ts'
import { buildMatchers, type Extraction, extract } from '../src/core/extract/article.ts'
import type { Figure } from '../src/core/model/figure.ts'
import { readRegistry } from '../src/registry.ts'

const seeds = resolve(import.meta.dirname, '../../shared/seeds')
if (!existsSync(seeds)) console.log('seeds.test: ../shared/seeds is not here; its documents are not tested')

const matchers = buildMatchers(readRegistry())

/** The document whose file name begins with the number. */
async function readSeed(number: string) {
  const file = readdirSync(seeds).find((name) => name.startsWith(number))!
  const doc = await parseDocument(readFileSync(join(seeds, file)), {
    file,
    now: new Date('2026-11-01T00:00:00Z'),
  })
  if ('failure' in doc) throw new Error(`${file}: ${doc.message}`)
  return { doc, found: extract(doc, matchers) }
}

const withValue = ({ figures }: Extraction, value: number) =>
  figures.filter((figure) => figure.value === value)
const subjects = (figures: Figure[]) => figures.map(({ subject }) => subject ?? '')

describe.runIf(existsSync(seeds))('001, an arXiv summary page', () => {
  it('gives the arXiv id, authors, date, categories and keywords', async () => {
    const { doc } = await readSeed('001')
    expect(doc.arxiv).toMatchObject({
      id: '2412.12140',
      version: 1,
      categories: ['cs.CL', 'cs.AI', 'cs.CY', 'cs.LG'],
    })
    expect(doc.authors).toHaveLength(4)
    expect(doc.published).toBe('2024-12-09')
    expect(doc.tags).toContain('AI安全')
  })

  it('holds the abstract in both languages', async () => {
    const { doc } = await readSeed('001')
    expect(doc.text).toContain('自我复制的红线')
    expect(doc.text).toContain('Successful self-replication under no human assistance')
  })

  it.each([
    [50, /^Llama3/, /^Llama/],
    [90, /^Qwen2/, /^Qwen/],
  ])('binds %d percent to its model in Chinese and in English', async (value, chinese, english) => {
    const { found } = await readSeed('001')
    const bound = subjects(withValue(found, value))
    expect(bound.filter((subject) => chinese.test(subject)).length).toBeGreaterThanOrEqual(2)
    expect(bound.every((subject) => english.test(subject))).toBe(true)
    expect(bound.length).toBeGreaterThanOrEqual(3)
  })

  it('refers to the paper', async () => {
    expect((await readSeed('001')).found.references).toContainEqual({ kind: 'arxiv', id: '2412.12140' })
  })
})

describe.runIf(existsSync(seeds))('002, an article in Traditional Chinese', () => {
  it('is zh-Hant, without figures, with three references', async () => {
    const { found } = await readSeed('002')
    expect(found.lang).toBe('zh-Hant')
    expect(found.figures).toEqual([])
    expect(found.references.map(({ kind }) => kind)).toEqual(['url', 'url', 'url'])
    expect(found.references.at(-1)!.id).toBe('https://www.anthropic.com/research/agentic-misalignment')
  })
})

describe.runIf(existsSync(seeds))('003, a post with front matter', () => {
  it('gives title, date with zone, tags, topics and summary', async () => {
    const { doc, found } = await readSeed('003')
    expect(doc.title).toMatch(/^当AI学会/)
    expect(doc.published).toBe('2025-06-25T21:10:07+08:00')
    expect(doc.tags).toEqual(expect.arrayContaining(['AI安全', '模型对齐']))
    expect(doc.summary).toMatch(/^Anthropic最新研究发现/)
    expect(found.topics.length).toBeGreaterThan(0)
  })

  it('takes the footnotes as references', async () => {
    const { found } = await readSeed('003')
    expect(found.references).toHaveLength(2)
    expect(found.references.map(({ id }) => id).join('\n')).toMatch(/36氪[\s\S]*Agentic Misalignment/)
  })

  it.each<[number, RegExp]>([
    [16, /模型/],
    [96, /Claude Opus 4/],
    [95, /Gemini 2\.5 Pro/],
    [80, /GPT-4\.1|Grok 3 Beta/],
    [79, /DeepSeek-R1/],
    [12, /Llama 4 Maverick/],
  ])('binds %d to its subject', async (value, subject) => {
    const { found } = await readSeed('003')
    // the first one: a footnote repeats 96 with less to say
    const [figure] = withValue(found, value)
    expect(`${figure?.subject ?? ''}${figure?.unitDetail ?? ''}`).toMatch(subject)
  })
})

describe.runIf(existsSync(seeds))('004, an interview', () => {
  it('gives the turns of the interviewee to him', async () => {
    const { doc, found } = await readSeed('004')
    expect(doc.type).toBe('Interview')
    expect(found.claims.map(({ speaker }) => speaker)).toContain('David Krueger')
  })

  it.each([
    ['数百名', 100, 'about'],
    ['6个月', 6, 'at_least'],
    ['20年', 20, 'at_most'],
  ])('reads %s', async (asWritten, value, qualifier) => {
    const { found } = await readSeed('004')
    expect(found.figures).toContainEqual(expect.objectContaining({ asWritten, value, qualifier }))
  })
})
