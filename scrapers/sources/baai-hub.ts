import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'BAAI Community', 'zh-Hans': '智源社区', 'zh-Hant': '智源社區' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'forum',
  tier: 'aggregator',
  url: 'https://hub.baai.ac.cn/rss',
  homepage: 'https://hub.baai.ac.cn',
  topics: ['alignment-research', 'model-releases'],
  intervalMinutes: 180,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
