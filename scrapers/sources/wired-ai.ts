import { feed } from '../define.ts'

export default feed({
  names: { en: 'WIRED: AI', 'zh-Hans': '《连线》人工智能频道', 'zh-Hant': '《連線》人工智慧頻道' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://www.wired.com/feed/tag/ai/latest/rss',
  homepage: 'https://www.wired.com/tag/ai/',
  topics: ['industry'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
