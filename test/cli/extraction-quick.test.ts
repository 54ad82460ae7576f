import { spawn, spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const PRESS = join(ROOT, 'scrapers/sample/press')
/** What extraction is made of; records that an operator keeps in `content` are not. */
const PARTS = ['src', 'scrapers/parse', 'content/entities', 'package.json', 'package-lock.json']
const LISTS = ['content/metrics.jsonl', 'content/topics.jsonl', 'content/glossary.jsonl']

/** A clone of its own, whose sources may be edited. */
const clone = realpathSync(mkdtempSync(join(tmpdir(), 'redline-clone-')))
const kept = join(clone, '.node')
const bundle = join(kept, 'extraction.cjs')
/** What V8 made of it. */
const code = join(kept, 'extraction.code')
const note = join(clone, 'note.md')
/** Milliseconds after which a source that was just written is taken for settled. */
const SETTLED = 1100

beforeAll(async () => {
  for (const part of [...PARTS, ...LISTS]) cpSync(join(ROOT, part), join(clone, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'dir')
  writeFileSync(note, '# 模型会作弊\n\n研究人员发现，GPT-4o在79%的测试中作弊。\n')
  await sleep(SETTLED)
})
afterAll(() => rmSync(clone, { recursive: true }))

/** Prints the addresses of all modules that a process loaded. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
  process.on('exit', () => process.stderr.write(JSON.stringify(loaded)))`)}`

const MAIN = join(clone, 'src/cli/main.ts')
const env = { ...process.env, NODE_DEBUG: '' }

const extractPlainly = (...files: string[]) =>
  spawnSync(process.execPath, [MAIN, 'extract', '--json', ...files], { encoding: 'utf8', env })

/** What a process of `redline extract` prints of a note, what it tells when asked to, and the modules that it loaded. */
function extract(): { stdout: string; told: string; isBundle: boolean; loaded: string[] } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', WATCH, MAIN, 'extract', '--json', note],
    { encoding: 'utf8', env: { ...env, NODE_DEBUG: 'redline' } },
  )
  const told = stderr.slice(0, stderr.lastIndexOf('["'))
  const loaded = JSON.parse(stderr.slice(told.length)) as string[]
  const isBundle = !loaded.some((url) => url.includes('/src/core/'))
  return { stdout, told, isBundle, loaded }
}

/** Documents whose readers are loaded when there is one, and one that nothing reads. */
const KINDS: [name: string, text: string | Buffer][] = [
  ['page.html', '<html><body><article><p>GPT-4o cheated in 79% of the runs.</p></article></body></html>'],
  [
    'entry.xml',
    '<rss version="2.0"><channel><title>A</title><item><link>https://a.example/1</link><description>GPT-4o cheated in 79% of runs.</description></item></channel></rss>',
  ],
  ['table.md', 'Before\n\n<table><tr><td>GPT-4o</td><td>79&percnt;</td></tr></table>\n'],
  ['page.txt', iconv.encode('研究人员说，十六个模型在79%的测试中都选择了隐瞒。', 'gbk')],
  ['empty.txt', ''],
]

/** Other code with the first line that says it is whole. */
function headed(bytes: Buffer, other: Buffer): Buffer {
  const stamp = bytes.toString('utf8', 0, bytes.lastIndexOf(' ', bytes.indexOf('\n')))
  return Buffer.concat([Buffer.from(`${stamp} ${hash('sha256', other, 'hex')}\n`), other])
}

function write(file: string, text: string | Buffer): string {
  writeFileSync(file, text)
  return file
}

/** What is printed of the note. */
let expected: string

/** Changes a source of the clone, as an editor does. */
async function edit(change: () => void): Promise<void> {
  change()
  await sleep(SETTLED)
}

