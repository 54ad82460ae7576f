import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'InfoQ China', 'zh-Hans': 'InfoQ 中文', 'zh-Hant': 'InfoQ 中文' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.infoq.cn/feed',
  homepage: 'https://www.infoq.cn',
  topics: ['industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
