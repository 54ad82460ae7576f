import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseScoreSheet } from '../../src/core/publish/score-sheet.ts'
import { hasWords } from '../../src/i18n/index.ts'

const table = (rows: string) => `# E\n\n<!-- languages -->\n\n${rows}\n\n<!-- /languages -->\n`
const HEAD = '| set | F1 | key sentences |\n| --- | --- | --- |\n'

describe('the published score sheet', () => {
  it('is the recorded table, measure by measure', () => {
    const rows = '| all | 0.9 | 0.5 |\n| en | 1.0 | 0.6 |\n| zh-Hans | 0.8 | 0.4 |\n| zh-Hant | 0.7 | 0.3 |'
    expect(parseScoreSheet(table(HEAD + rows))).toEqual([
      { name: 'f1', all: 0.9, byLang: { en: 1, 'zh-Hans': 0.8, 'zh-Hant': 0.7 } },
      { name: 'key-sentences', all: 0.5, byLang: { en: 0.6, 'zh-Hans': 0.4, 'zh-Hant': 0.3 } },
    ])
  })

  it('says what is missing rather than show a gap', () => {
    expect(() => parseScoreSheet('nothing')).toThrow('EVALUATION.md has no table')
    expect(() => parseScoreSheet(table(`${HEAD}| all | 0.9 | 0.5 |\n| en | 1.0 |  |`))).toThrow(
      'row "zh-Hans"',
    )
  })

  it('reads this checkout’s own, and has words for each measure', () => {
    const sheet = parseScoreSheet(readFileSync(new URL('../../EVALUATION.md', import.meta.url), 'utf8'))
    expect(sheet.length).toBeGreaterThan(5)
    for (const { name, all } of sheet) {
      expect(hasWords(`score.${name}`), name).toBe(true)
      expect(all).toBeGreaterThan(0)
      expect(all).toBeLessThanOrEqual(1)
    }
  })
})
