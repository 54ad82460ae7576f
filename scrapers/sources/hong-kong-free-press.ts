import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Hong Kong Free Press', 'zh-Hans': '香港自由新闻', 'zh-Hant': '香港自由新聞' },
  lang: 'en',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://hongkongfp.com/feed/',
  homepage: 'https://hongkongfp.com',
  topics: ['fraud-deepfakes'],
  intervalMinutes: 120,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
