import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'iThome', 'zh-Hans': 'iThome（台湾）', 'zh-Hant': 'iThome' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.ithome.com.tw/rss',
  homepage: 'https://www.ithome.com.tw',
  topics: ['industry', 'security-attacks'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
