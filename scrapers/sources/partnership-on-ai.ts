import { feed } from '../define.ts'

export default feed({
  names: { en: 'Partnership on AI', 'zh-Hans': '人工智能合作组织', 'zh-Hant': 'AI 夥伴關係聯盟' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://partnershiponai.org/feed/',
  homepage: 'https://partnershiponai.org',
  topics: ['standards', 'provenance'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
