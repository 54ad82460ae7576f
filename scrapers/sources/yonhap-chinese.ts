import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Yonhap News Chinese', 'zh-Hans': '韩联社中文网', 'zh-Hant': '韓聯社中文網' },
  lang: 'zh-Hans',
  region: 'KR',
  kind: 'press',
  tier: 'press',
  url: 'https://cn.yna.co.kr/RSS/news.xml',
  homepage: 'https://cn.yna.co.kr',
  topics: ['industry', 'fraud-deepfakes'],
  intervalMinutes: 120,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
