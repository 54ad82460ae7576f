import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'astro/zod'
import { describe, expect, it } from 'vitest'
import { readTokens } from '../../src/core/extract/tokens.ts'
import { type Entity, entitySchema } from '../../src/core/model/entity.ts'
import { ENTITY_KINDS } from '../../src/core/model/kinds.ts'
import { LANGS, type Names } from '../../src/core/model/lang.ts'
import { glossaryEntrySchema, metricSchema, topicSchema } from '../../src/core/model/vocabulary.ts'
import { HANS_ONLY, HANT_ONLY } from '../../src/core/text/hans-table.ts'
import { foldChars } from '../../src/core/text/script.ts'

const content = resolve(import.meta.dirname, '../../content')

/** Each line that is not of its schema becomes a sentence naming file, line and field. */
function readLines<T>(file: string, schema: z.ZodType<T>): { rows: T[]; faults: string[] } {
  const rows: T[] = []
  const faults: string[] = []
  const lines = readFileSync(join(content, file), 'utf8').split('\n').filter(Boolean)
  for (const [index, line] of lines.entries()) {
    const parsed = schema.safeParse(JSON.parse(line))
    if (parsed.success) rows.push(parsed.data)
    else faults.push(`${file}:${index + 1} ${parsed.error.issues.map((i) => `${i.path} ${i.message}`)}`)
  }
  return { rows, faults }
}

const FILES: Record<string, Entity['kind']> = {
  'benchmarks.jsonl': 'benchmark',
  'laws.jsonl': 'law',
  'models.jsonl': 'model',
  'organizations.jsonl': 'organization',
  'people.jsonl': 'person',
  'places.jsonl': 'place',
}
const entityFiles = Object.keys(FILES).map((file) => ({
  file,
  ...readLines(`entities/${file}`, entitySchema),
}))
const entities = entityFiles.flatMap(({ rows }) => rows)
const metrics = readLines('metrics.jsonl', metricSchema)
const topics = readLines('topics.jsonl', topicSchema)
const glossary = readLines('glossary.jsonl', glossaryEntrySchema)

interface Entry {
  id: string
  names: Names
  aliases?: string[]
}
const registries: { file: string; rows: Entry[]; faults: string[] }[] = [
  ...entityFiles,
  { file: 'metrics', ...metrics },
  { file: 'topics', ...topics },
  { file: 'glossary', ...glossary },
]
/** The path of a form in the matcher: script, case, hyphens and spaces between words do not count. */
function fold(name: string): string {
  const folded = foldChars(name.normalize('NFKC'))
  const { count, starts, ends } = readTokens(folded)
  return Array.from({ length: count }, (_, index) => folded.slice(starts[index], ends[index])).join(' ')
}
const writtenForms = ({ names, aliases = [] }: Entry) => [...Object.values(names), ...aliases]

/** Folded forms that stand for more than one entry, each with the ids that share it. */
function collisions(rows: Entry[]): string[] {
  const owners = new Map<string, Set<string>>()
  for (const row of rows)
    for (const form of writtenForms(row)) {
      const key = fold(form).replaceAll(' ', '')
      owners.set(key, (owners.get(key) ?? new Set()).add(row.id))
    }
  return [...owners].filter(([, ids]) => ids.size > 1).map(([form, ids]) => `${form}: ${[...ids].join(', ')}`)
}
const charactersOf = (rows: Entry[], lang: 'zh-Hans' | 'zh-Hant', foreign: string) =>
  rows.flatMap(({ id, names }) =>
    [...names[lang]]
      .filter((character) => foreign.includes(character))
      .map((c) => `${id}: ${c} in ${names[lang]}`),
  )

