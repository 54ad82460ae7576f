import type { Command } from 'commander'
import { type Config, configSchema, hide, VARIABLES } from '../config.ts'
import { CONFIG_FILE, openConfig } from './context.ts'

/** `redline config`: every field, its value in force, and what set it. */
export function register(program: Command): void {
  program
    .command('config')
    .description('print the configuration in force: every field, its value, and where the value comes from')
    .option('--json', 'the values as one JSON object')
    .addHelpText(
      'after',
      `
The file is ${CONFIG_FILE}; each field has an environment variable that outranks it.

Examples:
  redline config
  REDLINE_SITE=https://news.example redline config --json`,
    )
    .action(({ json }: { json?: boolean }) => {
      const { config, origins } = openConfig()
      if (json) {
        const shown = Object.entries(config).map(([field, value]) => [field, maskIn(field, value)])
        console.log(JSON.stringify(Object.fromEntries(shown), undefined, 2))
        return
      }
      for (const field of Object.keys(VARIABLES) as (keyof Config)[]) {
        const value = config[field] === undefined ? 'not set' : JSON.stringify(config[field])
        console.log(`${field.padEnd(15)} ${hide(field, value)}  (${origins[field]})`)
        console.log(`${' '.repeat(16)}${configSchema.shape[field].description} [${VARIABLES[field].name}]`)
      }
    })
}

const maskIn = (field: string, value: unknown) => (typeof value === 'string' ? hide(field, value) : value)
