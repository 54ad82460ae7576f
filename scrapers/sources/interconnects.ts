import { feed } from '../define.ts'

export default feed({
  names: { en: 'Interconnects', 'zh-Hans': 'Interconnects 通讯', 'zh-Hant': 'Interconnects 電子報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://www.interconnects.ai/feed',
  homepage: 'https://www.interconnects.ai',
  topics: ['model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
