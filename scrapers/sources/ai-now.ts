import { feed } from '../define.ts'

export default feed({
  names: { en: 'AI Now Institute', 'zh-Hans': 'AI Now 研究所', 'zh-Hant': 'AI Now 研究所' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://ainowinstitute.org/feed',
  homepage: 'https://ainowinstitute.org',
  topics: ['power-concentration', 'labor', 'governance'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
