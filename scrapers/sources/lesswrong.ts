import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'LessWrong', 'zh-Hans': 'LessWrong 论坛', 'zh-Hant': 'LessWrong 論壇' },
  lang: 'en',
  region: 'INT',
  kind: 'forum',
  tier: 'self-media',
  url: 'https://www.lesswrong.com/feed.xml',
  homepage: 'https://www.lesswrong.com',
  topics: ['alignment-research', 'existential-risk'],
  intervalMinutes: 120,
  only: AI_NEWS,
  content: 'feed',
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
