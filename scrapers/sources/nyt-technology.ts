import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'The New York Times: Technology',
    'zh-Hans': '《纽约时报》科技版',
    'zh-Hant': '《紐約時報》科技版',
  },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://rss.nytimes.com/services/xml/rss/nyt/Technology.xml',
  homepage: 'https://www.nytimes.com/section/technology',
  topics: ['industry'],
  excerptLimit: 80,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
