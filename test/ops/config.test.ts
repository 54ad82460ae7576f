import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, hide, readConfig } from '../../src/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-config-'))
const write = (text: string) => {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, text)
  return file
}
const problemOf = (file: string, env: Record<string, string> = {}) => {
  try {
    readConfig(file, env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as Error).message
  }
  return undefined
}

describe('configuration', () => {
  it('has a value for everything without a file or an environment', () => {
    const { config, origins } = readConfig(join(folder, 'none.json'), {})
    expect(config).toEqual({
      site: 'https://redline.example',
      contentDir: 'content',
      dataDir: '.redline/live',
      store: 'files',
      queue: 'memory',
      watchMinutes: 60,
      allowHosts: [],
      cacheDays: 90,
      aidDailyTokens: 200_000,
      aidMinutes: 5,
    })
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']))
  })

  it('lets the environment outrank the file, and says which set what', () => {
    const file = write('{"site": "https://a.example", "watchMinutes": 30}')
    const env = { REDLINE_WATCH_MINUTES: '15', REDLINE_ALLOW_HOSTS: 'a.test, b.test:81', REDLINE_STORE: '' }
    const { config, origins } = readConfig(file, env)
    expect(config).toMatchObject({ site: 'https://a.example', watchMinutes: 15 })
    expect(config.allowHosts).toEqual(['a.test', 'b.test:81'])
    expect(origins).toMatchObject({ site: 'file', watchMinutes: 'environment', store: 'default' })
  })

  it('names every field at fault with what was expected and what it got', () => {
    const file = write('{"site": "ftp://a", "cacheDays": 0, "colour": "red"}')
    const lines = problemOf(file, { REDLINE_METRICS_PORT: 'high' })!.split('\n')
    expect(lines).toContainEqual(expect.stringMatching(/json: site: .*; got "ftp:\/\/a"$/))
    expect(lines).toContainEqual(expect.stringMatching(/json: cacheDays: .*>=1; got 0$/))
    expect(lines).toContainEqual(expect.stringMatching(/json: colour: no such field/))
    expect(lines).toContainEqual(
      'REDLINE_METRICS_PORT: Invalid input: expected number, received string; got "high"',
    )
  })

  it('wants an address where records or jobs are to live in PostgreSQL', () => {
    const file = write('{"queue": "postgres"}')
    expect(problemOf(file)).toMatch(/^queue is postgres, so databaseUrl \(REDLINE_DATABASE_URL\) must be set/)
    expect(problemOf(file, { REDLINE_DATABASE_URL: 'postgres://me@localhost/redline' })).toBeUndefined()
    expect(problemOf(file, { REDLINE_DATABASE_URL: 'mysql://h/d' })).toMatch(/^REDLINE_DATABASE_URL: .*mysql/)
  })

  it('wants an address and a model together where a language model is to help, and no key in a file', () => {
    const aidUrl = 'https://models.example/v1'
    expect(problemOf(write(JSON.stringify({ aidUrl })))).toMatch(
      /^aidUrl is set, so aidModel \(REDLINE_AID_MODEL\) must be set as well/,
    )
    expect(problemOf(write(JSON.stringify({ aidUrl, aidModel: 'small' })))).toBeUndefined()
    const problem = problemOf(write('{"aidUrl": "https://me:secret@models.example/v1", "aidModel": "small"}'))
    expect(problem).toContain('the key belongs into REDLINE_AID_KEY')
    expect(problem).not.toContain('secret')
  })

  it('says where a file is no JSON object', () => {
    expect(problemOf(write('site: x'))).toMatch(/\.json: expected JSON \(/)
    expect(problemOf(write('[]'))).toMatch(/expected an object/)
  })

  it('never shows a password', () => {
    expect(hide('databaseUrl', 'postgres://me:secret@db.example/redline')).toBe(
      'postgres://me:…@db.example/redline',
    )
    expect(problemOf(write('{"databaseUrl": "mysql://me:secret@h/d"}'))).not.toContain('secret')
  })
})
