import { feed } from '../define.ts'

export default feed({
  names: { en: 'METR', 'zh-Hans': 'METR（模型评估与威胁研究）', 'zh-Hant': 'METR（模型評估與威脅研究）' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://metr.org/feed.xml',
  homepage: 'https://metr.org',
  topics: ['dangerous-capabilities', 'benchmarks', 'forecasting'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
