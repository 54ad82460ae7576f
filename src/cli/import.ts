import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { openClient } from '../../scrapers/client.ts'
import { type Imported, importAll } from '../../scrapers/import.ts'
import { LockedError, takeLock } from '../../scrapers/lock.ts'
import { readSources } from '../../scrapers/registry.ts'
import { openOrRenewState } from '../../scrapers/state.ts'
import { buildMatchers } from '../core/extract/article.ts'
import { type Context, EXIT, openContext } from './context.ts'
import { type Output, openOutput } from './output.ts'
import { restoreFile } from './restore.ts'

interface ImportFlags {
  data?: string
  contact?: string
  allowHost?: string[]
  log?: string
}

const HELP = `
Examples:
  redline import report.pdf notes/           a file, and every document in a folder
  redline import https://example.org/story   one page, politely, as collect would read it
  pbpaste | redline import -                 standard input
  redline import backup.jsonl.gz             records that \`redline export\` wrote, byte for byte

Reads plain text, Markdown, HTML, feeds and PDF. Each thing gives one line; what cannot be read is named and the rest goes on.
Exit codes: 0 all well, 1 some things gave no article (named), 2 usage or already running.`

export function register(program: Command): void {
  program
    .command('import')
    .description('take files, folders, addresses or standard input as articles')
    .argument('<targets...>', 'files, folders, http(s) addresses, or - for standard input')
    .option('--data <dir>', 'data folder of your own')
    .option('--contact <who>', 'e-mail or page named in the User-Agent', process.env['REDLINE_CONTACT'])
    .option('--allow-host <host...>', 'host that may be asked although it is not public (host or host:port)')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (targets: string[], flags: ImportFlags) => {
      process.exitCode = await runImport(targets, flags)
    })
}

async function runImport(targets: string[], flags: ImportFlags): Promise<number> {
  const output = openOutput(flags.log)
  try {
    return await importInto(targets, flags, output)
  } catch (error) {
    if (!(error instanceof LockedError)) throw error
    output.fail('locked', {}, error.message)
    return EXIT.usage
  }
}

async function importInto(targets: string[], flags: ImportFlags, output: Output): Promise<number> {
  const context = openContext(flags)
  const lock = takeLock(context.dataDir, new Date())
  const exported = targets.filter((target) => EXPORTED.test(target))
  const others = targets.filter((target) => !EXPORTED.test(target))
  try {
    for (const file of exported) await restoreFile(file, context.store, output)
    return others.length === 0 ? EXIT.ok : await importDocuments(others, flags, context, output)
  } finally {
    await context.close()
    lock.release()
  }
}

/** What `redline export` writes. */
const EXPORTED = /\.jsonl(\.gz)?$/

async function importDocuments(
  targets: string[],
  flags: ImportFlags,
  context: Context,
  output: Output,
): Promise<number> {
  const state = openOrRenewState(join(context.dataDir, 'state.sqlite'), (line) =>
    output.fail('state-damaged', {}, line),
  )
  const client = openClient({ state, contact: flags.contact, allow: flags.allowHost ?? [] })
  const counts = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  try {
    const sources = (await readSources()).map(({ source }) => source)
    const matchers = buildMatchers(context.registry)
    const now = () => new Date()
    const readInput = () => buffer(process.stdin)
    const { store, cache } = context
    for await (const imported of importAll(targets, {
      store,
      cache,
      matchers,
      fetch: client.fetch,
      sources,
      now,
      readInput,
    })) {
      counts[imported.taken?.result ?? 'failed']++
      tell(imported, output)
    }
  } finally {
    await client.close()
    state.close()
  }
  const { added, changed, unchanged, failed } = counts
  output.report(
    'imported',
    counts,
    `${added} new, ${changed} changed, ${unchanged} unchanged, ${failed} not taken`,
  )
  return failed > 0 ? EXIT.someFailed : EXIT.ok
}

function tell({ name, taken, failure }: Imported, output: Output): void {
  if (failure) {
    output.fail('document', { name, ...failure }, `failed    ${name}  ${failure.code}: ${failure.message}`)
    return
  }
  const { id, lang, title, figures, claims } = taken!.article
  const found = `${figures.length} figures, ${claims.length} claims, ${lang}`
  const fields = { name, result: taken!.result, id, lang, figures: figures.length, claims: claims.length }
  output.report('document', fields, `${taken!.result.padEnd(9)} ${name}  ${found}: ${title}`)
}
