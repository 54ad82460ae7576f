import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Solidot', 'zh-Hans': 'Solidot 奇客资讯', 'zh-Hant': 'Solidot 奇客資訊' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'aggregator',
  url: 'https://www.solidot.org/index.rss',
  homepage: 'https://www.solidot.org',
  topics: ['industry'],
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
