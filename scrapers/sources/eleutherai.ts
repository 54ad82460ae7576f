import { feed } from '../define.ts'

export default feed({
  names: { en: 'EleutherAI Blog', 'zh-Hans': 'EleutherAI 博客', 'zh-Hant': 'EleutherAI 部落格' },
  lang: 'en',
  region: 'INT',
  kind: 'lab',
  tier: 'primary',
  url: 'https://blog.eleuther.ai/index.xml',
  homepage: 'https://blog.eleuther.ai',
  topics: ['interpretability', 'model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
