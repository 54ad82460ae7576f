import { feed } from '../define.ts'

export default feed({
  names: { en: 'OECD.AI', 'zh-Hans': '经合组织人工智能政策观察站', 'zh-Hant': '經合組織人工智慧政策觀測站' },
  lang: 'en',
  region: 'INT',
  kind: 'institute',
  tier: 'primary',
  url: 'https://wp.oecd.ai/feed/',
  homepage: 'https://oecd.ai',
  topics: ['international', 'governance', 'incidents'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
