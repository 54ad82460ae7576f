import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Deutsche Welle Chinese', 'zh-Hans': '德国之声中文网', 'zh-Hant': '德國之聲中文網' },
  lang: 'zh-Hans',
  region: 'DE',
  kind: 'press',
  tier: 'press',
  url: 'https://rss.dw.com/rdf/rss-chi-all',
  homepage: 'https://www.dw.com/zh/',
  topics: ['legislation', 'industry'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
