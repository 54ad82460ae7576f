import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Seebug Paper', 'zh-Hans': 'Seebug 漏洞平台文章', 'zh-Hant': 'Seebug 漏洞平台文章' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'institute',
  tier: 'primary',
  url: 'https://paper.seebug.org/rss/',
  homepage: 'https://paper.seebug.org',
  topics: ['security-attacks'],
  intervalMinutes: 360,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
