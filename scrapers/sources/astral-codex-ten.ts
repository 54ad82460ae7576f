import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Astral Codex Ten', 'zh-Hans': 'Astral Codex Ten 博客', 'zh-Hant': 'Astral Codex Ten 部落格' },
  lang: 'en',
  region: 'US',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://www.astralcodexten.com/feed',
  homepage: 'https://www.astralcodexten.com',
  topics: ['existential-risk', 'forecasting'],
  intervalMinutes: 720,
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
