import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The least a page of a record can be: one layout, the title, the record's text. Three ways of reading the same records. */
const WORDS = "<p>{record.quote?.exact ?? record.subject ?? ''}</p>"
const LAYOUT = `<html lang={lang}><head><meta charset="utf-8" /><title>{record.title ?? record.id}</title></head>
<body><h1>{record.title ?? record.id}</h1>${WORDS}<pre>{JSON.stringify(record).slice(0, 600)}</pre></body></html>`

const CONFIG = (options: string) => `import { defineConfig } from 'astro/config'
export default defineConfig({ ${options} compressHTML: true, devToolbar: { enabled: false } })
`

/** Articles, figures and findings in three editions, read once and handed over by getStaticPaths, sixteen at a time. */
export function writeDirectSite(folder: string, content: string): void {
  writeSite(folder, 'build: { concurrency: 16 },', {
    'src/pages/[lang]/[kind]/[id].astro': `---
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
export function getStaticPaths() {
  const read = (noun) => readdirSync(join(${JSON.stringify(content)}, noun), { recursive: true }).filter((f) => f.endsWith('.json')).map((f) => JSON.parse(readFileSync(join(${JSON.stringify(content)}, noun, f), 'utf8')))
  const articles = read('articles')
  const lists = { articles, findings: read('findings'), figures: articles.flatMap((article) => article.figures) }
  return ['en', 'zh-hans', 'zh-hant'].flatMap((lang) => Object.entries(lists).flatMap(([kind, records]) => records.map((record) => ({ params: { lang, kind, id: record.id }, props: { record } }))))
}
const { record } = Astro.props
const { lang } = Astro.params
---
${LAYOUT}`,
  })
}

/** The same pages from Astro's own collections by glob() of a JSON file a record. */
export function writeGlobSite(folder: string, content: string): void {
  writeRecordFiles(folder, content, 'json', JSON.stringify)
  writeSite(folder, '', {
    'src/content.config.ts': collect('json'),
    'src/pages/[lang]/[...id].astro': `---
import { getCollection } from 'astro:content'
${PATHS}
const record = Astro.props.entry.data
const { lang } = Astro.params
---
${LAYOUT}`,
  })
}

/** The same again as glob() is mostly used: one Markdown file a record, its fields above its words, which are rendered. */
export function writeMarkdownSite(folder: string, content: string): void {
  writeRecordFiles(folder, content, 'md', markdown)
  writeSite(folder, '', {
    'src/content.config.ts': collect('md'),
    'src/pages/[lang]/[...id].astro': `---
import { getCollection, render } from 'astro:content'
${PATHS}
const record = Astro.props.entry.data
const { lang } = Astro.params
const { Content } = await render(Astro.props.entry)
---
${LAYOUT.replace(WORDS, '<Content />')}`,
  })
}

const collect = (ending: string) => `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { records: defineCollection({ loader: glob({ pattern: '**/*.${ending}', base: './records' }) }) }
`

const PATHS = `export async function getStaticPaths() {
  const entries = await getCollection('records')
  return ['en', 'zh-hans', 'zh-hant'].flatMap((lang) => entries.map((entry) => ({ params: { lang, id: entry.id }, props: { entry } })))
}`

interface Loose {
  id: string
  subject?: string
  quote?: { exact: string }
  figures?: Loose[]
}

/** A file for each article, figure and finding; figures are not in their articles as well. */
function writeRecordFiles(
  folder: string,
  content: string,
  ending: string,
  print: (record: Loose) => string,
): void {
  const articles = readRecords(content, 'articles')
  const lists = {
    articles: articles.map((article) => ({
      ...article,
      figures: article.figures?.map(({ id }) => ({ id })),
    })),
    findings: readRecords(content, 'findings'),
    figures: articles.flatMap(({ figures = [] }) => figures),
  }
  for (const [kind, records] of Object.entries(lists)) {
    mkdirSync(join(folder, 'records', kind), { recursive: true })
    for (const record of records)
      writeFileSync(join(folder, 'records', kind, `${record.id}.${ending}`), print(record as Loose))
  }
}

const readRecords = (content: string, noun: string): Loose[] =>
  readdirSync(join(content, noun), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(content, noun, file), 'utf8')))

/** JSON is YAML too. */
function markdown(record: Loose): string {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined)
  const lines = fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n\n${record.quote?.exact ?? record.subject ?? ''}\n`
}

function writeSite(folder: string, options: string, files: Record<string, string>): void {
  const all = { 'astro.config.mjs': CONFIG(options), 'package.json': '{"type":"module"}', ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
