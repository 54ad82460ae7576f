import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'TechNode', 'zh-Hans': '动点科技', 'zh-Hant': '動點科技' },
  lang: 'en',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://technode.com/feed',
  homepage: 'https://technode.com',
  topics: ['industry', 'model-releases'],
  intervalMinutes: 120,
  only: AI_NEWS,
  verified: { on: '2026-03-18', how: "answered 200 in a public table of newspapers' feeds by country" },
})
