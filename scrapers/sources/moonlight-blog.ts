import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: "William Long's Blog", 'zh-Hans': '月光博客', 'zh-Hant': '月光部落格' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://www.williamlong.info/feed',
  homepage: 'https://www.williamlong.info',
  topics: ['industry'],
  intervalMinutes: 360,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
