import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../core/model/lang.ts'
import type { SearchEngine } from '../search/search.ts'
import { type DataOptions, openConfig, PROJECT_ROOT } from './context.ts'
import { openPublishedContext } from './published-context.ts'
import { readPublishedCorpus, siteAt, TRANSLATORS } from './published-corpus.ts'
import { openEngine } from './search.ts'

const HELP = `
Speaks the Model Context Protocol on standard input and output: search_findings, get_finding, cite. Records are read once, at
the start. Nothing else is written to standard output.

Example:
  redline mcp --sample

In the settings of a client:
  {"command": "node", "args": ["bin/redline.mjs", "mcp", "--sample"]}
`

/** `redline mcp`: the records for assistants that quote verbatim. */
export function register(program: Command): void {
  program
    .command('mcp')
    .description('serve the records to programs by the Model Context Protocol (stdio)')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .addHelpText('after', HELP)
    .action(async (options: DataOptions) => {
      const context = openPublishedContext(options)
      const corpus = await readPublishedCorpus(context.store, context.contentDir)
      const engines = new Map<Lang, Promise<SearchEngine>>()
      const engine = (edition: Lang) => {
        const known = engines.get(edition) ?? openEngine(context, { edition })
        engines.set(edition, known)
        return known
      }
      // Loaded on use: the SDK is large, and no other command needs it.
      const { buildMcpServer } = await import('./mcp-tools.ts')
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
      const { version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
        version: string
      }
      const site = siteAt(openConfig().config.site)
      const server = buildMcpServer({ corpus, translators: TRANSLATORS, site, engine }, version)
      server.server.onclose = () => void context.close()
      process.stdin.once('end', () => void server.close())
      await server.connect(new StdioServerTransport())
      process.stderr.write(`redline mcp: ${corpus.findings.length} findings, waiting for a client\n`)
    })
}
