import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'iThome: Security', 'zh-Hans': 'iThome 资安频道', 'zh-Hant': 'iThome 資安頻道' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.ithome.com.tw/rss/security',
  homepage: 'https://www.ithome.com.tw/security',
  topics: ['security-attacks', 'prompt-injection'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: {
    on: '2026-05-29',
    how: 'fetched by a public aggregator, which notes the probe beside the address',
  },
})
