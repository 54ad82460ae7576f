import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type WrittenData, writeSiteData } from '../../src/cli/publish-data.ts'
import { codePointCounter } from '../../src/core/publish/code-points.ts'
import { csvCell, csvLine } from '../../src/core/publish/csv.ts'
import { publishArticle } from '../../src/core/publish/published-article.ts'
import { openCache } from '../../src/store/cache.ts'
import { articles as press } from '../fixtures/site/press.ts'
import { openFixture } from './corpus.ts'

const require = createRequire(import.meta.url)
const Ajv = require('ajv/dist/2020') as new (
  options: object,
) => {
  compile(schema: object): ((value: unknown) => boolean) & { errors?: unknown }
}
const ORIGIN = 'https://redline.example'

let fixture: Awaited<ReturnType<typeof openFixture>>
let out: string
let written: WrittenData
const folders: string[] = []

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redline-data-'))
  folders.push(folder)
  return folder
}
const write = (to: string) =>
  writeSiteData({ contentDir: join(fixture.folder, 'content'), dataDir: fixture.folder }, to, ORIGIN)
const readText = (path: string, folder = out) => readFileSync(join(folder, path), 'utf8')
const readJson = (path: string, folder = out) => JSON.parse(readText(path, folder))
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

beforeAll(async () => {
  fixture = await openFixture()
  const cache = openCache(join(fixture.folder, 'cache'))
  for (const { text } of press) await cache.put(new TextEncoder().encode(text))
  out = temporary()
  written = await write(out)
})
afterAll(() => {
  fixture.remove()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A reader of RFC 4180 written from the specification, so that the writer is not its own judge. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (text[at] !== '"') cell += text[at]
        else if (text[at + 1] === '"') cell += text[at++]
        else break
      }
      at++
    } else {
      const end = /[,\r\n]/g
      end.lastIndex = at
      const stop = end.exec(text)?.index ?? text.length
      cell = text.slice(at, stop)
      at = stop
    }
    row.push(cell)
    if (text[at] === ',') at++
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

describe('a CSV cell', () => {
  const rows: [string | number, string][] = [
    ['=cmd', "'=cmd"],
    ['+1+cmd', "'+1+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=cmd', "' =cmd"],
    ['\r=cmd', "' =cmd"],
    ['\u00a0=cmd', "'\u00a0=cmd"],
    ['\ufeff=cmd', "'\ufeff=cmd"],
    ['a\n=cmd', 'a =cmd'],
    ['＝cmd', "'＝cmd"],
    ['＋cmd', "'＋cmd"],
    ['-12.5', '-12.5'],
    ['-5%', '-5%'],
    [-12.5, '-12.5'],
    ['a "b", c', '"a ""b"", c"'],
    ['\ud800x', '\ufffdx'],
  ]
  it.each(rows)('%j becomes %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected)
  })

  it('P1: never starts a formula and is read back, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const [row] = parseCsv(csvLine(texts))
          expect(row).toHaveLength(texts.length)
          for (const [index, cell] of row!.entries()) {
            const isNumber = /^[+-]?\d+([.,]\d+)*\s?%?$/.test(cell)
            expect(isNumber || !/^\s*[=+\-@＝＋－＠]/.test(cell)).toBe(true)
            const plain = texts[index]!.toWellFormed().replace(
              /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g,
              ' ',
            )
            expect([plain, `'${plain}`]).toContain(cell)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the data package', () => {
  it('names every file with its size, hash and columns, and the rows fit them', () => {
    const { resources, licenses, version } = readJson('data/datapackage.json')
    expect(licenses[0].name).toBe('CC-BY-4.0')
    expect(version).toMatch(/^1\.0\.0\+\d{8}$/)
    expect(resources).toHaveLength(10)
    for (const { path, bytes, hash, format, schema } of resources) {
      const content = readFileSync(join(out, 'data', path))
      expect(bytes).toBe(content.length)
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      const names = schema.fields.map(({ name }: { name: string }) => name)
      if (format !== 'csv') continue
      const [head, ...rows] = parseCsv(content.toString())
      expect(head).toEqual(names)
      for (const row of rows)
        for (const [index, field] of schema.fields.entries()) {
          const cell = row[index]!
          if (field.constraints?.required) expect(cell, `${path} ${field.name}`).not.toBe('')
          if (cell === '') continue
          if (field.type === 'number') expect(Number.isFinite(Number(cell))).toBe(true)
          if (field.type === 'integer') expect(cell).toMatch(/^\d+$/)
          if (field.type === 'boolean') expect(cell).toMatch(/^(true|false)$/)
          if (field.constraints?.pattern) expect(cell).toMatch(new RegExp(`^(${field.constraints.pattern})$`))
        }
    }
  })

  it('holds the same rows as JSON Lines, with keys that lead to rows', () => {
    const table = (name: string) =>
      readText(`data/${name}.jsonl`)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>)
    const ids = (name: string) => new Set(table(name).map(({ id }) => id))
    for (const { name, schema, format } of readJson('data/datapackage.json').resources) {
      if (format !== 'csv') continue
      const rows = table(name)
      expect(parseCsv(readText(`data/${name}.csv`))).toHaveLength(rows.length + 1)
      for (const { fields, reference } of schema.foreignKeys) {
        const known = ids(reference.resource ?? name)
        const missing = rows.filter((row) => row[fields[0]] !== undefined && !known.has(row[fields[0]]!))
        expect(missing, `${name}.${fields[0]}`).toEqual([])
      }
    }
    expect(table('figures')).toHaveLength(fixture.corpus.figure.size)
  })

  it('describes the CSV files for the web too', () => {
    const { tables } = readJson('data/csv-metadata.json')
    for (const { url, tableSchema } of tables) {
      const [head] = parseCsv(readText(`data/${url}`))
      expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(head)
    }
  })
})

describe('the API', () => {
  it('gives objects that satisfy their published JSON Schemas', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const schemas = new Map(
      readdirSync(join(out, 'data/schemas')).map((file) => {
        const schema = readJson(`data/schemas/${file}`)
        expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
        expect(schema.$id).toBe(`${ORIGIN}/data/schemas/${file}`)
        return [file, ajv.compile(schema)]
      }),
    )
    const check = (schema: string, path: string) => {
      const validate = schemas.get(`${schema}.schema.json`)!
      const isValid = validate(readJson(path))
      expect(isValid, `${path} ${JSON.stringify(validate.errors)}`).toBe(true)
    }
    for (const { id } of fixture.corpus.findings) check('api-finding', `api/v1/findings/${id}.json`)
    for (const { id } of fixture.corpus.articles.slice(0, 60))
      check('api-article', `api/v1/articles/${id}.json`)
    const validate = schemas.get('api-article.schema.json')!
    const noted = (reason: string) => ({
      ...readJson(`api/v1/articles/${fixture.corpus.articles[0]!.id}.json`),
      dateNote: { reason, asWritten: 'soon' },
    })
    expect(['unreadable', 'two-digit-year', 'late'].map((reason) => validate(noted(reason)))).toEqual([
      true,
      true,
      false,
    ])
    for (const { id } of fixture.corpus.redirects) check('api-redirect', `api/v1/findings/${id}.json`)
    check('api-list', 'api/v1/findings/page-1.json')
    check('api-list', 'api/v1/articles/page-1.json')
  })

  it('leads from the index to every record', () => {
    const { links, counts } = readJson('api/v1/index.json')
    expect(counts).toMatchObject({
      findings: fixture.corpus.findings.length,
      articles: fixture.corpus.articles.length,
      figures: fixture.corpus.figure.size,
    })
    const local = (url: string) => url.replace(ORIGIN, '').slice(1)
    const seen: string[] = []
    for (let at: string | undefined = links.articles; at; ) {
      const page = readJson(local(at))
      seen.push(...page.items.map(({ href }: { href: string }) => local(href)))
      at = page.next
    }
    expect(seen).toHaveLength(fixture.corpus.articles.length)
    expect(seen.filter((path) => !existsSync(join(out, path)))).toEqual([])
  })

  it('quotes verbatim in every appearance, and credits the producer', () => {
    const finding = readJson('api/v1/findings/f-blackmail-claude-opus-4.json')
    const quotes = finding.appearances.map(({ quote }: { quote: string }) => quote)
    expect(quotes).toContain(
      'When the replacement also had different goals, Claude Opus 4 chose blackmail in 96% of runs.',
    )
    expect(finding.cite.source.csl.URL).toBe('https://sample-lab.example/agentic-misalignment')
    expect(finding.cite.source.text['zh-Hans']).toContain('样例实验室札记')
    expect(finding.cite.record.csl.author).toEqual([{ literal: 'Redline' }])
  })

  it('never publishes a text, a summary, or more than the caps', () => {
    for (const { id, lang, sample, textLength } of fixture.corpus.articles) {
      const article = readJson(`api/v1/articles/${id}.json`)
      expect(article.summary ?? article.text).toBeUndefined()
      const sentences = new Set<string>(
        [...article.figures, ...article.claims].flatMap(({ sentence }) => sentence?.exact ?? []),
      )
      for (const exact of sentences) expect([...exact].length).toBeLessThanOrEqual(lang === 'en' ? 300 : 120)
      if (!sample && textLength > 0) expect(sentences.size).toBeLessThanOrEqual(3)
    }
  })
})

