import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'UN News Chinese', 'zh-Hans': '联合国新闻', 'zh-Hant': '聯合國新聞' },
  lang: 'zh-Hans',
  region: 'INT',
  kind: 'institute',
  tier: 'primary',
  url: 'https://news.un.org/feed/subscribe/zh/news/all/rss.xml',
  homepage: 'https://news.un.org/zh/',
  topics: ['international'],
  intervalMinutes: 180,
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
