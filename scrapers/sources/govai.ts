import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Centre for the Governance of AI',
    'zh-Hans': '人工智能治理中心',
    'zh-Hant': '人工智慧治理中心',
  },
  lang: 'en',
  region: 'GB',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.governance.ai/post/rss.xml',
  homepage: 'https://www.governance.ai',
  topics: ['governance', 'lab-commitments'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
