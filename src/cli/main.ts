import { Command } from 'commander'
import { COMMANDS, type CommandModule } from './commands.ts'
import { endWithReader } from './pipe.ts'

endWithReader()

const program = new Command('redline')
  .description('Redline: every AI-risk figure with its verbatim quote, in three scripts')
  .addHelpText(
    'after',
    `
Examples:
  redline start                          the whole road on sample data
  redline run                            collect from live sources and publish
  redline extract article.md             figures of a file, stored nowhere
  redline collect --help                 options and examples of a command

Exit codes of every command: 0 all well, 1 some of the work failed (named), 2 wrong usage.
Configuration: \`redline config\`. Documentation: README.md, docs/operating.md.`,
  )
// Wrong usage is 2 in every command; 1 means that the work itself had failures.
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))

const [first, second] = process.argv.slice(2)
const chosen = COMMANDS.find(({ name }) => name === (first === 'help' ? second : first))
if (chosen) {
  const { register } = (await import(chosen.file)) as CommandModule
  register(program)
} else {
  for (const { name, group, summary } of COMMANDS) program.command(name).summary(summary).helpGroup(group)
}
try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = error instanceof Error && ['ConfigError', 'LockedError'].includes(error.name) ? 2 : 1
  process.stderr.write(`redline ${first}: ${explain(error)}\n`)
}

/** The message for people; the stack as well where the error is none of ours. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOurMistake = ['TypeError', 'ReferenceError', 'RangeError'].includes(error.name)
  return isOurMistake ? (error.stack ?? error.message) : error.message
}
