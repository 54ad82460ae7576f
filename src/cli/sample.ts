import { type Command, InvalidArgumentError } from 'commander'

/** `redline sample serve`: the sample press as a live press, until interrupted. */
export function register(program: Command): void {
  const sample = program.command('sample').description('the sample press that comes with Redline')
  sample
    .command('serve')
    .description('serve the sample press on loopback until Ctrl-C')
    .option('--port <number>', 'port of the front door; the outlets take the ports after it', parsePort, 4800)
    .addHelpText('after', '\nExample:\n  redline sample serve --port 4800\n')
    .action(async ({ port }: { port: number }) => {
      const { startSamplePress } = await import('../../scrapers/sample/server.ts')
      const press = await startSamplePress({ port }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error
        return program.error(
          `sample serve: ${error.message}; choose other ports with --port, or 0 for free ones`,
        )
      })
      console.log(`Sample press: ${press.url}/  (${press.articles.length} articles, Ctrl-C stops)`)
      for (const { source } of press.sources) console.log(`  ${source.id.padEnd(28)} ${source.url}`)
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve)
        process.once('SIGTERM', resolve)
      })
      await press.close()
    })
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_500) return port
  throw new InvalidArgumentError('expected a whole number from 0 to 65499; 0 lets the system choose.')
}
