import { feed } from '../define.ts'

export default feed({
  names: { en: 'AI Incident Database', 'zh-Hans': '人工智能事件数据库', 'zh-Hant': '人工智慧事件資料庫' },
  lang: 'en',
  region: 'INT',
  kind: 'incident-database',
  tier: 'primary',
  url: 'https://incidentdatabase.ai/rss.xml',
  homepage: 'https://incidentdatabase.ai',
  topics: ['incidents'],
  intervalMinutes: 180,
  verified: {
    on: '2026-08-30',
    how: 'read and noted as verified by another public aggregator, whose specification says so',
  },
})
