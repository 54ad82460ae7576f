import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { load } from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFileStore } from '../../src/store/files.ts'
import { gather } from '../contract/store.ts'
import { builtSite } from './built-site.ts'

let site: string
let id: string
beforeAll(async () => {
  site = await builtSite()
  const store = openFileStore(join(site, '../content'))
  id = (await gather(store.list('aids')))[0]!.id
}, 300_000)

describe('what a language model wrote', () => {
  it.each([
    ['en', 'Machine-written', 'Made by a machine. For a test.'],
    ['zh-hans', '机器生成', '机器所写。用于测试。'],
    ['zh-hant', '機器生成', '機器所寫。用於測試。'],
  ])(
    'stands on the article’s page in %s below its label, with the model’s name',
    (edition, label, summary) => {
      const $ = load(readFileSync(join(site, edition, 'articles', id, 'index.html'), 'utf8'))
      const section = $('section[aria-labelledby=machine]')
      expect(section.find('h2').text()).toBe(label)
      expect(section.text()).toContain('stub-model')
      expect(section.text()).toContain(summary)
      expect(section.attr('data-nosnippet')).toBe('')
      section.remove()
      expect($.html()).not.toContain(summary)
    },
  )

  it('stands nowhere else: in no other page, feed, index or data file', () => {
    const files = readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(html|xml|json|jsonl|csv|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
    const holding = files.filter((file) =>
      /Made by a machine|机器所写|機器所寫|stub-model/.test(readFileSync(file, 'utf8')),
    )
    expect(holding.map((file) => relative(site, file)).sort()).toEqual(
      ['en', 'zh-hans', 'zh-hant'].map((edition) => `${edition}/articles/${id}/index.html`),
    )
  })
})
