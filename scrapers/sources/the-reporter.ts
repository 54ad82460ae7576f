import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'The Reporter', 'zh-Hans': '报导者', 'zh-Hant': '報導者' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.twreporter.org/a/rss2.xml',
  homepage: 'https://www.twreporter.org',
  topics: ['governance', 'labor'],
  intervalMinutes: 180,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
