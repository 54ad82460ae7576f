import { feed } from '../define.ts'

export default feed({
  names: { en: 'Google Research Blog', 'zh-Hans': '谷歌研究院博客', 'zh-Hant': 'Google 研究部落格' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://research.google/blog/rss/',
  homepage: 'https://research.google/blog/',
  topics: ['model-releases', 'alignment-research'],
  intervalMinutes: 360,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
