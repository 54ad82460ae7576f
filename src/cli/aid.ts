import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { takeLock } from '../../scrapers/lock.ts'
import type { Config } from '../config.ts'
import { openBudget } from './aid-budget.ts'
import type { Endpoint } from './aid-client.ts'
import { type AidCounts, proposeAll } from './aid-round.ts'
import { type Context, type DataOptions, EXIT, openConfig, openContext } from './context.ts'
import { openOutput } from './output.ts'
import type { Stage } from './stages.ts'

const HELP = `
Off unless "aidUrl" and "aidModel" are set (docs/language-model.md). Newest articles first, within aidDailyTokens and aidMinutes;
an article is asked about once for each text and model. What fails a check is dropped and counted, and no record of the rules is
changed. The key, where the endpoint wants one, is read from REDLINE_AID_KEY.

Examples:
  REDLINE_AID_URL=http://127.0.0.1:11434/v1 REDLINE_AID_MODEL=qwen3 redline aid --limit 5
  redline aid --forget                   remove everything that was machine-written

Exit codes: 0 all well, 1 the endpoint failed (records are as before), 2 wrong usage, or another run is at work.`

interface AidOptions extends DataOptions {
  limit?: number
  forget?: boolean
  log?: string
}

/** `redline aid`: asks a language model for titles, summaries, claims and links, and keeps what passes every check. */
export function register(program: Command): void {
  program
    .command('aid')
    .description(
      'let a language model propose translated titles, summaries, claims and links; checked, labelled',
    )
    .option('--limit <number>', 'articles asked about at most', parseCount)
    .option('--forget', 'only remove all that was machine-written')
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--log <format>', 'json: one JSON object a line')
    .addHelpText('after', HELP)
    .action(async (options: AidOptions) => {
      process.exitCode = await runAid(options)
    })
}

async function runAid(options: AidOptions): Promise<number> {
  const output = openOutput(options.log)
  const { config } = openConfig()
  const endpoint = findEndpoint(config)
  if (!endpoint && !options.forget) {
    output.fail(
      'usage',
      {},
      'redline aid: no language model is set: "aidUrl" and "aidModel", see `redline config`',
    )
    return EXIT.usage
  }
  const context = openContext(options)
  const lock = takeLock(context.dataDir, new Date())
  try {
    if (options.forget) {
      const ids = await context.store.listIds('aids')
      for (const id of ids) await context.store.remove('aids', id)
      output.report('forgotten', { count: ids.length }, `${ids.length} machine-written records removed`)
      return EXIT.ok
    }
    const counts = await runRound(context, config, endpoint!, options.limit)
    output.report('aided', { ...counts }, summarizeAid(counts))
    return counts.stopped === undefined || counts.stopped.isExpected ? EXIT.ok : EXIT.someFailed
  } finally {
    lock.release()
    await context.close()
  }
}

/** The endpoint that the configuration names; undefined when the aid is off. */
export function findEndpoint({ aidUrl, aidModel }: Config): Endpoint | undefined {
  if (aidUrl === undefined || aidModel === undefined) return undefined
  return { url: aidUrl, model: aidModel, key: process.env['REDLINE_AID_KEY'] }
}

/** The stage of `run`: whatever becomes of it, the stages after it are as without it. */
export function aidStage(context: Context, config: Config, endpoint: Endpoint): Stage {
  return {
    name: 'aid',
    async run(tell) {
      try {
        const counts = await runRound(context, config, endpoint, undefined, tell)
        return { line: summarizeAid(counts), fields: { ...counts } }
      } catch (error) {
        const message = (error as Error).message
        return { line: `left out: ${message}`, fields: { failed: message } }
      }
    },
  }
}

async function runRound(
  context: Context,
  { aidDailyTokens, aidMinutes }: Config,
  endpoint: Endpoint,
  limit = Number.POSITIVE_INFINITY,
  tell: (text: string) => void = () => undefined,
): Promise<AidCounts> {
  const budget = openBudget(join(context.dataDir, 'aid-spend.json'), aidDailyTokens, () => new Date())
  return proposeAll(context, {
    endpoint,
    budget,
    limit,
    deadline: AbortSignal.timeout(aidMinutes * 60_000),
    now: () => new Date(),
    tell,
  })
}

/** One line for people. */
export function summarizeAid({ asked, kept, dropped, left, tokens, stopped }: AidCounts): string {
  const reasons = Object.entries(dropped).map(([reason, count]) => `${count} ${reason}`)
  const lost = reasons.length > 0 ? `, dropped ${reasons.join(', ')}` : ''
  const end = stopped ? `; stopped: ${stopped.message}` : ''
  return `${asked} articles asked about, ${kept} proposals kept${lost}; ${left} articles left, ${tokens} tokens spent${end}`
}

function parseCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('expected a whole number of at least 1.')
}
