import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Inmedia HK', 'zh-Hans': '香港独立媒体网', 'zh-Hant': '香港獨立媒體網' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://www.inmediahk.net/rss.xml',
  homepage: 'https://www.inmediahk.net',
  topics: ['privacy', 'governance'],
  intervalMinutes: 120,
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
