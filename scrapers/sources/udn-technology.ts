import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'United Daily News: Technology',
    'zh-Hans': '联合新闻网科技频道',
    'zh-Hant': '聯合新聞網科技頻道',
  },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://udn.com/rssfeed/news/2/6638?ch=news',
  homepage: 'https://udn.com',
  topics: ['industry'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-05', how: 'listed with a note of its check in a public list of Taiwanese feeds' },
})
