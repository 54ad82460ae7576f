import { feed } from '../define.ts'

export default feed({
  names: { en: 'ML Safety Newsletter', 'zh-Hans': '机器学习安全通讯', 'zh-Hant': '機器學習安全電子報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://newsletter.mlsafety.org/feed',
  homepage: 'https://newsletter.mlsafety.org',
  topics: ['alignment-research', 'robustness'],
  intervalMinutes: 720,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
