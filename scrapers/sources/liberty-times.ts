import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Liberty Times', 'zh-Hans': '自由时报', 'zh-Hant': '自由時報' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://news.ltn.com.tw/rss/all.xml',
  homepage: 'https://news.ltn.com.tw',
  topics: ['fraud-deepfakes', 'industry'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
