import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Financial Times: AI',
    'zh-Hans': '《金融时报》人工智能频道',
    'zh-Hant': '《金融時報》人工智慧頻道',
  },
  lang: 'en',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://www.ft.com/artificial-intelligence?format=rss',
  homepage: 'https://www.ft.com/artificial-intelligence',
  topics: ['investment', 'industry'],
  excerptLimit: 80,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
