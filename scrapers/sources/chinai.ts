import { feed } from '../define.ts'

export default feed({
  names: { en: 'ChinAI', 'zh-Hans': 'ChinAI 通讯', 'zh-Hant': 'ChinAI 電子報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://chinai.substack.com/feed',
  homepage: 'https://chinai.substack.com',
  topics: ['governance', 'ai-race'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
