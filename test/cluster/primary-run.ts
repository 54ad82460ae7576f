import { parseDocument } from '../../scrapers/parse/document.ts'
import { link } from '../../src/core/cluster/link.ts'
import { buildArticle, buildMatchers } from '../../src/core/extract/article.ts'
import { isParseFailure } from '../../src/core/extract/document.ts'
import type { Comparison } from '../../src/core/model/finding.ts'
import { readRegistry } from '../../src/registry.ts'
import { primarySource } from './build.ts'
import type { PrimaryCase } from './primary-cases.ts'

const registry = readRegistry()
const matchers = buildMatchers(registry)
const at = '2026-11-20T00:00:00Z'
const REPORT = 'https://lab.example/research/report'

/** What the comparison says of the marked figure; undefined when the extractor does not read it. */
export async function comparePrimary(one: PrimaryCase): Promise<Comparison | undefined> {
  const { linked, marked } = await linkCase(one)
  const members = linked.findings.flatMap((finding) => finding.members)
  return members.find(({ figureId }) => figureId === marked?.id)?.comparison
}

/** Coverage that points to the report, linked with it. */
export async function linkCase({ primary, coverage }: PrimaryCase) {
  const said = coverage.replace(/[{}]/g, '')
  const lab = await read('lab', REPORT, primary)
  const news = await read('outlet', 'https://outlet.example/news', `${said}\n\n[Report](${REPORT})`)
  const texts = new Map([lab, news].map(({ article, text }) => [article.textHash, text]))
  const sources = [primarySource('lab')]
  const linked = link([lab.article, news.article], registry, { texts, sources, now: at })
  const place = news.text.indexOf(said) + coverage.indexOf('{')
  const marked = news.article.figures.find(({ start, end }) => start <= place && place < end)
  return { linked, marked, lab, news }
}

async function read(sourceId: string, url: string, body: string) {
  const file = `${sourceId}.md`
  const parsed = await parseDocument(Buffer.from(`${body}\n`), { file, now: new Date(at) })
  if (isParseFailure(parsed)) throw new Error(`${file}: ${parsed.message}`)
  const article = buildArticle(parsed, { sourceId, url, retrievedAt: at, firstSeenAt: at }, matchers)
  return { article, text: parsed.text }
}
