import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Kyodo News Chinese (Traditional)',
    'zh-Hans': '共同社中文网（繁体）',
    'zh-Hant': '共同社中文網（繁體）',
  },
  lang: 'zh-Hant',
  region: 'JP',
  kind: 'press',
  tier: 'press',
  url: 'https://tchina.kyodonews.net/rss/news.xml',
  homepage: 'https://tchina.kyodonews.net',
  topics: ['industry', 'legislation'],
  intervalMinutes: 120,
  timeZone: 'Asia/Tokyo',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
