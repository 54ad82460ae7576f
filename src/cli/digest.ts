import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Config } from '../config.ts'
import type { Digest } from '../core/model/digest.ts'
import { LANGS, type Lang } from '../core/model/lang.ts'
import { composeDigest } from '../core/publish/digest.ts'
import { buildDigestMail, type DigestMail } from '../core/publish/digest-mail.ts'
import { buildDigestEditions } from '../core/publish/digest-view.ts'
import { newestChange } from '../core/publish/view-changed.ts'
import { type Context, type DataOptions, EXIT, openConfig } from './context.ts'
import { type Output, openOutput } from './output.ts'
import { openPublishedContext } from './published-context.ts'
import { readPublishedCorpus, siteAt, TRANSLATORS } from './published-corpus.ts'

interface Options extends DataOptions {
  period: Digest['period']
  day?: string
  out?: string
  send: Lang[]
  log?: string
}

const HELP = `
Writes <id>.<language>.html and .txt for the three editions; the figures of all three are checked to be equal. A digest of a
past day or week is also stored, so that it stays as it was sent.
Mail goes out only with --send, and needs smtpUrl, mailFrom and mailTo in the configuration (REDLINE_SMTP_URL and so on).

Examples:
  redline digest --sample
  redline digest --period week --day 2026-11-16 --out mail/
  redline digest --send zh-Hant

Exit codes: 0 written, and sent if asked; 1 nothing to tell, or the mail was not taken; 2 wrong usage.
`

/** `redline digest`: the daily or weekly digest as mail, from the records. */
export function register(program: Command): void {
  program
    .command('digest')
    .description('write the daily or weekly digest as HTML and plain text, and send it where configured')
    .option('--period <period>', 'day or week', parsePeriod, 'day')
    .option('--day <date>', 'a day of it, YYYY-MM-DD in UTC (default: the latest with records)', parseDay)
    .option('--out <folder>', 'where the files go (default: digests/ in the data folder)')
    .option('--send <language>', `send this edition: ${LANGS.join(', ')}; may be repeated`, collectLang, [])
    .option('--data <folder>', 'data folder of your own')
    .option('--sample', 'the sample press’s records')
    .option('--log <format>', 'json for JSON lines')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const context = openPublishedContext(options)
      const output = openOutput(options.log)
      try {
        await writeDigest(context, options, new Date(), output)
      } catch (error) {
        output.fail(
          'digest-failed',
          { message: (error as Error).message },
          `redline digest: ${(error as Error).message}`,
        )
        process.exitCode = EXIT.someFailed
      } finally {
        await context.close()
      }
    })
}

async function writeDigest(context: Context, options: Options, now: Date, output: Output): Promise<void> {
  const { config } = openConfig()
  const corpus = await readPublishedCorpus(context.store, context.contentDir)
  const day = options.day ?? newestChange(corpus).slice(0, 10)
  const fresh = composeDigest(options.period, day, corpus, TRANSLATORS)
  const digest = corpus.digests.find(({ id }) => id === fresh.id) ?? fresh
  if (digest.sections.length === 0 && digest.articleIds.length === 0)
    throw new Error(
      `nothing entered the ledger between ${digest.from} and ${digest.to}; choose another --day`,
    )
  const editions = buildDigestEditions(digest, corpus, TRANSLATORS)
  const { origin, editions: paths } = siteAt(config.site)
  const mails = new Map<Lang, DigestMail>(
    LANGS.map((lang) => {
      const base = `${origin}/${paths.find((edition) => edition.lang === lang)!.path}/`
      return [lang, buildDigestMail(editions[lang], base, TRANSLATORS[lang])]
    }),
  )
  const folder = resolve(options.out ?? join(context.dataDir, 'digests'))
  await mkdir(folder, { recursive: true })
  for (const [lang, { html, text }] of mails) {
    await writeFile(join(folder, `${digest.id}.${lang}.html`), html)
    await writeFile(join(folder, `${digest.id}.${lang}.txt`), text)
  }
  if (digest.to < now.toISOString().slice(0, 10)) await context.store.write('digests', digest)
  const { counts } = editions.en
  output.report(
    'digest',
    { id: digest.id, folder, counts },
    `${digest.id}: ${counts}, three editions in ${folder}`,
  )
  for (const lang of new Set(options.send))
    await send(mails.get(lang)!, `${digest.id}.${lang}`, config, output)
}

/** nodemailer is loaded only here: most installations send no mail. */
async function send(
  { subject, html, text }: DigestMail,
  id: string,
  config: Config,
  output: Output,
): Promise<void> {
  const { smtpUrl, mailFrom, mailTo = [] } = config
  if (!smtpUrl || !mailFrom || mailTo.length === 0)
    throw new Error(
      '--send needs smtpUrl, mailFrom and mailTo; set them in the configuration (redline config shows how)',
    )
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtpUrl)
  const host = new URL(config.site).hostname
  // The same id each time, so that a digest sent twice is shown once.
  await transport.sendMail({
    messageId: `<${id}@${host}>`,
    from: mailFrom,
    to: mailFrom,
    bcc: mailTo,
    subject,
    html,
    text,
    headers: { 'List-Id': `<digest.${host}>` },
  })
  transport.close()
  output.report('digest-sent', { id, recipients: mailTo.length }, `${id} sent to ${mailTo.length} addresses`)
}

function parsePeriod(text: string): Digest['period'] {
  if (text === 'day' || text === 'week') return text
  throw new InvalidArgumentError('expected day or week')
}

function parseDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
  if (!isDay) throw new InvalidArgumentError('expected a date such as 2026-11-16')
  return text
}

function collectLang(text: string, known: Lang[]): Lang[] {
  const lang = LANGS.find((one) => one === text)
  if (!lang) throw new InvalidArgumentError(`expected one of ${LANGS.join(', ')}`)
  return [...known, lang]
}
