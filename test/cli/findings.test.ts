import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileStore } from '../../src/store/files.ts'
import { blackmail, blackmailHans, buildArticle, primarySource } from '../cluster/build.ts'

const main = resolve(import.meta.dirname, '../../src/cli/main.ts')
let folder: string

const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redline-findings-'))
  writeFileSync(
    join(folder, 'en.md'),
    '# Blackmail in tests\n\nClaude Opus 4 had a blackmail rate of 96% in the experiment, and DeepSeek-R1 one of 79%.\n',
  )
  writeFileSync(
    join(folder, 'zh.md'),
    '# 测试中的勒索\n\n实验中，Claude Opus 4的勒索率达到96%，DeepSeek-R1的勒索率为79%。\n',
  )
  const store = openFileStore(join(folder, 'data/content'))
  const articles = [
    buildArticle({ id: 'lab-post', sourceId: 'lab', published: '2026-08-01', figures: [blackmail] }),
    buildArticle({ id: 'news', published: '2026-08-03', lang: 'zh-Hans', figures: [blackmailHans] }),
  ]
  for (const article of articles) await store.write('articles', article)
  await store.write('sources', primarySource('lab'))
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('redline findings', () => {
  it('joins figures of files across languages, one finding a line', () => {
    const paths = [join(folder, 'en.md'), join(folder, 'zh.md')]
    const { stdout, status } = run('findings', '--json', ...paths)
    expect(status).toBe(0)
    const shared = lines(stdout).filter(({ figures }) => figures.length > 1)
    expect(
      shared.map(({ figures }) => figures.map((figure: { asWritten: string }) => figure.asWritten)).sort(),
    ).toEqual([
      ['79%', '79%'],
      ['96%', '96%'],
    ])
    expect(shared[0].figures.map(({ path }: { path: string }) => path).sort()).toEqual(paths)
    expect(Object.keys(shared[0].figures[0])).toEqual(['path', 'start', 'end', 'asWritten', 'value', 'unit'])
  })

  it('names a file that it cannot read, goes on and ends with 1', () => {
    const { stdout, stderr, status } = run(
      'findings',
      '--json',
      join(folder, 'none.md'),
      join(folder, 'en.md'),
    )
    expect(status).toBe(1)
    expect(stderr).toContain('none.md: cannot be read')
    expect(lines(stdout)).toHaveLength(2)
  })
})

describe('redline link and why', () => {
  it('stores findings and explains one with members, reasons, both quotes and history', () => {
    const data = join(folder, 'data')
    expect(run('link', '--data', data).stdout).toContain('2 articles: 1 findings')
    const [finding] = lines(run('findings', '--json', '--data', data).stdout)
    expect(finding.figures).toHaveLength(2)
    const { stdout, status } = run('why', finding.id, '--data', data)
    expect(status).toBe(0)
    for (const words of [
      `${finding.id}  96 percent · Claude Opus 4 · blackmail rate`,
      'corroborated, 2 independent sources, in en, zh-Hans',
      'primary source',
      `“${blackmailHans.sentence}”`,
      'why: equal; value 96 percent; subject claude-opus-4',
      'compared: same: the primary source says the same',
      `primary: “${blackmail.sentence}”`,
      'first published 2026-08-01',
      'in zh-Hans 2 days later',
      'not in zh-Hant',
    ])
      expect(stdout).toContain(words)
  })

  it('writes nothing when run again', () => {
    const data = join(folder, 'data')
    const { stdout } = run('link', '--data', data, '--log', 'json')
    expect(JSON.parse(stdout.trim().split('\n')[0]!)).toMatchObject({ written: 0, removed: 0 })
  })

  it('says what to do about an id that is not held', () => {
    const { stderr, status } = run('why', 'ffffffffffffffff', '--data', join(folder, 'data'))
    expect(status).toBe(1)
    expect(stderr).toContain('no finding ffffffffffffffff is held')
  })
})
