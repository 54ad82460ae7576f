import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'BBC News Chinese (Traditional)',
    'zh-Hans': 'BBC 中文（繁体）',
    'zh-Hant': 'BBC 中文（繁體）',
  },
  lang: 'zh-Hant',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://feeds.bbci.co.uk/zhongwen/trad/rss.xml',
  homepage: 'https://www.bbc.com/zhongwen/trad',
  topics: ['industry', 'legislation'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
