import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'TechOrange', 'zh-Hans': '科技报橘', 'zh-Hant': '科技報橘' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://buzzorange.com/techorange/feed/',
  homepage: 'https://buzzorange.com/techorange/',
  topics: ['industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
