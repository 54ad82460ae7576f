import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'BBC News Chinese (Simplified)',
    'zh-Hans': 'BBC 中文（简体）',
    'zh-Hant': 'BBC 中文（簡體）',
  },
  lang: 'zh-Hans',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://feeds.bbci.co.uk/zhongwen/simp/rss.xml',
  homepage: 'https://www.bbc.com/zhongwen/simp',
  topics: ['industry', 'legislation'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
