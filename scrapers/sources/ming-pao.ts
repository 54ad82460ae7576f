import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Ming Pao', 'zh-Hans': '《明报》即时新闻', 'zh-Hant': '《明報》即時新聞' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://news.mingpao.com/rss/ins/s00001.xml',
  homepage: 'https://news.mingpao.com',
  topics: ['fraud-deepfakes'],
  timeZone: 'Asia/Hong_Kong',
  excerptLimit: 60,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
