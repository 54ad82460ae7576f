import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Ai2 (Allen Institute for AI)',
    'zh-Hans': '艾伦人工智能研究所',
    'zh-Hant': '艾倫人工智慧研究所',
  },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://allenai.org/rss.xml',
  homepage: 'https://allenai.org/blog',
  topics: ['model-releases', 'benchmarks'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
