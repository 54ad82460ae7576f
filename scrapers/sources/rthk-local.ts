import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'RTHK: Local News', 'zh-Hans': '香港电台本地新闻', 'zh-Hant': '香港電台本地新聞' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://rthk.hk/rthk/news/rss/c_expressnews_clocal.xml',
  homepage: 'https://news.rthk.hk',
  topics: ['fraud-deepfakes'],
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
