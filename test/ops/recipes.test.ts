import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { VARIABLES } from '../../src/config.ts'
import { findFreePort } from '../ports.ts'

const root = resolve(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/operating.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'redline-recipes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Code blocks of a language in docs/operating.md, in order. */
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!)

/** Whether a program is there; where it is not, that is told once, so that a skip is never silent. */
function has(program: string, hint: string): boolean {
  const isThere = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
  if (!isThere) console.log(`no ${program} here (${hint}); the recipe that needs it is not tried`)
  return isThere
}

/** The recipes of docs/operating.md, taken from its text and tried. */
describe('the recipe', () => {
  it.runIf(has('systemd-analyze', 'part of systemd'))(
    'of a systemd timer is one that systemd accepts',
    () => {
      const [service, timer] = blocks('ini') as [string, string]
      writeFileSync(join(folder, 'redline.service'), service)
      writeFileSync(join(folder, 'redline.timer'), timer)
      const { status, stderr } = spawnSync(
        'systemd-analyze',
        ['verify', join(folder, 'redline.service'), join(folder, 'redline.timer')],
        { encoding: 'utf8' },
      )
      // Where npx lies differs; everything else must be right.
      const complaints = stderr
        .split('\n')
        .filter((line) => line.includes('redline.') && !line.includes('/usr/bin/npx'))
      expect([status === 0 || complaints.length === 0, complaints]).toEqual([true, []])
    },
  )

  it('of cron is one line that sh takes, with the five fields before it', () => {
    const [line] = blocks('cron') as [string]
    const [, fields, command] = /^((?:[\d*/,-]+ ){5}) *(.+)\n$/.exec(line)!
    expect(fields!.trim().split(' ')).toHaveLength(5)
    expect(spawnSync('sh', ['-n', '-c', command!]).status).toBe(0)
    expect(command).toContain('npx redline run --log json')
  })

  it('of GitHub Actions sets variables that exist, accepts the codes it should, and commits what was collected', () => {
    const [text] = blocks('yaml') as [string]
    const workflow = parse(text) as {
      permissions: object
      jobs: { run: { steps: { run?: string; env?: object; with?: { path?: string } }[] } }
    }
    const { steps } = workflow.jobs.run
    const names = new Set(Object.values(VARIABLES).map(({ name }) => name))
    for (const name of steps.flatMap(({ env = {} }) => Object.keys(env))) expect(names).toContain(name)
    expect(workflow.permissions).toEqual({ contents: 'write', pages: 'write', 'id-token': 'write' })
    const [collect, commit] = steps.flatMap(({ run = [] }) => run)
    const codeOf = (code: number) =>
      spawnSync('bash', ['-e', '-c', collect!.replace('npx redline run', `(exit ${code})`)]).status
    expect([0, 1, 2].map(codeOf)).toEqual([0, 0, 1])
    expect(commitTwice(commit!)).toEqual(['Collect'])
  })

  it('of a container copies what is there and leaves the mark by which set-up knows its packages', () => {
    const [text] = blocks('dockerfile') as [string]
    for (const [, names] of text.matchAll(/^COPY (.+) \S+$/gm))
      for (const name of names!.split(' ')) expect(existsSync(join(root, name))).toBe(true)
    const mark = /^RUN (node -e "[^\n]+")/m.exec(text)![1]!
    const image = join(folder, 'image')
    mkdirSync(join(image, 'node_modules'), { recursive: true })
    writeFileSync(join(image, 'package-lock.json'), 'a lockfile')
    execFileSync('sh', ['-c', mark.replace(/ \\$/, '')], { cwd: image })
    expect(readFileSync(join(image, 'node_modules/.redline-lock'), 'utf8')).toBe(
      createHash('sha256').update('a lockfile').digest('hex'),
    )
    expect(text).toMatch(/USER node\n[\s\S]*CMD \["node", "bin\/redline.mjs", "run", "--watch"\]/)
  })

  it.runIf(has('nginx', 'apt-get install nginx-light'))(
    'of the proxy lets searches through, few at a time, and nothing else; the site is served as it says',
    tryProxy,
    30_000,
  )
})

