import { existsSync, readFileSync } from 'node:fs'
import { z } from 'astro/zod'

/** All that an operator may set. Every field has a default, so that no file is needed. */
export const configSchema = z.strictObject({
  contact: z
    .string()
    .min(1)
    .optional()
    .describe('E-mail or page named in the User-Agent, so that sites can reach you'),
  site: z
    .url({ protocol: /^https?$/ })
    .default('https://redline.example')
    .describe('Public address of the site, for canonical links and feeds'),
  contentDir: z
    .string()
    .min(1)
    .default('content')
    .describe('Folder of records; below the project or absolute'),
  dataDir: z
    .string()
    .min(1)
    .default('.redline/live')
    .describe('Folder of cache, state, lock and built site; below the project or absolute'),
  store: z.enum(['files', 'postgres']).default('files').describe('Where records live'),
  queue: z
    .enum(['memory', 'postgres'])
    .default('memory')
    .describe('Where jobs wait: in this process, or in PostgreSQL for any number of workers'),
  databaseUrl: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL, for store or queue `postgres`: postgres://user:password@host:5432/redline'),
  watchMinutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .default(60)
    .describe('Time between two runs of `run --watch`, in minutes'),
  allowHosts: z
    .array(z.string().min(1))
    .default([])
    .describe('Hosts that may be asked although they are not public (host or host:port)'),
  cacheDays: z
    .int()
    .min(1)
    .default(90)
    .describe('Days that `prune` keeps raw bytes; texts of records stay as long as their record'),
  meilisearchUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Meilisearch server that `run` fills after publishing; its key is read from MEILI_KEY'),
  metricsFile: z.string().min(1).optional().describe('File that every run writes its Prometheus metrics to'),
  metricsPort: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('Loopback port on which `run --watch` and `worker` serve metrics'),
  smtpUrl: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server for `digest --send`: smtps://user:password@host:465'),
  mailFrom: z.string().min(3).optional().describe('Sender of digests'),
  mailTo: z.array(z.string().min(3)).optional().describe('Addresses that digests are sent to'),
  aidUrl: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !URL.parse(url)?.password, 'the key belongs into REDLINE_AID_KEY')
    .optional()
    .describe(
      'OpenAI-compatible endpoint of a language model; off without it; its key is read from REDLINE_AID_KEY',
    ),
  aidModel: z.string().min(1).optional().describe('Model that is asked, as the endpoint names it'),
  aidDailyTokens: z
    .int()
    .min(1_000)
    .default(200_000)
    .describe('Tokens, of questions and answers, that the model may cost in a day (UTC)'),
  aidMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(5)
    .describe('Time that a round may spend on the model, in minutes'),
})
export type Config = z.infer<typeof configSchema>

/** How a variable's text becomes a value. */
const READERS = {
  text: (text: string) => text,
  number: (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text),
  list: (text: string) => text.split(',').map((part) => part.trim()),
}

/** The environment variable of each field; it outranks the file. */
export const VARIABLES: Record<keyof Config, { name: string; as: keyof typeof READERS }> = {
  contact: { name: 'REDLINE_CONTACT', as: 'text' },
  site: { name: 'REDLINE_SITE', as: 'text' },
  contentDir: { name: 'REDLINE_CONTENT_DIR', as: 'text' },
  dataDir: { name: 'REDLINE_DATA_DIR', as: 'text' },
  store: { name: 'REDLINE_STORE', as: 'text' },
  queue: { name: 'REDLINE_QUEUE', as: 'text' },
  databaseUrl: { name: 'REDLINE_DATABASE_URL', as: 'text' },
  watchMinutes: { name: 'REDLINE_WATCH_MINUTES', as: 'number' },
  allowHosts: { name: 'REDLINE_ALLOW_HOSTS', as: 'list' },
  cacheDays: { name: 'REDLINE_CACHE_DAYS', as: 'number' },
  meilisearchUrl: { name: 'REDLINE_MEILISEARCH_URL', as: 'text' },
  metricsFile: { name: 'REDLINE_METRICS_FILE', as: 'text' },
  metricsPort: { name: 'REDLINE_METRICS_PORT', as: 'number' },
  smtpUrl: { name: 'REDLINE_SMTP_URL', as: 'text' },
  mailFrom: { name: 'REDLINE_MAIL_FROM', as: 'text' },
  mailTo: { name: 'REDLINE_MAIL_TO', as: 'list' },
  aidUrl: { name: 'REDLINE_AID_URL', as: 'text' },
  aidModel: { name: 'REDLINE_AID_MODEL', as: 'text' },
  aidDailyTokens: { name: 'REDLINE_AID_DAILY_TOKENS', as: 'number' },
  aidMinutes: { name: 'REDLINE_AID_MINUTES', as: 'number' },
}

