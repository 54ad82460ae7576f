import { feed } from '../define.ts'

export default feed({
  names: { en: 'Import AI', 'zh-Hans': 'Import AI 通讯', 'zh-Hant': 'Import AI 電子報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://jack-clark.net/feed/',
  homepage: 'https://jack-clark.net',
  topics: ['governance', 'benchmarks'],
  intervalMinutes: 360,
  content: 'feed',
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