describe.each(registries)('$file', ({ rows, faults }) => {
  it('satisfies the schema on every line', () => expect(faults).toEqual([]))

  it('is sorted by id, each id once', () => {
    const ids = rows.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it('names everything in the script of each edition', () => {
    expect(charactersOf(rows, 'zh-Hans', HANT_ONLY)).toEqual([])
    expect(charactersOf(rows, 'zh-Hant', HANS_ONLY)).toEqual([])
  })

  it('repeats no form within an entry', () => {
    const repeated = rows.flatMap(({ id, names, aliases = [] }) => {
      const known = new Set(LANGS.map((lang) => fold(names[lang])))
      return aliases.filter((alias) => known.size === known.add(fold(alias)).size).map((a) => `${id}: ${a}`)
    })
    expect(repeated).toEqual([])
  })
})

describe('entities', () => {
  it('are at least 400, in one file a kind', () => {
    expect(entities.length).toBeGreaterThanOrEqual(480)
    expect(readdirSync(join(content, 'entities')).filter((f) => f.endsWith('.jsonl'))).toEqual(
      Object.keys(FILES),
    )
    expect(Object.values(FILES).sort()).toEqual([...ENTITY_KINDS].sort())
    for (const { file, rows } of entityFiles)
      expect(
        rows.filter(({ kind }) => kind !== FILES[file]),
        file,
      ).toEqual([])
  })

  it('have one id each over all kinds', () => {
    const ids = entities.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it.each(ENTITY_KINDS)('of kind %s share no written form', (kind) => {
    expect(collisions(entities.filter((entity) => entity.kind === kind))).toEqual([])
  })

  it('name families that are models and makers that are organisations', () => {
    const kindOf = new Map(entities.map(({ id, kind }) => [id, kind]))
    expect(entities.filter(({ family }) => family && kindOf.get(family) !== 'model')).toEqual([])
    expect(entities.filter(({ maker }) => maker && kindOf.get(maker) !== 'organization')).toEqual([])
    expect(entities.filter(({ family, kind }) => family && kind !== 'model')).toEqual([])
  })

  it('never put a model into its own family or into a chain of families', () => {
    const familyOf = new Map(entities.map(({ id, family }) => [id, family]))
    expect(entities.filter(({ family }) => family && familyOf.get(family))).toEqual([])
  })

  it('keep the forms that both shores of the strait write', () => {
    const forms = new Map(entities.flatMap((entity) => writtenForms(entity).map((f) => [fold(f), entity.id])))
    const expected = {
      谷歌: 'google',
      輝達: 'nvidia',
      英伟达: 'nvidia',
      川普: 'trump',
      特朗普: 'trump',
      奧特曼: 'altman',
      辛頓: 'hinton',
      欣顿: 'hinton',
      'Opus 4': 'claude-opus-4',
      生命未来研究所: 'fli',
      义大利: 'italy',
    }
    for (const [form, id] of Object.entries(expected)) expect(forms.get(fold(form)), form).toBe(id)
  })
})

describe('metrics', () => {
  const ids = new Set(metrics.rows.map(({ id }) => id))

  it('are at least 250 and share no written form', () => {
    expect(metrics.rows.length).toBeGreaterThanOrEqual(280)
    expect(collisions(metrics.rows)).toEqual([])
  })

  it('point at metrics and topics that exist', () => {
    const topicIds = new Set(topics.rows.map(({ id }) => id))
    expect(metrics.rows.filter(({ broader }) => broader && !ids.has(broader))).toEqual([])
    expect(metrics.rows.filter(({ topic }) => topic && !topicIds.has(topic))).toEqual([])
  })

  it('complement each other both ways', () => {
    const complementOf = new Map(metrics.rows.map(({ id, complement }) => [id, complement]))
    expect(
      metrics.rows.filter(({ id, complement }) => complement && complementOf.get(complement) !== id),
    ).toEqual([])
    expect(complementOf.get('detection-rate')).toBe('undetected-rate')
  })

  it('have no metric broader than itself at any remove', () => {
    const broaderOf = new Map(metrics.rows.map(({ id, broader }) => [id, broader]))
    const climbs = (id: string, steps = 0): boolean => {
      const next = broaderOf.get(id)
      return next === undefined || (steps < 10 && climbs(next, steps + 1))
    }
    expect([...ids].filter((id) => !climbs(id))).toEqual([])
  })
})

describe('topics', () => {
  it('form a tree whose roots are few', () => {
    const parentOf = new Map(topics.rows.map(({ id, parent }) => [id, parent]))
    expect(topics.rows.filter(({ parent }) => parent && !parentOf.has(parent))).toEqual([])
    expect(topics.rows.filter(({ parent }) => parent && parentOf.get(parent))).toEqual([])
  })

  it('cover the seven domains and 24 subdomains of the MIT AI Risk Repository', () => {
    const covered = new Set(topics.rows.map(({ mitDomain }) => mitDomain).filter(Boolean))
    const perDomain = [3, 2, 2, 3, 2, 6, 6]
    const expected = perDomain.flatMap((size, index) => [
      `${index + 1}`,
      ...Array.from({ length: size }, (_, at) => `${index + 1}.${at + 1}`),
    ])
    expect(expected.filter((domain) => domain.includes('.'))).toHaveLength(24)
    expect(expected.filter((domain) => !covered.has(domain))).toEqual([])
  })

  it('describe themselves and list terms in both scripts or in words that need none', () => {
    expect(topics.rows.filter(({ description, terms }) => !description || terms.length < 4)).toEqual([])
    expect(topics.rows.filter(({ terms }) => !terms.some((term) => /\p{Script=Han}/u.test(term)))).toEqual([])
  })
})

describe('glossary', () => {
  it('has at least 350 rows that share no name within a language', () => {
    expect(glossary.rows.length).toBeGreaterThanOrEqual(350)
    for (const lang of LANGS) {
      const names = glossary.rows.map(({ names }) => fold(names[lang]))
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })

  it.each([
    ['information', '信息', '資訊'],
    ['program', '程序', '程式'],
    ['artificial intelligence', '人工智能', '人工智慧'],
    ['quality', '质量', '品質'],
    ['video', '视频', '影片'],
    ['alignment', '对齐', '對齊'],
    ['jailbreak', '越狱', '越獄'],
    ['hallucination', '幻觉', '幻覺'],
  ])('joins %s, %s and %s', (en, hans, hant) => {
    const row = glossary.rows.find(({ names }) => names.en === en)
    expect(row && [row.names['zh-Hans'], row.names['zh-Hant']]).toEqual([hans, hant])
  })
})
