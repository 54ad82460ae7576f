import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Financial Times Chinese', 'zh-Hans': 'FT 中文网', 'zh-Hant': 'FT 中文網' },
  lang: 'zh-Hans',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://www.ftchinese.com/rss/feed',
  homepage: 'https://www.ftchinese.com',
  topics: ['investment', 'industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  excerptLimit: 60,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
