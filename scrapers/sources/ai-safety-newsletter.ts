import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'AI Safety Newsletter (CAIS)',
    'zh-Hans': 'AI 安全通讯（人工智能安全中心）',
    'zh-Hant': 'AI 安全電子報（人工智慧安全中心）',
  },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://newsletter.safe.ai/feed',
  homepage: 'https://newsletter.safe.ai',
  topics: ['existential-risk', 'legislation'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
