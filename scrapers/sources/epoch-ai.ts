import { feed } from '../define.ts'

export default feed({
  names: { en: 'Epoch AI', 'zh-Hans': 'Epoch AI 研究', 'zh-Hant': 'Epoch AI 研究' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://epochai.substack.com/feed',
  homepage: 'https://epoch.ai',
  topics: ['forecasting', 'benchmarks', 'compute-governance'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
