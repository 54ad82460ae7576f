import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'IEEE Spectrum: AI',
    'zh-Hans': 'IEEE Spectrum 人工智能频道',
    'zh-Hant': 'IEEE Spectrum 人工智慧頻道',
  },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://spectrum.ieee.org/feeds/topic/artificial-intelligence.rss',
  homepage: 'https://spectrum.ieee.org/topic/artificial-intelligence/',
  topics: ['industry'],
  intervalMinutes: 180,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
