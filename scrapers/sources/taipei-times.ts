import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Taipei Times', 'zh-Hans': '台北时报', 'zh-Hant': '台北時報' },
  lang: 'en',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.taipeitimes.com/xml/index.rss',
  homepage: 'https://www.taipeitimes.com',
  topics: ['industry', 'legislation'],
  intervalMinutes: 120,
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
