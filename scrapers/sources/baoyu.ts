import { feed } from '../define.ts'

export default feed({
  names: { en: 'Baoyu', 'zh-Hans': '宝玉的分享', 'zh-Hant': '寶玉的分享' },
  lang: 'zh-Hans',
  region: 'US',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://baoyu.io/feed.xml',
  homepage: 'https://baoyu.io',
  topics: ['model-releases'],
  intervalMinutes: 360,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
