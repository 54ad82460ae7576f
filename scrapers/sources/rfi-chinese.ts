import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'RFI Chinese', 'zh-Hans': '法国国际广播电台中文网', 'zh-Hant': '法國國際廣播電台中文網' },
  lang: 'zh-Hans',
  region: 'FR',
  kind: 'press',
  tier: 'press',
  url: 'https://www.rfi.fr/cn/rss',
  homepage: 'https://www.rfi.fr/cn/',
  topics: ['legislation', 'industry'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
