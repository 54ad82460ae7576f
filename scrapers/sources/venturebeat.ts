import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'VentureBeat', 'zh-Hans': 'VentureBeat', 'zh-Hant': 'VentureBeat' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://venturebeat.com/feed/',
  homepage: 'https://venturebeat.com',
  topics: ['industry'],
  only: AI_NEWS,
  verified: {
    on: '2026-07-28',
    how: 'fetched and parsed by a public aggregator, which notes the check beside the address',
  },
})
