import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { checkSource, type SourceCheck } from '../../scrapers/check.ts'
import { type Client, openClient } from '../../scrapers/client.ts'
import type { SourceDefinition } from '../../scrapers/define.ts'
import { SourceError } from '../../scrapers/error.ts'
import { expectedItems, type Proposal, proposeSource } from '../../scrapers/propose.ts'
import { readList } from '../../scrapers/read-list.ts'
import { readSources } from '../../scrapers/registry.ts'
import { openState } from '../../scrapers/state.ts'
import { EXIT, PROJECT_ROOT } from './context.ts'
import { openOutput } from './output.ts'

interface NetworkFlags {
  contact?: string
  allowHost?: string[]
  log?: string
}

const CHECK_HELP = `
Examples:
  redline sources check                    try every live source once
  redline sources check metr solidot       try two
  redline sources check --log json         one JSON object a line

Exit codes: 0 all well, 1 some failed or drifted (named), 2 usage.`

const ADD_HELP = `
Examples:
  redline sources add https://example.org/           find the feed and print the file
  redline sources add https://example.org/ --write   write the file and its fixture

Look the file over before you commit it: names, region, kind and tier are guesses.`

export function register(program: Command): void {
  const sources = program
    .command('sources')
    .description('list, check and add the sources that are collected from')
  sources
    .command('list')
    .description('all sources with their language, kind and address')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', '\nExample:\n  redline sources list | grep zh-Hant')
    .action(async ({ log }: NetworkFlags) => listSources(await readSources(), log))
  addNetworkOptions(sources.command('check'))
    .description('try each live source once and say what it answers')
    .argument('[ids...]', 'sources to try; default: all')
    .addHelpText('after', CHECK_HELP)
    .action(async (ids: string[], flags: NetworkFlags) => {
      process.exitCode = await checkSources(ids, flags)
    })
  addNetworkOptions(sources.command('add'))
    .description('find the feed of a site and propose its source file')
    .argument('<url>', 'a feed, or a page that names one')
    .option('--id <id>', 'id of the source; default: from its host name')
    .option('--write', 'write scrapers/sources/<id>.ts and the fixture')
    .addHelpText('after', ADD_HELP)
    .action(async (url: string, flags: NetworkFlags & { id?: string; write?: boolean }) => {
      process.exitCode = await addSource(url, flags)
    })
}

const addNetworkOptions = (command: Command) =>
  command
    .option('--contact <who>', 'e-mail or page named in the User-Agent', process.env['REDLINE_CONTACT'])
    .option('--allow-host <host...>', 'host that may be asked although it is not public (host or host:port)')
    .option('--log <format>', 'json: one JSON object a line')

function listSources(sources: SourceDefinition[], log: string | undefined): void {
  const output = openOutput(log)
  for (const { source } of sources) {
    const { id, lang, region, kind, tier, method, verified, url } = source
    const columns = [
      id.padEnd(28),
      lang.padEnd(8),
      region.padEnd(4),
      kind.padEnd(18),
      tier.padEnd(11),
      method.padEnd(8),
    ]
    output.report('source', source, `${columns.join(' ')} ${verified ? verified.on : 'unverified'}  ${url}`)
  }
}

async function checkSources(ids: string[], flags: NetworkFlags): Promise<number> {
  const output = openOutput(flags.log)
  const all = await readSources()
  const unknown = ids.filter((id) => !all.some(({ source }) => source.id === id))
  if (unknown.length > 0) {
    output.fail(
      'usage',
      { unknown },
      `no source named ${unknown.join(', ')}; \`redline sources list\` names them all`,
    )
    return EXIT.usage
  }
  const chosen = ids.length > 0 ? all.filter(({ source }) => ids.includes(source.id)) : all
  return withClient(flags, async (client) => {
    const context = { fetch: client.fetch, readList, now: Date.now }
    const checks = await Promise.all(
      chosen.map(async (definition) => {
        const check = await checkSource(definition, context)
        output.report('check', { ...check }, formatCheck(check))
        return check
      }),
    )
    const bad = checks.filter(({ status }) => status !== 'ok').map(({ sourceId }) => sourceId)
    const summary = bad.length > 0 ? `to look at: ${bad.join(', ')}` : 'all well'
    output.report('checked', { total: checks.length, bad }, `${checks.length} sources checked; ${summary}`)
    return bad.length > 0 ? EXIT.someFailed : EXIT.ok
  })
}

function formatCheck({ sourceId, status, listed, kept, newest, code, message }: SourceCheck): string {
  const counts = `${String(listed).padStart(4)} listed ${String(kept).padStart(4)} kept`
  const date = newest?.slice(0, 10) ?? 'no date   '
  return `${status.padEnd(7)} ${sourceId.padEnd(28)} ${counts}  newest ${date}${code ? `  ${code}: ${message}` : ''}`
}

async function addSource(
  url: string,
  flags: NetworkFlags & { id?: string; write?: boolean },
): Promise<number> {
  const output = openOutput(flags.log)
  return withClient(flags, async (client) => {
    try {
      const today = new Date().toISOString().slice(0, 10)
      const proposal = await proposeSource(url, {
        id: flags.id,
        fetch: client.fetch,
        today,
      })
      const { id, file, items } = proposal
      const path = join('scrapers/sources', `${id}.ts`)
      output.report(
        'proposal',
        { id, file, items: items.length },
        `// ${path} (${items.length} entries)\n${file}`,
      )
      if (flags.write) await writeProposal(proposal, PROJECT_ROOT)
      return EXIT.ok
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      output.fail('failed', { url, code: error.code }, `${error.code}: ${error.message}`)
      return EXIT.someFailed
    }
  })
}

/** The source file, and under test/fixtures/sources/ what it was made from and what is read from that. */
export async function writeProposal({ id, file, fixture, items }: Proposal, root: string): Promise<void> {
  const path = join(root, 'scrapers/sources', `${id}.ts`)
  const exists = await access(path).then(
    () => true,
    () => false,
  )
  if (exists)
    throw new SourceError('unexpected', `scrapers/sources/${id}.ts is there already; choose another --id`)
  const folder = join(root, 'test/fixtures/sources', id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'list'), fixture)
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expectedItems(items), null, 2)}\n`)
  await writeFile(path, file)
}

async function withClient(flags: NetworkFlags, run: (client: Client) => Promise<number>): Promise<number> {
  const client = openClient({
    state: openState(':memory:'),
    contact: flags.contact,
    allow: flags.allowHost ?? [],
  })
  try {
    return await run(client)
  } finally {
    await client.close()
  }
}
