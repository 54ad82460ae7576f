import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'China News Service', 'zh-Hans': '中国新闻网', 'zh-Hant': '中國新聞網' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.chinanews.com.cn/rss/scroll-news.xml',
  homepage: 'https://www.chinanews.com.cn',
  topics: ['industry', 'legislation'],
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
