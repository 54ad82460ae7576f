import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'AI as Normal Technology',
    'zh-Hans': '人工智能作为普通技术',
    'zh-Hant': '人工智慧作為普通技術',
  },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://www.normaltech.ai/feed',
  homepage: 'https://www.normaltech.ai',
  topics: ['governance', 'robustness'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