describe('places', () => {
  it('count code points, also behind characters outside the basic plane', () => {
    const text = '𠮷野家😀 says 96% and 𠀋'
    const count = codePointCounter(text)
    const points = [...text]
    for (const part of ['野', ' says', '96%', '𠀋']) {
      const at = text.indexOf(part)
      expect(points.slice(count(at), count(at + part.length)).join('')).toBe(part)
    }
  })

  it('point at the words in the annotations', () => {
    const withText = press.filter(({ text }) => text.includes('96%'))
    expect(withText.length).toBeGreaterThan(0)
    let checked = 0
    for (const { text, source, slug } of withText) {
      const id = createHash('sha256').update(`https://${source}.example/${slug}`).digest('hex').slice(0, 16)
      const page = readJson(`api/v1/annotations/${id}.json`)
      expect(page).toMatchObject({ type: 'AnnotationPage', offsetUnit: 'code point' })
      expect(page.textSha256).toBe(createHash('sha256').update(text).digest('hex'))
      for (const { target } of page.items)
        for (const { selector, state } of target) {
          const [quote, position] = selector
          expect(state.type).toBe('TimeState')
          expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
          checked++
        }
    }
    expect(checked).toBeGreaterThan(10)
  })

  it('are left out, not guessed, when the text is gone', () => {
    const article = fixture.corpus.articles.find(({ figures }) => figures.length > 0)!
    const { figures } = publishArticle(article, undefined, undefined)
    expect(figures[0]!.printed).toEqual({ exact: article.figures[0]!.asWritten })
  })

  it('belong to words that are there: what the text does not hold is dropped and counted', () => {
    const article = fixture.corpus.articles.find(({ figures }) => figures.length > 1)!
    const { figures, dropped } = publishArticle(article, undefined, 'another text altogether')
    expect(figures).toEqual([])
    expect(dropped).toBe(article.figures.length + article.claims.length)
    expect(written.dropped).toBe(0)
  })
})

describe('the same records', () => {
  it('P2: give the same bytes', async () => {
    const again = temporary()
    await write(again)
    const files = filesBelow(out)
    expect(filesBelow(again)).toEqual(files)
    expect(
      files.filter((file) => !readFileSync(join(out, file)).equals(readFileSync(join(again, file)))),
    ).toEqual([])
    expect(written.files).toBe(files.length)
  })
})

describe('what was asked to be removed', () => {
  it('is in no file, by source or by address, and its findings go on without it', async () => {
    const path = join(fixture.folder, 'content', 'takedowns.jsonl')
    const url = 'https://sample-machine.example/lesuo-cuowu'
    writeFileSync(path, `{"source":"sample-herald","on":"2026-09-01"}\n{"url":"${url}"}\n`)
    try {
      const trimmed = temporary()
      await write(trimmed)
      const texts = filesBelow(trimmed).map((file) => readText(file, trimmed))
      expect(texts.filter((text) => text.includes('sample-herald') || text.includes(url))).toEqual([])
      const finding = readJson('api/v1/findings/f-blackmail-claude-opus-4.json', trimmed)
      expect(finding.appearances.length).toBeGreaterThan(0)
      expect(filesBelow(out).length).toBeGreaterThan(filesBelow(trimmed).length)
    } finally {
      rmSync(path)
    }
  })

  it('stops the build when a line cannot be read, naming it', async () => {
    const path = join(fixture.folder, 'content', 'takedowns.jsonl')
    writeFileSync(path, '{"source":"sample-herald"}\n{"sauce":"x"}\n')
    try {
      await expect(write(temporary())).rejects.toThrow(/takedowns\.jsonl:2: expected .*got \{"sauce":"x"\}/)
    } finally {
      rmSync(path)
    }
  })
})
