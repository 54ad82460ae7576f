import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The least a page of a record can be: one layout, the title, the record's text. Three ways of reading the same records. */
const LAYOUT = `<html lang={lang}><head><meta charset="utf-8" /><title>{record.title ?? record.id}</title></head>
<body><h1>{record.title ?? record.id}</h1><p>{record.quote?.exact ?? record.subject ?? ''}</p><pre>{JSON.stringify(record).slice(0, 600)}</pre></body></html>`

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

/** The same pages from Astro's own collections by glob(). */
export function writeGlobSite(folder: string, content: string): void {
  const collection = (noun: string) =>
    `defineCollection({ loader: glob({ pattern: '**/*.json', base: ${JSON.stringify(join(content, noun))} }) })`
  writeSite(folder, '', {
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { articles: ${collection('articles')}, findings: ${collection('findings')} }
`,
    'src/pages/[lang]/[kind]/[id].astro': `---
import { getCollection } from 'astro:content'
export async function getStaticPaths() {
  const articles = (await getCollection('articles')).map(({ data }) => data)
  const findings = (await getCollection('findings')).map(({ data }) => data)
  const lists = { articles, findings, figures: articles.flatMap((article) => article.figures) }
  return ['en', 'zh-hans', 'zh-hant'].flatMap((lang) => Object.entries(lists).flatMap(([kind, records]) => records.map((record) => ({ params: { lang, kind, id: record.id }, props: { record } }))))
}
const { record } = Astro.props
const { lang } = Astro.params
---
${LAYOUT}`,
  })
}

/** The same again as it is usually done: one Markdown file a record, collected by glob() and rendered. */
export function writeMarkdownSite(folder: string, content: string): void {
  const read = (noun: string) =>
    readdirSync(join(content, noun), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(content, noun, file), 'utf8')) as Loose)
  const articles = read('articles')
  const lists = {
    articles,
    findings: read('findings'),
    figures: articles.flatMap(({ figures }) => figures as Loose[]),
  }
  for (const [kind, records] of Object.entries(lists)) {
    mkdirSync(join(folder, 'records', kind), { recursive: true })
    for (const record of records)
      writeFileSync(join(folder, 'records', kind, `${record.id}.md`), markdown(record))
  }
  writeSite(folder, '', {
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { records: defineCollection({ loader: glob({ pattern: '**/*.md', base: './records' }) }) }
`,
    'src/pages/[lang]/[...id].astro': `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  const records = await getCollection('records')
  return ['en', 'zh-hans', 'zh-hant'].flatMap((lang) => records.map((record) => ({ params: { lang, id: record.id }, props: { record } })))
}
const { record } = Astro.props
const { lang } = Astro.params
const { Content } = await render(record)
---
<html lang={lang}><head><meta charset="utf-8" /><title>{record.data.title}</title></head>
<body><h1>{record.data.title}</h1><Content /></body></html>`,
  })
}

interface Loose {
  id: string
  title?: string
  subject?: string
  quote?: { exact: string }
  figures?: unknown
}

const markdown = (record: Loose): string =>
  `---\ntitle: ${JSON.stringify(record.title ?? record.id)}\n---\n\n${record.quote?.exact ?? record.subject ?? ''}\n\n\`\`\`\n${JSON.stringify(record).slice(0, 600)}\n\`\`\`\n`

function writeSite(folder: string, options: string, files: Record<string, string>): void {
  const all = { 'astro.config.mjs': CONFIG(options), 'package.json': '{"type":"module"}', ...files }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
