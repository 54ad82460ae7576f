import { feed } from '../define.ts'

export default feed({
  names: { en: 'Qwen Blog', 'zh-Hans': '通义千问博客', 'zh-Hant': '通義千問部落格' },
  lang: 'en',
  region: 'CN',
  kind: 'lab',
  tier: 'primary',
  url: 'https://qwenlm.github.io/blog/index.xml',
  homepage: 'https://qwenlm.github.io',
  topics: ['model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
