import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Newtalk', 'zh-Hans': '新头壳', 'zh-Hant': '新頭殼' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://newtalk.tw/rss/all/',
  homepage: 'https://newtalk.tw',
  topics: ['industry', 'fraud-deepfakes'],
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
