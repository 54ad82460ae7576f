import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'European Commission: Digital Strategy',
    'zh-Hans': '欧盟委员会数字战略',
    'zh-Hant': '歐盟執委會數位戰略',
  },
  lang: 'en',
  region: 'BE',
  kind: 'institute',
  tier: 'primary',
  url: 'https://digital-strategy.ec.europa.eu/en/rss.xml',
  homepage: 'https://digital-strategy.ec.europa.eu',
  topics: ['legislation', 'standards'],
  intervalMinutes: 720,
  only: AI_NEWS,
  verified: {
    on: '2026-07-28',
    how: 'fetched and parsed by a public aggregator, which notes the check beside the address',
  },
})
