import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serialize } from 'node:v8'
import { afterAll, describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../src/core/extract/article.ts'
import { loadMatchers } from '../src/matchers-quick.ts'
import { loadRegistry } from '../src/registry-quick.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-matchers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text =
  '在测试中，Claude Opus 4 的勒索率高达96%，Gemini 2.5 Pro 为95%。\n\nOpenAI said GPT-4o blackmailed in 80% of runs.'
const expected = JSON.stringify(extract({ text }, buildMatchers(loadRegistry())))

/** What a new process extracts with the matchers of a file. */
function extractAnew(file: string): string {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, '..', path)).href)
  const script = `
    import { extract } from ${at('src/core/extract/article.ts')}
    import { loadMatchers } from ${at('src/matchers-quick.ts')}
    process.stdout.write(JSON.stringify(extract(${JSON.stringify({ text })}, loadMatchers(${JSON.stringify(file)}))))`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return run.stdout || run.stderr
}

describe('matchers for a command that should answer at once', () => {
  it('are those of the registry, built by one process and read by the next', () => {
    const file = join(folder, 'first')
    expect(expected).toContain('claude-opus-4')
    expect(extractAnew(file)).toBe(expected)
    const { mtimeMs } = statSync(file)
    expect(extractAnew(file)).toBe(expected)
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
  })

  it.each([
    ['broken', Buffer.from('not what serialize writes')],
    ['of another registry', serialize({ key: 'content/topics.jsonl 1 1', matchers: {} })],
  ])('are built again where the file is %s', (_, bytes) => {
    const file = join(folder, 'other')
    writeFileSync(file, bytes)
    expect(JSON.stringify(extract({ text }, loadMatchers(file)))).toBe(expected)
    expect(readFileSync(file).equals(bytes)).toBe(false)
    expect(extractAnew(file)).toBe(expected)
  })

  it('are built each time where nothing can be written', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(JSON.stringify(extract({ text }, loadMatchers(join(file, 'matchers'))))).toBe(expected)
  })
})
