import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Readhub', 'zh-Hans': 'Readhub 热点', 'zh-Hant': 'Readhub 熱點' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'aggregator',
  url: 'https://readhub.cn/rss',
  homepage: 'https://readhub.cn',
  topics: ['industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
