import { feed } from '../define.ts'

export default feed({
  names: { en: 'Hacker News: AI', 'zh-Hans': 'Hacker News：人工智能', 'zh-Hant': 'Hacker News：人工智慧' },
  lang: 'en',
  region: 'INT',
  kind: 'forum',
  tier: 'aggregator',
  url: 'https://hnrss.org/newest?q=AI&points=150',
  homepage: 'https://news.ycombinator.com',
  topics: ['industry'],
  intervalMinutes: 120,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
