import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'TechNews', 'zh-Hans': '科技新报', 'zh-Hant': '科技新報' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://technews.tw/feed/',
  homepage: 'https://technews.tw',
  topics: ['industry', 'model-releases'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
