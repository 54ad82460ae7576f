import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'POLITICO: Technology', 'zh-Hans': '政客新闻网科技频道', 'zh-Hant': '政客新聞網科技頻道' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://rss.politico.com/technology.xml',
  homepage: 'https://www.politico.com/technology',
  topics: ['legislation'],
  excerptLimit: 120,
  only: AI_NEWS,
  verified: {
    on: '2026-07-28',
    how: 'fetched and parsed by a public aggregator, which notes the check beside the address',
  },
})
