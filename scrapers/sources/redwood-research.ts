import { feed } from '../define.ts'

export default feed({
  names: { en: 'Redwood Research', 'zh-Hans': '红木研究所', 'zh-Hant': 'Redwood Research' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://blog.redwoodresearch.org/feed',
  homepage: 'https://blog.redwoodresearch.org',
  topics: ['alignment-research', 'deception'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
