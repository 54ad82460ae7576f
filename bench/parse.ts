/**
 * Speed of parsing beside the libraries that could do it alone: feeds beside rss-parser (on feeds that it can read), pages
 * beside Readability on linkedom. Inputs are those of ../shared where it is there, else feeds and pages made here.
 *
 *   node bin/run.mjs bench/parse.ts
 *
 * Budget: feeds at least 0.9 of rss-parser's speed; pages at most three times the time of Readability.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import RssParser from 'rss-parser'
import { parseArticle } from '../scrapers/parse/article.ts'
import { decodeBytes } from '../scrapers/parse/decode.ts'
import { parseFeed } from '../scrapers/parse/feed.ts'

const BUDGET = { feeds: 0.9, pages: 3 }
const ROUNDS = 5
const CORPUS = join(import.meta.dirname, '../../shared/corpus')

const rssParser = new RssParser()
const feeds = await readable(existsSync(CORPUS) ? corpus('feeds', '.xml') : madeFeeds())
const pages = existsSync(CORPUS) ? corpus('html', '.html') : madePages()

const feedSpeed = await compare(
  () => each(feeds, (feed) => parseFeed(feed, { url: 'https://press.example/feed' })),
  () => each(feeds, (feed) => rssParser.parseString(feed)),
)
const pageSpeed = await compare(
  () => each(pages, async (page) => parseArticle(page, { url: 'https://press.example/a' })),
  () => each(pages, async (page) => readability(page)),
)
const result = {
  feeds: { documents: feeds.length, ...feedSpeed, ratio: round(feedSpeed.theirs / feedSpeed.ours) },
  pages: { documents: pages.length, ...pageSpeed, ratio: round(pageSpeed.ours / pageSpeed.theirs) },
}
console.log(JSON.stringify(result))
if (result.feeds.ratio < BUDGET.feeds)
  console.error(`over budget: feeds at ${result.feeds.ratio} of rss-parser's speed, at least ${BUDGET.feeds}`)
if (result.pages.ratio > BUDGET.pages)
  console.error(`over budget: pages take ${result.pages.ratio} times Readability, at most ${BUDGET.pages}`)
process.exitCode = result.feeds.ratio < BUDGET.feeds || result.pages.ratio > BUDGET.pages ? 1 : 0

function corpus(folder: string, extension: string): string[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => name.endsWith(extension))
    .flatMap((name) => decodeBytes(readFileSync(join(CORPUS, folder, name)))?.text ?? [])
}

/** The feeds that rss-parser reads without an error. */
async function readable(candidates: string[]): Promise<string[]> {
  const read = await Promise.all(
    candidates.map((feed) =>
      rssParser.parseString(feed).then(
        () => true,
        () => false,
      ),
    ),
  )
  return candidates.filter((_, i) => read[i])
}

function readability(page: string): void {
  const { document } = parseHTML(/<html/i.test(page) ? page : `<html><body>${page}</body></html>`)
  new Readability(document as unknown as Document).parse()
}

async function each(documents: string[], work: (document: string) => Promise<unknown>): Promise<void> {
  for (const document of documents) await work(document)
}

/** Median CPU milliseconds of rounds that alternate, so that other work on the machine falls on both. */
async function compare(
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<{ ours: number; theirs: number }> {
  await ours()
  await theirs()
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  for (let i = 0; i < ROUNDS; i++) {
    times.ours.push(await cpuMs(ours))
    times.theirs.push(await cpuMs(theirs))
  }
  return { ours: median(times.ours), theirs: median(times.theirs) }
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function median(values: number[]): number {
  return round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function madeFeeds(): string[] {
  const item = (i: number) =>
    `<item><title>Sample ${i} &amp; more</title><link>https://press.example/${i}</link><guid>${i}</guid><pubDate>Tue, 04 Aug 2026 00:00:00 GMT</pubDate><description>&lt;p&gt;Sample text ${i}.&lt;/p&gt;</description></item>`
  return Array.from(
    { length: 40 },
    (_, n) =>
      `<rss version="2.0"><channel><title>Press ${n}</title><link>https://press.example/</link>${Array.from({ length: 50 }, (_, i) => item(i)).join('')}</channel></rss>`,
  )
}

function madePages(): string[] {
  const paragraph = (i: number) =>
    `<p>Sample paragraph ${i}: fifteen of sixteen models hid a mistake when they were asked about it, the authors wrote.</p>`
  return Array.from(
    { length: 60 },
    (_, n) =>
      `<!doctype html><html><head><title>Sample ${n} | Press</title></head><body><nav>${'<a href="/x">Link</a>'.repeat(60)}</nav><article><h1>Sample ${n}</h1>${Array.from({ length: 40 }, (_, i) => paragraph(i)).join('')}</article><footer>${'<a href="/y">Link</a>'.repeat(60)}</footer></body></html>`,
  )
}
