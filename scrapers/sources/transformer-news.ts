import { feed } from '../define.ts'

export default feed({
  names: { en: 'Transformer', 'zh-Hans': 'Transformer 通讯', 'zh-Hant': 'Transformer 電子報' },
  lang: 'en',
  region: 'GB',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://www.transformernews.ai/feed',
  homepage: 'https://www.transformernews.ai',
  topics: ['legislation', 'lab-conduct'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
