import { Command } from 'commander'

/** Each command is one file; it is imported when it is called, so that `extract` does not load Astro. */
const COMMANDS: Record<string, () => Promise<{ register: (program: Command) => void }>> = {
  start: () => import('./start.ts'),
  collect: () => import('./collect.ts'),
  import: () => import('./import.ts'),
  extract: () => import('./extract.ts'),
  findings: () => import('./findings.ts'),
  publish: () => import('./publish.ts'),
  index: () => import('./index-records.ts'),
  search: () => import('./search.ts'),
  serve: () => import('./serve.ts'),
  sources: () => import('./sources.ts'),
  status: () => import('./status.ts'),
  sample: () => import('./sample.ts'),
}

const program = new Command('redline').description('Redline: every AI-risk figure with its verbatim quote')
// Wrong usage is 2 in every command; 1 means that the work itself had failures.
program.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
const name = process.argv[2]
const chosen = name && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
for (const load of chosen) (await load()).register(program)
await program.parseAsync()
