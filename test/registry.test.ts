import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRegistry } from '../src/registry.ts'

describe('readRegistry', () => {
  let folder: string
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redline-registry-'))
    mkdirSync(join(folder, 'entities'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const line = '{"id":"lab","kind":"organization","names":{"en":"Lab","zh-Hans":"实验室","zh-Hant":"實驗室"}}'

  it('reads every file of entities, with defaults filled in', () => {
    write('entities/a.jsonl', `${line}\n\n`)
    write('entities/b.jsonl', line.replace('"lab"', '"lab-2"'))
    write('entities/notes.txt', 'not read')
    const { entities, metrics, topics, glossary } = readRegistry(folder)
    expect(entities.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['lab', []],
      ['lab-2', []],
    ])
    expect([metrics, topics, glossary]).toEqual([[], [], []])
  })

  it('is empty for a folder that does not exist', () => {
    expect(readRegistry(join(folder, 'nowhere')).entities).toEqual([])
  })

  it.each([
    ['broken JSON', '{"id":', /a\.jsonl:2: expected one JSON object/],
    [
      'a missing name',
      '{"id":"x","kind":"model","names":{"en":"X","zh-Hans":"X"}}',
      /a\.jsonl:2: names\.zh-Hant: /,
    ],
    ['an unknown kind', line.replace('organization', 'animal'), /a\.jsonl:2: kind: /],
    ['an unknown field', line.replace('"kind"', '"colour":1,"kind"'), /a\.jsonl:2: /],
  ])('names file and line of %s', (_, bad, message) => {
    write('entities/a.jsonl', `${line}\n${bad}\n`)
    expect(() => readRegistry(folder)).toThrow(message)
  })
})
