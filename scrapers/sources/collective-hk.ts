import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'The Collective HK', 'zh-Hans': '集志社', 'zh-Hant': '集誌社' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://thecollectivehk.com/feed/',
  homepage: 'https://thecollectivehk.com',
  topics: ['governance'],
  intervalMinutes: 120,
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
