import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Microsoft Research Blog', 'zh-Hans': '微软研究院博客', 'zh-Hant': '微軟研究院部落格' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://www.microsoft.com/en-us/research/feed/',
  homepage: 'https://www.microsoft.com/en-us/research/blog/',
  topics: ['alignment-research', 'benchmarks'],
  intervalMinutes: 360,
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
