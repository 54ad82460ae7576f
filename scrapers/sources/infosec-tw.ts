import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Information Security Magazine', 'zh-Hans': '资安人', 'zh-Hant': '資安人' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.informationsecurity.com.tw/feed',
  homepage: 'https://www.informationsecurity.com.tw',
  topics: ['security-attacks'],
  intervalMinutes: 180,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-05-29',
    how: 'fetched by a public aggregator, which notes the probe beside the address',
  },
})
