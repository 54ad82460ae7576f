import { feed } from '../define.ts'

export default feed({
  names: { en: 'The Verge: AI', 'zh-Hans': 'The Verge 人工智能频道', 'zh-Hant': 'The Verge 人工智慧頻道' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://www.theverge.com/rss/ai-artificial-intelligence/index.xml',
  homepage: 'https://www.theverge.com',
  topics: ['industry'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
