import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'South China Morning Post: Tech',
    'zh-Hans': '《南华早报》科技版',
    'zh-Hant': '《南華早報》科技版',
  },
  lang: 'en',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://www.scmp.com/rss/36/feed',
  homepage: 'https://www.scmp.com/tech',
  topics: ['ai-race', 'industry'],
  excerptLimit: 100,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
