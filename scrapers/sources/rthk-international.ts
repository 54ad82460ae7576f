import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'RTHK: International News', 'zh-Hans': '香港电台国际新闻', 'zh-Hant': '香港電台國際新聞' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://rthk.hk/rthk/news/rss/c_expressnews_cinternational.xml',
  homepage: 'https://news.rthk.hk/rthk/ch/latest-news/world-news.htm',
  topics: ['legislation', 'industry'],
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
