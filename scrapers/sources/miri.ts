import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Machine Intelligence Research Institute',
    'zh-Hans': '机器智能研究所',
    'zh-Hant': '機器智慧研究所',
  },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://intelligence.org/feed/',
  homepage: 'https://intelligence.org',
  topics: ['existential-risk'],
  intervalMinutes: 720,
  verified: {
    on: '2026-08-30',
    how: 'read and noted as verified by another public aggregator, whose specification says so',
  },
})
