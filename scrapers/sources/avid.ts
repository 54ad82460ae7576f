import { listing } from '../define.ts'

export default listing({
  names: {
    en: 'AI Vulnerability Database',
    'zh-Hans': '人工智能漏洞数据库',
    'zh-Hant': '人工智慧漏洞資料庫',
  },
  lang: 'en',
  region: 'INT',
  kind: 'incident-database',
  tier: 'primary',
  url: 'https://avidml.org/database/',
  homepage: 'https://avidml.org',
  topics: ['security-attacks', 'incidents'],
  intervalMinutes: 1440,
  links: /avidml\.org\/database\/avid-/,
  selectors: { item: 'a[href]' },
})
