import { feed } from '../define.ts'

export default feed({
  names: { en: 'Last Week in AI', 'zh-Hans': '上周人工智能', 'zh-Hant': '上週人工智慧' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'aggregator',
  url: 'https://lastweekin.ai/feed',
  homepage: 'https://lastweekin.ai',
  topics: ['industry'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
