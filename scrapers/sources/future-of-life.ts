import { feed } from '../define.ts'

export default feed({
  names: { en: 'Future of Life Institute', 'zh-Hans': '未来生命研究所', 'zh-Hant': '未來生命研究所' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://futureoflife.org/feed/',
  homepage: 'https://futureoflife.org',
  topics: ['existential-risk', 'public-opinion', 'legislation'],
  intervalMinutes: 360,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
