import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'PCM', 'zh-Hans': 'PCM 电脑广场', 'zh-Hant': 'PCM 電腦廣場' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://www.pcmarket.com.hk/feed/',
  homepage: 'https://www.pcmarket.com.hk',
  topics: ['industry', 'security-attacks'],
  intervalMinutes: 120,
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