describe('the modules of extraction as one file', () => {
  it('find the same as the sources, which are used in silence where nothing can be written', () => {
    const press = readdirSync(PRESS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(PRESS, name))
    expect(press.length).toBeGreaterThan(20)
    press.push(join(ROOT, 'test/fixtures/pdf/chromium-print.pdf'))
    for (const [name, text] of KINDS) press.push(write(join(clone, name), text))
    writeFileSync(kept, '')
    const plain = extractPlainly(...press)
    const { told, isBundle } = extract()
    expect(isBundle).toBe(false)
    expect(told).toMatch(/^REDLINE \d+: \.node\/extraction\.cjs is not used: EEXIST.*\n$/)
    rmSync(kept)
    const bundled = extractPlainly(...press)
    expect(statSync(bundle).size).toBeGreaterThan(100_000)
    expect(plain.stderr).toMatch(/^\{"path":"[^"]*empty\.txt","error":"empty: [^"]*"\}\n$/)
    expect(plain.stdout.split('\n').length).toBe(press.length)
    expect([bundled.stdout === plain.stdout, bundled.stderr]).toEqual([true, plain.stderr])
  })

  it('are loaded without the sources, and a note without packages but that of commands', () => {
    const { mtimeMs } = statSync(bundle)
    const { stdout, told, isBundle, loaded } = extract()
    expect(JSON.parse(stdout).figures).toMatchObject([{ asWritten: '79%', subject: 'GPT-4o' }])
    expect(told).toBe('')
    expect(isBundle).toBe(true)
    const packages = loaded.filter((url) => url.includes('/node_modules/'))
    expect(packages.filter((url) => !url.includes('/commander/'))).toEqual([])
    expect(statSync(bundle).mtimeMs).toBe(mtimeMs)
    expected = stdout
  })

  it('follow every edit of a source at once, one too that keeps its size and time', async () => {
    const source = join(clone, 'src/core/text/script.ts')
    const original = readFileSync(source, 'utf8')
    appendFileSync(source, "process.stdout.write('edited\\n')\n")
    const atOnce = extract()
    expect(atOnce.stdout).toBe(`edited\n${expected}`)
    expect(atOnce.told).toContain('src/core/text/script.ts was written just now')
    await sleep(SETTLED)
    expect(extract()).toMatchObject({ stdout: atOnce.stdout, isBundle: true })
    const { atime, mtime, size } = statSync(source)
    await edit(() => {
      writeFileSync(source, readFileSync(source, 'utf8').replace("'edited", "'EDITED"))
      utimesSync(source, atime, mtime)
    })
    expect(statSync(source)).toMatchObject({ mtime, size })
    expect(extract()).toMatchObject({ stdout: `EDITED\n${expected}`, told: '', isBundle: true })
    await edit(() => writeFileSync(source, original))
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
  })

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -5000)],
    ['empty', () => ''],
    ['none of ours', () => 'export const printFiles = 1\n'],
    ['made in another way', (text) => text.replace('"madeOf"', '"sources"')],
    ['of another Node', (text) => text.replace('"node":"v', '"node":"v1')],
    ['of a source that is gone', (text) => text.replace('"src/core/text/url.ts"', '"src/core/text/gone.ts"')],
  ])('are made again where the file is %s', (_, damage) => {
    const whole = readFileSync(bundle, 'utf8')
    writeFileSync(bundle, damage(whole))
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
    expect(readFileSync(bundle, 'utf8')).toBe(whole)
  })

  it.each<[string, (text: string) => string]>([
    ['no code', (text) => text.replace(/\}\)\n$/, ')}\n')],
    ['code that fails', (text) => text.replace(/\nvar __cr/, '\n+0n;////')],
  ])('are made again where the file has the right length and is %s, which is told on demand', (_, damage) => {
    const whole = readFileSync(bundle, 'utf8')
    writeFileSync(bundle, damage(whole))
    expect(statSync(bundle).size).toBe(Buffer.byteLength(whole))
    const told = expect.stringContaining('extraction.cjs is made again: ')
    expect(extract()).toMatchObject({ stdout: expected, told, isBundle: true })
    expect(readFileSync(bundle, 'utf8')).toBe(whole)
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
  })

  it('are compiled once, and run by what was compiled', () => {
    const { mtimeMs } = statSync(code)
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
    expect(statSync(code).mtimeMs).toBe(mtimeMs)
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, -5000)],
    ['damaged', (bytes) => Buffer.from(bytes).fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 40)],
    ['of another script', (bytes) => Buffer.concat([Buffer.from('1'), bytes])],
    ['none of V8', (bytes) => headed(bytes, Buffer.from('compiled'))],
  ])('are compiled again where the code is %s', (_, damage) => {
    const damaged = damage(readFileSync(code))
    writeFileSync(code, damaged)
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
    expect(statSync(code).size).toBeGreaterThan(100_000)
    expect(readFileSync(code).equals(damaged)).toBe(false)
  })

  it('give way to the sources where they cannot be made, which is told on demand', async () => {
    writeFileSync(bundle, '')
    rmSync(join(clone, 'node_modules'))
    const packages = join(clone, 'node_modules')
    cpSync(join(ROOT, 'node_modules/commander'), join(packages, 'commander'), { recursive: true })
    expect(extract()).toMatchObject({
      stdout: expected,
      isBundle: false,
      told: expect.stringContaining("'esbuild'"),
    })
    rmSync(packages, { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), packages, 'dir')
    expect(extract()).toMatchObject({ stdout: expected, told: '', isBundle: true })
  })

  it('are of the clone itself, by whichever path it is called, and none where their folder is elsewhere', () => {
    const link = `${clone}-link`
    const elsewhere = `${clone}-kept`
    rmSync(bundle)
    symlinkSync(clone, link, 'dir')
    const page = join(clone, 'page.html')
    const flags = ['--preserve-symlinks', '--preserve-symlinks-main']
    const call = (main: string) =>
      spawnSync(process.execPath, [...flags, main, 'extract', page], { encoding: 'utf8', env })
    const linked = call(join(link, 'src/cli/main.ts'))
    expect(linked).toMatchObject({ stdout: expect.stringContaining('79%'), stderr: '' })
    expect(call(MAIN)).toMatchObject({ stdout: linked.stdout, stderr: '' })
    renameSync(kept, elsewhere)
    symlinkSync(elsewhere, kept, 'dir')
    expect(extract()).toMatchObject({
      stdout: expected,
      isBundle: false,
      told: expect.stringContaining('link'),
    })
    rmSync(kept)
    renameSync(elsewhere, kept)
    rmSync(link)
  })

  it('are made by several commands at once without harm, and nothing else is left behind', async () => {
    rmSync(bundle)
    const outputs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [MAIN, 'extract', '--json', note], { env })
      const chunks = await Promise.all([child.stdout.toArray(), child.stderr.toArray()])
      return chunks.map((all) => Buffer.concat(all as Buffer[]).toString())
    })
    for (const output of await Promise.all(outputs)) expect(output).toEqual([expected, ''])
    expect(extract().isBundle).toBe(true)
    expect(readdirSync(kept).sort()).toEqual(['extraction.cjs', 'extraction.code', 'matchers'])
  })
})
