import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'PTS News', 'zh-Hans': '台湾公共电视新闻网', 'zh-Hant': '公視新聞網' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://news.pts.org.tw/xml/newsfeed.xml',
  homepage: 'https://news.pts.org.tw',
  topics: ['legislation', 'fraud-deepfakes'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
