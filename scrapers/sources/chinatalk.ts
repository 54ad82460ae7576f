import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'ChinaTalk', 'zh-Hans': 'ChinaTalk 通讯', 'zh-Hant': 'ChinaTalk 電子報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://www.chinatalk.media/feed',
  homepage: 'https://www.chinatalk.media',
  topics: ['ai-race', 'compute-governance'],
  intervalMinutes: 360,
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
