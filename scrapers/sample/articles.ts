import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'astro/zod'
import { parse } from 'yaml'

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  /** With the outlet's own zone, as a newsroom system would store it. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$/),
  /** When a revised text replaced the first one; stands in `<slug>.rev2.md` only. */
  modified: z.string().optional(),
  authors: z.array(z.string().min(1)),
  kind: z.enum(['news', 'analysis', 'interview', 'post', 'paper', 'paper-summary']),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)),
  /** `<outlet>/<slug>` of the article that this one says it repeats. */
  repostOf: z.string().optional(),
  /** Bytes the page is served in; UTF-8 when absent. */
  encoding: z.enum(['gbk', 'big5']).optional(),
  /** Content of the page's robots meta element. */
  robots: z.string().optional(),
  /** Papers of the arXiv-like API: identifier without version, version and categories. */
  arxiv: z.strictObject({ id: z.string(), version: z.int(), categories: z.array(z.string()) }).optional(),
  /** Every text of the sample press says that it is one. */
  sample: z.literal(true),
})

/** One text of the sample press as its Markdown file has it. */
export interface SampleArticle extends z.infer<typeof frontMatterSchema> {
  outlet: string
  slug: string
  /** Markdown after the front matter. */
  body: string
  /** The text that replaces this one after publication. */
  revised?: SampleArticle
}

const PRESS = new URL('./press/', import.meta.url)

/** Reads every article of the sample press, newest first within an outlet. */
export function readSampleArticles(): SampleArticle[] {
  return readdirSync(PRESS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readOutlet(entry.name))
}

function readOutlet(outlet: string): SampleArticle[] {
  const names = readdirSync(new URL(`${outlet}/`, PRESS)).filter((name) => name.endsWith('.md'))
  const all = new Map(names.map((name) => [name, readArticle(outlet, name)]))
  return names
    .filter((name) => !name.endsWith('.rev2.md'))
    .map((name) => {
      const article = all.get(name)!
      const revised = all.get(name.replace(/\.md$/, '.rev2.md'))
      return revised ? { ...article, revised: { ...revised, slug: article.slug } } : article
    })
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || a.slug.localeCompare(b.slug))
}

function readArticle(outlet: string, name: string): SampleArticle {
  const text = readFileSync(new URL(`${outlet}/${name}`, PRESS), 'utf8')
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new Error(`press/${outlet}/${name}: expected front matter between two lines of ---`)
  const result = frontMatterSchema.safeParse(parse(match[1]!))
  if (!result.success)
    throw new Error(`press/${outlet}/${name}: front matter: ${z.prettifyError(result.error)}`)
  return { ...result.data, outlet, slug: name.replace(/\.md$/, ''), body: match[2]!.trim() }
}