/** Where a value in force comes from. */
export type Origin = 'default' | 'file' | 'environment'

/** The configuration in force, and where each of its values comes from. */
export interface ReadConfig {
  config: Config
  origins: Record<keyof Config, Origin>
}

/** A configuration that cannot be used; the message names every field at fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the file, if it is there, and what the environment puts in place of it; what is wrong throws ConfigError. */
export function readConfig(file: string, env: Record<string, string | undefined>): ReadConfig {
  const stated = existsSync(file) ? parseFile(file) : {}
  const overrides = Object.entries(VARIABLES).flatMap(([field, { name, as }]) => {
    const text = env[name]
    return text === undefined || text === '' ? [] : [[field, READERS[as](text)] as const]
  })
  const overridden = new Set(overrides.map(([field]) => field))
  const value = { ...stated, ...Object.fromEntries(overrides) }
  const result = configSchema.safeParse(value)
  const placeOf = (field: string) =>
    overridden.has(field) ? VARIABLES[field as keyof Config].name : `${file}: ${field}`
  if (!result.success) throw new ConfigError(explain(result.error, value, placeOf))
  const { config, origins } = { config: result.data, origins: {} as Record<keyof Config, Origin> }
  for (const field of Object.keys(VARIABLES) as (keyof Config)[])
    origins[field] = overridden.has(field) ? 'environment' : field in stated ? 'file' : 'default'
  requireDatabase(config)
  requireModel(config)
  return { config, origins }
}

function parseFile(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ConfigError(`${file}: expected JSON (${(cause as Error).message})`, { cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new ConfigError(`${file}: expected an object with fields such as "site", got ${text.slice(0, 40)}`)
}

function explain(
  error: z.ZodError,
  value: Record<string, unknown>,
  placeOf: (field: string) => string,
): string {
  return error.issues
    .flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map(
          (key) => `${placeOf(key)}: no such field; \`redline config\` lists those there are`,
        )
      const field = String(issue.path[0])
      const got = issue.path.reduce<unknown>(
        (inner, key) => (inner as Record<PropertyKey, unknown>)[key],
        value,
      )
      return [`${placeOf(field)}: ${issue.message}; got ${hide(field, JSON.stringify(got) ?? 'nothing')}`]
    })
    .join('\n')
}

function requireDatabase({ store, queue, databaseUrl }: Config): void {
  if (databaseUrl !== undefined || (store === 'files' && queue === 'memory')) return
  const field = store === 'postgres' ? 'store' : 'queue'
  throw new ConfigError(
    `${field} is postgres, so databaseUrl (${VARIABLES.databaseUrl.name}) must be set; got nothing`,
  )
}

function requireModel({ aidUrl, aidModel }: Config): void {
  if ((aidUrl === undefined) === (aidModel === undefined)) return
  const [set, missing] =
    aidUrl === undefined ? (['aidModel', 'aidUrl'] as const) : (['aidUrl', 'aidModel'] as const)
  throw new ConfigError(
    `${set} is set, so ${missing} (${VARIABLES[missing].name}) must be set as well; got nothing`,
  )
}

/** A value for a screen or a log, without the password in it. */
export const hide = (field: string, value: string) =>
  field === 'databaseUrl' || field === 'smtpUrl' || field === 'aidUrl'
    ? value.replace(/\/\/([^:/@]*):[^@]*@/, '//$1:…@')
    : value
