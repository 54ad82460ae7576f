import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Initium Media', 'zh-Hans': '端传媒', 'zh-Hant': '端傳媒' },
  lang: 'zh-Hant',
  region: 'SG',
  kind: 'press',
  tier: 'press',
  url: 'https://theinitium.com/feed',
  homepage: 'https://theinitium.com',
  topics: ['governance', 'labor'],
  intervalMinutes: 180,
  timeZone: 'Asia/Hong_Kong',
  excerptLimit: 60,
  only: AI_NEWS,
  verified: { on: '2026-03-18', how: "answered 200 in a public table of newspapers' feeds by country" },
})
