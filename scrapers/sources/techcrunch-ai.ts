import { feed } from '../define.ts'

export default feed({
  names: { en: 'TechCrunch: AI', 'zh-Hans': 'TechCrunch 人工智能频道', 'zh-Hant': 'TechCrunch 人工智慧頻道' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://techcrunch.com/category/artificial-intelligence/feed/',
  homepage: 'https://techcrunch.com',
  topics: ['industry'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
