import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Transformer Circuits Thread',
    'zh-Hans': 'Transformer Circuits 专栏',
    'zh-Hant': 'Transformer Circuits 專欄',
  },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://transformer-circuits.pub/feed.xml',
  homepage: 'https://transformer-circuits.pub',
  topics: ['interpretability'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
