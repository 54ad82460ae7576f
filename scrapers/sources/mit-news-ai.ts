import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'MIT News: AI',
    'zh-Hans': '麻省理工学院新闻：人工智能',
    'zh-Hant': '麻省理工學院新聞：人工智慧',
  },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://news.mit.edu/topic/mitartificial-intelligence2-rss.xml',
  homepage: 'https://news.mit.edu/topic/artificial-intelligence2',
  topics: ['alignment-research'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
