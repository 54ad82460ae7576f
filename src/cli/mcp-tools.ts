import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'astro/zod'
import { type Lang, langSchema } from '../core/model/lang.ts'
import { type ApiContext, buildApiFinding, pagesOf, RIGHTS } from '../core/publish/api.ts'
import {
  CITATION_FORMS,
  citeFigureSource,
  citeFindingSource,
  citeItem,
  citeRecord,
} from '../core/publish/cite.ts'
import { leadFigure } from '../core/publish/view-finding.ts'
import { buildFragmentUrl } from '../core/publish/view-fragment.ts'
import { buildFigureQuote } from '../core/publish/view-quote.ts'
import { figureTitle, findingTitle } from '../core/publish/view-title.ts'
import type { SearchEngine } from '../search/search.ts'

/** What the tools answer from. */
export interface McpSources extends ApiContext {
  /** The engine of an edition; opened when first asked for. */
  engine: (lang: Lang) => Promise<SearchEngine>
}

const INSTRUCTIONS = `Figures about AI risk with the publishers' verbatim words. Quote only fields named "quote", character for character and in their own script; titles and labels are ours. Credit the producer of a figure first, then Redline. Status and comparison describe what texts say; they are no verdict. ${RIGHTS}`

/** A server with the three tools; it writes nothing and asks nobody. */
export function buildMcpServer(sources: McpSources, version: string): McpServer {
  const server = new McpServer({ name: 'redline', version }, { instructions: INSTRUCTIONS })
  const annotations = { readOnlyHint: true, openWorldHint: false }
  server.registerTool(
    'search_findings',
    {
      title: 'Search findings',
      description:
        'Findings by words or figures (96%, 勒索, "self-replication") in English, Simplified or Traditional Chinese; each of the three finds records in all. Gives id, title, verbatim quote and addresses.',
      inputSchema: {
        query: z.string().min(1).max(10_000).describe('Words, a phrase in quotation marks, or a figure'),
        language: langSchema.default('en').describe('Language of titles; quotes keep their own'),
        limit: z.int().min(1).max(25).default(10),
        min: z.number().optional().describe('Least value'),
        max: z.number().optional().describe('Largest value'),
      },
      annotations,
    },
    (input) => searchFindings(input, sources),
  )
  server.registerTool(
    'get_finding',
    {
      title: 'Get a finding',
      description:
        'A finding with all its appearances, their verbatim quotes, the comparison with the primary source, and citations.',
      inputSchema: {
        id: z.string().min(1).max(200).describe('Id of a finding, as search_findings gives it'),
      },
      annotations,
    },
    ({ id }) => getFinding(id, sources),
  )
  server.registerTool(
    'cite',
    {
      title: 'Cite',
      description: 'A citation of the source of a figure, which is due first, or of our record of it.',
      inputSchema: {
        id: z.string().min(1).max(200).describe('Id of a finding or of a figure'),
        of: z.enum(['source', 'record']).default('source'),
        style: z.enum(CITATION_FORMS).default('apa'),
        language: langSchema.default('en').describe('Language of the plain sentence'),
      },
      annotations,
    },
    (input) => cite(input, sources),
  )
  return server
}

async function searchFindings(
  input: { query: string; language: Lang; limit: number; min?: number | undefined; max?: number | undefined },
  { corpus, translators, site, engine }: McpSources,
): Promise<CallToolResult> {
  const { query, language, limit, min, max } = input
  const search = await engine(language)
  const value = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const { hits, total } = await search.search({ text: query, kinds: ['finding'], value, perPage: limit })
  const findings = hits.flatMap(({ path }) => {
    const finding = corpus.finding.get(path.split('/')[1] ?? '')
    if (!finding) return []
    const lead = leadFigure(finding, corpus, language)
    const view = lead && buildFigureQuote(lead.figure, lead.article, corpus.source.get(lead.article.sourceId))
    const url = lead?.article.url
    return [
      {
        id: finding.id,
        title: findingTitle(finding, corpus, language, translators[language]),
        ...(view ? { quote: view.before + view.mark + view.after, quoteLanguage: view.lang } : {}),
        ...(url ? { source: buildFragmentUrl(url, lead.figure.quote.exact, lead.article.lang) } : {}),
        independentSources: finding.independentSources,
        status: finding.status,
        page: pagesOf(`findings/${finding.id}/`, site)[language],
      },
    ]
  })
  return answer({ total, findings, rights: RIGHTS })
}

function getFinding(id: string, context: McpSources): CallToolResult {
  const finding = context.corpus.finding.get(id)
  if (finding) return answer(buildApiFinding(finding, context))
  const moved = context.corpus.redirects.find((redirect) => redirect.id === id)
  if (moved) return answer({ id, movedTo: moved.to, at: moved.at, reason: moved.reason })
  return refusal(`no finding has the id ${JSON.stringify(id)}; search_findings gives ids`)
}

function cite(
  input: { id: string; of: 'source' | 'record'; style: (typeof CITATION_FORMS)[number]; language: Lang },
  { corpus, translators, site }: McpSources,
): CallToolResult {
  const { id, of, style, language } = input
  const t = translators[language]
  const finding = corpus.finding.get(id)
  const placed = corpus.figure.get(id)
  if (!finding && !placed)
    return refusal(`no finding or figure has the id ${JSON.stringify(id)}; search_findings gives ids`)
  const title = finding
    ? findingTitle(finding, corpus, language, t)
    : figureTitle(placed!, corpus, language, t)
  const path = `${finding ? 'findings' : 'figures'}/${id}/`
  const date = finding?.updatedAt ?? placed!.article.retrievedAt
  const url = pagesOf(path, site)[language]
  const work =
    of === 'record'
      ? citeRecord({ id, title, url, date, lang: language }, t)
      : finding
        ? citeFindingSource(finding, corpus, language, t, title)
        : citeFigureSource(placed!, corpus, language, t, title)
  if (!work) return refusal(`the articles of ${id} are no longer held; cite the record`)
  return { content: [{ type: 'text', text: citeItem(work)[style] }] }
}

/** As text for models and as data for programs. */
function answer(value: object): CallToolResult {
  const text = JSON.stringify(value)
  return { content: [{ type: 'text', text }], structuredContent: JSON.parse(text) }
}

const refusal = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })
