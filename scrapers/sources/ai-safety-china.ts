import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'AI Safety in China (Concordia AI)',
    'zh-Hans': '中国人工智能安全通讯（安远AI）',
    'zh-Hant': '中國人工智慧安全電子報（安遠AI）',
  },
  lang: 'en',
  region: 'CN',
  kind: 'newsletter',
  tier: 'primary',
  url: 'https://aisafetychina.substack.com/feed',
  homepage: 'https://aisafetychina.substack.com',
  topics: ['governance', 'legislation', 'dangerous-capabilities'],
  intervalMinutes: 360,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
