import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'NIST Artificial Intelligence',
    'zh-Hans': '美国国家标准与技术研究院人工智能新闻',
    'zh-Hant': '美國國家標準暨技術研究院人工智慧新聞',
  },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.nist.gov/artificial-intelligence/rss.xml',
  homepage: 'https://www.nist.gov/artificial-intelligence',
  topics: ['standards', 'benchmarks'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
