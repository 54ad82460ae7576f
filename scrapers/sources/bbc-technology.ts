import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'BBC News: Technology', 'zh-Hans': '英国广播公司科技频道', 'zh-Hant': '英國廣播公司科技頻道' },
  lang: 'en',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://feeds.bbci.co.uk/news/technology/rss.xml',
  homepage: 'https://www.bbc.com/technology',
  topics: ['industry'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
