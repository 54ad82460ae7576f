import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = resolve(import.meta.dirname, '../../src/cli/main.ts')
let folder: string

const run = (...args: string[]) =>
  spawnSync(process.execPath, [main, 'extract', ...args], { encoding: 'utf8' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redline-extract-'))
  writeFileSync(
    join(folder, 'zh.md'),
    '---\ntitle: 模型会作弊\ndate: 2026-01-02\n---\n\n研究人员发现，GPT-4o在79%的测试中作弊。见 arXiv:2412.12140v1。\n',
  )
  writeFileSync(
    join(folder, 'en.txt'),
    'Models cheat\n\nThe lab found that GPT-4o cheated in 79 percent of runs.\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('redline extract', () => {
  it('prints one JSON object a line in the order given, with what is absent left out', () => {
    const { stdout, status } = run('--json', join(folder, 'zh.md'), join(folder, 'en.txt'))
    expect(status).toBe(0)
    const [zh, en] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(zh).toMatchObject({
      path: join(folder, 'zh.md'),
      lang: 'zh-Hans',
      title: '模型会作弊',
      published: '2026-01-02',
    })
    expect(zh).not.toHaveProperty('authors')
    expect(zh).not.toHaveProperty('url')
    expect(zh.references).toEqual([{ kind: 'arxiv', id: '2412.12140' }])
    expect(zh.entities).toContainEqual({ kind: 'model', name: 'GPT-4o' })
    expect(zh.figures).toHaveLength(1)
    const [figure] = zh.figures
    expect(figure).toMatchObject({ asWritten: '79%', value: 79, unit: 'percent', qualifier: 'exact' })
    expect(figure).not.toHaveProperty('maxValue')
    expect(zh.text.slice(figure.start, figure.end)).toBe('79%')
    expect(zh.text.slice(figure.quote.start, figure.quote.end)).toBe(figure.quote.exact)
    expect(zh.claims[0].quote.exact).toContain('79%')
    expect(en).toMatchObject({ lang: 'en', figures: [{ value: 79, unit: 'percent' }] })
  })

  it('prints plain text as it stands in the file, so that each place is one of the file', () => {
    const file = join(folder, 'links.txt')
    const source =
      'Rooms\n\nThey split into [44 rooms](https://a.example/44) of **ten** people, the team said.\n'
    writeFileSync(file, source)
    const { text, figures } = JSON.parse(run('--json', file).stdout)
    expect(text).toBe(source)
    expect(figures.map(({ start, end }: { start: number; end: number }) => source.slice(start, end))).toEqual(
      ['44 rooms', 'ten** people'],
    )
    for (const { quote } of figures) expect(source.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  it('names a file that cannot be read, goes on, and ends with 1', () => {
    const missing = join(folder, 'missing.md')
    const { stdout, stderr, status } = run('--json', missing, join(folder, 'en.txt'))
    expect(status).toBe(1)
    expect(JSON.parse(stderr.trim())).toMatchObject({
      path: missing,
      error: expect.stringContaining('ENOENT'),
    })
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  it('prints a summary for people without --json', () => {
    const { stdout, status } = run(join(folder, 'zh.md'))
    expect(status).toBe(0)
    expect(stdout).toContain('模型会作弊')
    expect(stdout).toContain('79% = 79')
    expect(stdout).toContain('arxiv 2412.12140')
  })

  it('ends in silence when whoever reads its output has enough', () => {
    const files = Array.from({ length: 200 }, () => join(folder, 'en.txt')).join(' ')
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `'${process.execPath}' '${main}' extract --json ${files} | head -n 1`],
      { encoding: 'utf8' },
    )
    expect(JSON.parse(stdout)).toMatchObject({ lang: 'en' })
    expect(stderr).toBe('')
  })

  it('explains itself, and ends with a usage error without files', () => {
    expect(run('--help').stdout).toContain('Example:')
    expect(run('--json').status).not.toBe(0)
  })
})
