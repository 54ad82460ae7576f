import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FETCH_ERRORS } from '../../scrapers/error.ts'
import { PARSE_FAILURES } from '../../src/core/extract/document.ts'
import { QUALIFIERS } from '../../src/core/model/figure.ts'
import { COMPARISONS } from '../../src/core/model/finding.ts'
import { ENTITY_KINDS, UNITS } from '../../src/core/model/kinds.ts'
import { LANGS } from '../../src/core/model/lang.ts'
import { SOURCE_KINDS, TIERS } from '../../src/core/model/source.ts'
import { translator } from '../../src/i18n/index.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'src/i18n', `${lang}.json`), 'utf8'))
const [en, hans, hant] = LANGS.map(read) as [
  Record<string, string>,
  Record<string, string>,
  Record<string, string>,
]

describe('translator', () => {
  const t = translator('en')
  it.each([
    ['1', '1 article'],
    [1, '1 article'],
    [0, '0 articles'],
    ['1,001', '1,001 articles'],
  ])('counts %j as %s', (count, words) => expect(t('source.articles', { count })).toBe(words))
})

describe('words of the three editions', () => {
  it('have the same keys, sorted, none empty', () => {
    const keys = Object.keys(en)
    expect(keys).toEqual([...keys].sort())
    expect(Object.keys(hans)).toEqual(keys)
    expect(Object.keys(hant)).toEqual(keys)
    for (const words of [en, hans, hant])
      expect(Object.entries(words).filter(([, text]) => !text.trim())).toEqual([])
  })

  it('use the same placeholders', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    for (const key of Object.keys(en)) {
      expect(holes(hans[key]!), key).toEqual(holes(en[key]!))
      expect(holes(hant[key]!), key).toEqual(holes(en[key]!))
    }
  })

  it('say a reason for every code of a failed source or document', () => {
    for (const code of [...FETCH_ERRORS, ...PARSE_FAILURES]) expect(en).toHaveProperty([`error.${code}`])
  })

  it('name every value of the closed lists in the records', () => {
    const lists = {
      kind: SOURCE_KINDS,
      tier: TIERS,
      entity: ENTITY_KINDS,
      unit: UNITS,
      qualifier: QUALIFIERS,
      comparison: COMPARISONS,
      comparisonText: COMPARISONS,
      lang: LANGS,
    }
    for (const [prefix, values] of Object.entries(lists))
      for (const value of values) expect(en, `${prefix}.${value}`).toHaveProperty([`${prefix}.${value}`])
  })

  it('are all used, and all that are used exist', () => {
    const code = ['src/pages', 'src/record-pages', 'src/components', 'src/layouts', 'src/core/publish']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
      )
      .join('\n')
    const used = [...code.matchAll(/\bt\(\s*'([a-z][\w-]*\.[\w.-]+)'/gi)].map(([, key]) => key!)
    expect(used.filter((key) => !Object.hasOwn(en, key))).toEqual([])
    const built = [...code.matchAll(/`([a-zA-Z.]+)\.\$\{/g)].map(([, prefix]) => `${prefix}.`)
    const idle = Object.keys(en).filter(
      (key) => !code.includes(`'${key}'`) && !built.some((prefix) => key.startsWith(prefix)),
    )
    expect(idle).toEqual([])
  })

  it('use Taiwan’s terms in Traditional Chinese, and no Simplified character', async () => {
    const text = Object.values(hant).join('\n')
    expect(text.match(/信息|數據|程序|軟件|網絡|互聯網|質量|默認|用戶|鏈接|搜索|視頻|人工智能/g)).toBeNull()
    const { HANS_ONLY } = await import('../../src/core/text/hans-table.ts')
    expect([...new Set(text)].filter((char) => HANS_ONLY.includes(char))).toEqual([])
  })

  it('put their quotation marks as each script does', () => {
    for (const text of Object.values(hant)) expect(text).not.toMatch(/[“”]/)
    for (const text of Object.values(hans)) expect(text).not.toMatch(/[「」]/)
  })

  it('fail loudly on a key that does not exist', () => {
    expect(() => translator('zh-Hant')('nav.nowhere')).toThrow(
      'src/i18n/zh-Hant.json has no "nav.nowhere"; add it to all three files',
    )
  })
})
