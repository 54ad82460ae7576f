import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'The New York Times Chinese', 'zh-Hans': '纽约时报中文网', 'zh-Hant': '紐約時報中文網' },
  lang: 'zh-Hans',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://cn.nytimes.com/rss/',
  homepage: 'https://cn.nytimes.com',
  topics: ['industry'],
  intervalMinutes: 120,
  excerptLimit: 60,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
