import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: "Ruan Yifeng's Weblog", 'zh-Hans': '阮一峰的网络日志', 'zh-Hant': '阮一峰的網絡日誌' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://www.ruanyifeng.com/blog/atom.xml',
  homepage: 'https://www.ruanyifeng.com/blog/',
  topics: ['industry'],
  intervalMinutes: 720,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
