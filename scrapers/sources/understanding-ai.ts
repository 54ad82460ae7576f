import { feed } from '../define.ts'

export default feed({
  names: { en: 'Understanding AI', 'zh-Hans': '理解人工智能', 'zh-Hant': '理解人工智慧' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://www.understandingai.org/feed',
  homepage: 'https://www.understandingai.org',
  topics: ['industry', 'governance'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
