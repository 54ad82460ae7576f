import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Hong Kong Government Press Releases',
    'zh-Hans': '香港政府新闻公报',
    'zh-Hant': '香港政府新聞公報',
  },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.info.gov.hk/gia/rss/general_zh.xml',
  homepage: 'https://www.info.gov.hk/gia/',
  topics: ['legislation', 'fraud-deepfakes'],
  intervalMinutes: 120,
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
