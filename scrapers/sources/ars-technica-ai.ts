import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Ars Technica: AI',
    'zh-Hans': 'Ars Technica 人工智能频道',
    'zh-Hant': 'Ars Technica 人工智慧頻道',
  },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://arstechnica.com/ai/feed/',
  homepage: 'https://arstechnica.com/ai/',
  topics: ['industry'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
