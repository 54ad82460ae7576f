import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Central News Agency: Technology',
    'zh-Hans': '台湾中央社科技频道',
    'zh-Hant': '中央社科技頻道',
  },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://feeds.feedburner.com/rsscna/technology',
  homepage: 'https://www.cna.com.tw/list/ait.aspx',
  topics: ['industry', 'legislation'],
  timeZone: 'Asia/Taipei',
  excerptLimit: 60,
  only: AI_NEWS,
  verified: { on: '2026-02-19', how: "answered 200 in a public table of newspapers' feeds by country" },
})
