import { feed } from '../define.ts'

export default feed({
  names: { en: 'The Guardian: AI', 'zh-Hans': '《卫报》人工智能频道', 'zh-Hant': '《衛報》人工智慧頻道' },
  lang: 'en',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://www.theguardian.com/technology/artificialintelligenceai/rss',
  homepage: 'https://www.theguardian.com/technology/artificialintelligenceai',
  topics: ['industry', 'public-opinion'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
