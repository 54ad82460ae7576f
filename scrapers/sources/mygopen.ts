import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'MyGoPen', 'zh-Hans': 'MyGoPen 查核平台', 'zh-Hant': 'MyGoPen 麥擱騙' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.mygopen.com/feeds/posts/default',
  homepage: 'https://www.mygopen.com',
  topics: ['misinformation', 'fraud-deepfakes'],
  intervalMinutes: 180,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
