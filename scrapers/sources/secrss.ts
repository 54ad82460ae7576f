import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Security Insider', 'zh-Hans': '安全内参', 'zh-Hant': '安全內參' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.secrss.com/feed',
  homepage: 'https://www.secrss.com',
  topics: ['security-attacks', 'legislation'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
