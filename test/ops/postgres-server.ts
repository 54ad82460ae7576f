import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../ports.ts'

/** A PostgreSQL server of the tests' own: its own data folder, its own port, loopback only. */
export interface PostgresServer {
  url: string
  /** Stops it at once, as a crash of the machine would look to clients. */
  crash(): void
  start(): void
  stop(): void
}

const VERSIONS = '/usr/lib/postgresql'

/** Where Debian puts the server's programs, newest version first; undefined where PostgreSQL is not installed. */
export function findPostgres(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined
  const [newest] = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))
  const folder = newest && join(VERSIONS, newest, 'bin')
  return folder && existsSync(join(folder, 'initdb')) ? folder : undefined
}

/** Why tests that need PostgreSQL are skipped, or undefined. Told once, so that a skip is never silent. */
export function reasonToSkip(): string | undefined {
  const reason = findPostgres()
    ? undefined
    : `no PostgreSQL in ${VERSIONS}: apt-get install postgresql; its tests are skipped`
  if (reason) console.log(reason)
  return reason
}

export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres()!
  const folder = mkdtempSync(join(tmpdir(), 'redline-pg-'))
  const data = join(folder, 'data')
  const port = await findFreePort()
  // PostgreSQL refuses to run as root; Debian's package makes a user for it.
  const isRoot = process.getuid?.() === 0
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const run = (program: string, args: string[]) => {
    const command = [join(programs, program), ...args]
    const [file, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    const done = spawnSync(file!, rest, {
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`)
  }
  run('initdb', ['-D', data, '-U', 'redline', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'])
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100`
  const server: PostgresServer = {
    url: `postgres://redline@127.0.0.1:${port}/postgres`,
    start: () => run('pg_ctl', ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options]),
    crash: () => run('pg_ctl', ['stop', '-D', data, '-m', 'immediate']),
    stop() {
      run('pg_ctl', ['stop', '-D', data, '-m', 'immediate'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  server.start()
  return server
}
