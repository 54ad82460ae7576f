import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Taiwan FactCheck Center', 'zh-Hans': '台湾事实查核中心', 'zh-Hant': '台灣事實查核中心' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'institute',
  tier: 'primary',
  url: 'https://tfc-taiwan.org.tw/feed',
  homepage: 'https://tfc-taiwan.org.tw',
  topics: ['misinformation', 'deepfakes'],
  intervalMinutes: 180,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