/** Runs the step in a clone whose folder has a new record, then once more with nothing new; gives what arrived. */
function commitTwice(step: string): string[] {
  const [remote, clone] = [join(folder, 'remote.git'), join(folder, 'clone')]
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: clone, encoding: 'utf8', stdio: 'pipe' })
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote])
  execFileSync('git', ['clone', '-q', remote, clone], { stdio: 'pipe' })
  git('checkout', '-q', '-b', 'main')
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '--allow-empty', '-m', 'Begin')
  git('push', '-q', '-u', 'origin', 'main')
  mkdirSync(join(clone, 'content'))
  writeFileSync(join(clone, 'content/record.json'), '{}\n')
  for (let round = 0; round < 2; round++)
    expect(spawnSync('bash', ['-e', '-c', step], { cwd: clone, encoding: 'utf8' })).toMatchObject({
      status: 0,
    })
  const log = execFileSync('git', ['log', '--format=%s', 'main'], { cwd: remote, encoding: 'utf8' })
  return log.trim().split('\n').slice(0, -1)
}

/** What the recipe lets through: so many a second, and so many at once beside. */
const RATE = 10
const BURST = 20

async function tryProxy(): Promise<void> {
  const [site, search] = blocks('nginx') as [string, string]
  const asked: string[] = []
  const engine = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('{"hits":[]}')
  }).listen(0, '127.0.0.1')
  const sitePort = await findFreePort(2)
  const searchPort = sitePort + 1
  const pages = join(folder, 'site')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<h1>here</h1>')
  writeFileSync(join(pages, '404.html'), '<h1>not here</h1>')
  writeFileSync(join(pages, 'assets/a.css'), 'a{}')
  const plain = (text: string, port: number) => text.replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
  // Started by root, nginx would serve as somebody who may not read a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const config = `daemon off; ${user} pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log off; include /etc/nginx/mime.types; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${plain(site, sitePort).replace(/root [^;]+;/, `root ${pages};`)}
${plain(search, searchPort).replace('127.0.0.1:7700', `127.0.0.1:${(engine.address() as AddressInfo).port}`)} }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const nginx = spawn('nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')])
  try {
    await Promise.all([untilOpen(sitePort), untilOpen(searchPort)])
    const at = (port: number, path: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, init)
    const post = (path: string, body = '{"q":"96"}') => at(searchPort, path, { method: 'POST', body })
    const home = await at(sitePort, '/')
    expect([home.status, await home.text()]).toEqual([200, '<h1>here</h1>'])
    expect((await at(sitePort, '/assets/a.css')).headers.get('cache-control')).toContain('immutable')
    const missing = await at(sitePort, '/nowhere/')
    expect([missing.status, await missing.text()]).toEqual([404, '<h1>not here</h1>'])
    expect((await post('/indexes/redline_1/search')).status).toBe(200)
    expect((await post('/multi-search')).status).toBe(200)
    const refused = await Promise.all([
      at(searchPort, '/indexes/redline_1/search'),
      post('/indexes/redline_1/documents'),
      post('/keys'),
      at(searchPort, '/indexes'),
      post('/indexes/redline_1/search', 'x'.repeat(20_000)),
    ])
    expect(refused.map(({ status }) => status)).toEqual([403, 404, 404, 404, 413])
    expect(asked).toEqual(['POST /indexes/redline_1/search', 'POST /multi-search'])
    const began = performance.now()
    const burst = await Promise.all(Array.from({ length: 60 }, () => post('/multi-search')))
    const most = 1 + BURST + (RATE * (performance.now() - began)) / 1_000
    const passed = burst.filter(({ status }) => status === 200).length
    expect(passed).toBeGreaterThan(0)
    expect(passed).toBeLessThanOrEqual(most)
    expect(burst.filter(({ status }) => status === 503)).toHaveLength(burst.length - passed)
  } finally {
    nginx.kill()
    engine.close()
  }
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false))
      socket.unref()
    })
    if (isOpen) return
    await sleep(25)
  }
  throw new Error(
    `nothing answers at port ${port}; nginx says: ${readFileSync(join(folder, 'error.log'), 'utf8')}`,
  )
}
