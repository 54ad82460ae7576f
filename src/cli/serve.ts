import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { EXIT, resolveFolders } from './context.ts'
import { openOutput } from './output.ts'
import { restoreFolder } from './replace-folder.ts'
import { serveSite } from './site-server.ts'

/** `redline serve`: the built site on loopback, until Ctrl-C. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('serve the built site on loopback until Ctrl-C')
    .option('--data <folder>', 'data folder whose site/ is served (default: this clone)')
    .option('--sample', 'the sample press’s site')
    .option('--out <folder>', 'the folder that `publish --out` wrote')
    .option('--port <number>', 'port; a free one near 4321 when not given', parsePort)
    .option('--log <format>', 'json for JSON lines')
    .addHelpText('after', '\nExample:\n  redline serve --sample --port 8080\n')
    .action(
      async (options: { data?: string; sample?: boolean; out?: string; port?: number; log?: string }) => {
        const output = openOutput(options.log)
        const site = resolve(options.out ?? join(resolveFolders(options).dataDir, 'site'))
        await restoreFolder(site)
        if (!existsSync(join(site, 'index.html'))) {
          const line = `redline serve: there is no site in ${site}; build one with \`redline publish\``
          output.fail('no-site', { site }, line)
          process.exitCode = EXIT.usage
          return
        }
        const server = await serveSite(site, options.port)
        output.report(
          'serving',
          { url: server.url, site },
          `serving ${site} at ${server.url}/ (Ctrl-C stops)`,
        )
        await new Promise<void>((done) => process.once('SIGINT', () => done()).once('SIGTERM', () => done()))
        await server.close()
      },
    )
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('expected a whole number from 0 to 65535; 0 lets the system choose.')
}
