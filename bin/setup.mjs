// Set-up shared by every npm script. Plain JavaScript that Node 20 can run: it fetches the pinned Node 24
// when the machine's own is older, and installs the packages of the lockfile when they are missing or stale.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Newest 24.x that the registry carries as an npm package for each platform; no install script is run. */
const PINNED_NODE = {
  'linux-x64': '24.21.0',
  'linux-arm64': '24.22.0',
  'darwin-x64': '24.18.1',
  'win32-x64': '24.21.0',
}

const say = (line) => process.stderr.write(`${line}\n`)

/** What the code runs on. `engines` of package.json says what a clone can be started with, which npm and npx go by. */
function isRecentEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major >= 26 || (major === 24 && minor >= 15)
}

function npm(args, what) {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(
    command,
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (run.status === 0) return
  say(`redline: ${what} failed (npm ${args.join(' ')} ended with ${run.status ?? run.signal}).`)
  say(
    'redline: check that npm reaches its registry and that the disk has 1 GB free, then run the same command again.',
  )
  process.exit(1)
}

/** Path of a Node that satisfies `engines`, fetched through npm when the running one is too old. */
export function ensureNode() {
  if (isRecentEnough(process.version)) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const version = PINNED_NODE[platform]
  if (!version) {
    say(
      `redline: needs Node ^24.15 or >=26, this is ${process.version}, and npm carries no Node 24 for ${platform}.`,
    )
    say(
      'redline: install Node 24 by hand (for example: fnm install 24, nvm install 24) and run the same command again.',
    )
    process.exit(1)
  }
  const name = `node-${platform.replace('win32', 'win')}`
  const prefix = join(root, '.node', version)
  const binary = join(prefix, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(binary)) {
    say(`redline: this is Node ${process.version}; fetching Node ${version} once, into .node/`)
    mkdirSync(prefix, { recursive: true })
    npm(['install', '--prefix', prefix, '--no-save', `${name}@${version}`], `fetching Node ${version}`)
  }
  return binary
}

/** Installs the lockfile's packages when node_modules does not match it. */
export function ensureModules() {
  const stamp = join(root, 'node_modules', '.redline-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const isDone = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (isDone()) return
  alone(() => {
    if (isDone()) return
    say('redline: installing packages once (npm ci)')
    npm(['ci'], 'installing packages')
    linkOwnBinary()
    writeFileSync(stamp, lock)
  })
}

/** Runs `work` in one process at a time: two `npm ci` at once leave an empty node_modules. Others wait until it is done. */
function alone(work) {
  const folder = join(root, '.redline', 'set-up')
  mkdirSync(dirname(folder), { recursive: true })
  while (!take(folder)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  work()
  rmSync(folder, { recursive: true, force: true })
}

/** Makes the folder that marks who is at work; false while another process that lives has it. */
function take(folder) {
  const owner = join(folder, 'pid')
  try {
    mkdirSync(folder)
    writeFileSync(owner, String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
  } catch (error) {
    // ESRCH: it was killed. ENOENT: it is just coming or leaving, unless that takes long: then it was killed as well.
    const isKilled = error.code === 'ESRCH' || (error.code === 'ENOENT' && ageMs(folder) > 10_000)
    if (isKilled) rmSync(folder, { recursive: true, force: true })
  }
  return false
}

function ageMs(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? Date.now() - stats.mtimeMs : 0
}

/** Lets `npx redline` find this checkout's own command without asking a registry. */
function linkOwnBinary() {
  const link = join(root, 'node_modules', '.bin', 'redline')
  if (process.platform === 'win32' || existsSync(link)) return
  symlinkSync(join('..', '..', 'bin', 'redline.mjs'), link)
}

/** Room for new objects, in MB: it grows to this in any case, and a start that fills less of it spends no time on clearing it. */
const YOUNG_SPACE = '--min-semi-space-size=24'

/** `npm ci` links no packages, so that a module's path is its real one: each import is spared to look for links in it. */
const NO_LINKS = ['--preserve-symlinks', '--preserve-symlinks-main']
const OPTIONS = [YOUNG_SPACE, ...NO_LINKS]

/**
 * Node stops at 4 GB of its own accord, which linking reaches at some 30,000 articles (docs/scale.md). More is allowed where the
 * machine has it; `NODE_OPTIONS` outranks us.
 */
function nodeOptions() {
  const megabytes = Math.floor((totalmem() / 2 ** 20) * 0.6)
  const isSet = /max[-_]old[-_]space/.test(process.env.NODE_OPTIONS ?? '')
  return isSet || megabytes <= 4096 ? OPTIONS : [...OPTIONS, `--max-old-space-size=${megabytes}`]
}

/** Runs a program with the right Node in front of PATH, passes signals on, and ends with its exit code. */
export async function run(args, options = {}) {
  const { spawn } = await import('node:child_process')
  const node = ensureNode()
  ensureModules()
  const separator = process.platform === 'win32' ? ';' : ':'
  const child = spawn(node, [...nodeOptions(), ...args], {
    stdio: 'inherit',
    ...options,
    // Compiled modules are kept: it halves the start of every later command.
    env: {
      NODE_COMPILE_CACHE: join(root, '.node', 'compile-cache'),
      ...process.env,
      PATH: `${dirname(node)}${separator}${process.env.PATH ?? ''}`,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    say(`redline: could not start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === 'SIGINT') process.exit(130)
    process.exit(code ?? 1)
  })
}
