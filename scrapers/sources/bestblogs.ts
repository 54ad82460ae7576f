import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'BestBlogs.dev', 'zh-Hans': 'BestBlogs 精选', 'zh-Hant': 'BestBlogs 精選' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'newsletter',
  tier: 'aggregator',
  url: 'https://www.bestblogs.dev/zh/feeds/rss',
  homepage: 'https://www.bestblogs.dev',
  topics: ['industry'],
  intervalMinutes: 360,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
