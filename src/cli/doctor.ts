import type { Command } from 'commander'
import { type DataOptions, EXIT, openConfig, resolveFolders } from './context.ts'
import { buildChecks } from './doctor-checks.ts'
import type { Finding } from './doctor-finding.ts'

/** One thing looked at: fine, or what to do about it. */
interface Diagnosis extends Finding {
  subject: string
}

/** `redline doctor`: one line a check, each ok or with what to do. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description(
      'check Node, disk, permissions, clock, network, database and site; each line is ok or says what to do',
    )
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s folder')
    .option('--offline', 'leave the network out')
    .option('--json', 'one JSON array')
    .addHelpText(
      'after',
      '\nExamples:\n  redline doctor\n  redline doctor --offline --json\n\nExit codes: 0 all ok, 1 something is to be done, 2 wrong usage.',
    )
    .action(async (options: DataOptions & { offline?: boolean; json?: boolean }) => {
      const diagnoses = await examine(options, options.offline === true)
      if (options.json) console.log(JSON.stringify(diagnoses, undefined, 2))
      else for (const diagnosis of diagnoses) console.log(describe(diagnosis))
      if (diagnoses.some(({ isOk }) => !isOk)) process.exitCode = EXIT.someFailed
    })
}

const describe = ({ subject, isOk, found, advice }: Diagnosis) =>
  `${isOk ? 'ok ' : 'FIX'}  ${subject.padEnd(11)} ${found}${advice ? `\n${' '.repeat(17)}${advice}` : ''}`

/** Every check in turn; one that cannot be made is itself a diagnosis. */
async function examine(options: DataOptions, isOffline: boolean): Promise<Diagnosis[]> {
  const checks = buildChecks(resolveFolders(options), openConfig().config, isOffline)
  const diagnoses: Diagnosis[] = []
  for (const { subject, check, advice } of checks) {
    try {
      diagnoses.push({ subject, ...(await check()) })
    } catch (error) {
      diagnoses.push({ subject, isOk: false, found: (error as Error).message, advice })
    }
  }
  return diagnoses
}
