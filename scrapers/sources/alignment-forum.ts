import { feed } from '../define.ts'

export default feed({
  names: { en: 'AI Alignment Forum', 'zh-Hans': 'AI 对齐论坛', 'zh-Hant': 'AI 對齊論壇' },
  lang: 'en',
  region: 'INT',
  kind: 'forum',
  tier: 'primary',
  url: 'https://www.alignmentforum.org/feed.xml',
  homepage: 'https://www.alignmentforum.org',
  topics: ['alignment-research'],
  intervalMinutes: 120,
  content: 'feed',
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
