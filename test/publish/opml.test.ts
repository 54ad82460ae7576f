import fc from 'fast-check'
import { parseOpml } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/core/model/source.ts'
import { buildFeedsOpml, buildSourcesOpml } from '../../src/core/publish/opml.ts'
import { SITE } from './corpus.ts'
import { parseXml } from './feed-rules.ts'

const MODIFIED = '2026-08-10T06:00:00Z'
const source = (part: Partial<Source> = {}): Source => ({
  id: 'harbour',
  names: { en: 'Harbour', 'zh-Hans': '港湾', 'zh-Hant': '港灣' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  method: 'feed',
  url: 'https://harbour.example/feed.xml?a=1&b=2',
  homepage: 'https://harbour.example/',
  topics: [],
  intervalMinutes: 60,
  sample: false,
  ...part,
})

describe('OPML', () => {
  it('lists sources: feeds as rss with their address, pages as links', () => {
    const opml = buildSourcesOpml(
      [source(), source({ method: 'listing', url: 'https://harbour.example/news' })],
      SITE,
      MODIFIED,
    )
    expect(parseXml(opml).attributes['version']).toBe('2.0')
    const outlines = parseOpml(opml).body?.outlines ?? []
    expect(outlines[0]).toMatchObject({
      text: '港灣',
      type: 'rss',
      xmlUrl: 'https://harbour.example/feed.xml?a=1&b=2',
      htmlUrl: 'https://harbour.example/',
      language: 'zh-Hant',
    })
    expect(outlines[1]).toMatchObject({ type: 'link', url: 'https://harbour.example/news' })
    expect(parseOpml(opml).head?.dateModified).toBe('Mon, 10 Aug 2026 06:00:00 GMT')
  })

  it('lists our feeds by edition', () => {
    const feeds = [
      { key: 'all', title: 'All', subtitle: 'Everything', pageUrl: 'https://redline.example/zh-hans/' },
    ]
    const opml = buildFeedsOpml([{ lang: 'zh-Hans', name: '简体中文', feeds }], SITE, MODIFIED)
    const [edition] = parseOpml(opml).body?.outlines ?? []
    expect(edition?.text).toBe('简体中文')
    expect(edition?.outlines?.[0]).toMatchObject({
      type: 'rss',
      xmlUrl: 'https://redline.example/zh-hans/feeds/all/atom.xml',
      language: 'zh-Hans',
    })
  })

  it('stays XML whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const opml = buildSourcesOpml(
          [source({ names: { en: name, 'zh-Hans': name, 'zh-Hant': name } })],
          SITE,
          MODIFIED,
        )
        expect(parseXml(opml).name).toBe('opml')
      }),
    )
  })
})
