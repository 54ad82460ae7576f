import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Effective Altruism Forum', 'zh-Hans': '有效利他主义论坛', 'zh-Hant': '有效利他主義論壇' },
  lang: 'en',
  region: 'INT',
  kind: 'forum',
  tier: 'self-media',
  url: 'https://forum.effectivealtruism.org/feed.xml',
  homepage: 'https://forum.effectivealtruism.org',
  topics: ['existential-risk', 'governance'],
  intervalMinutes: 180,
  only: AI_NEWS,
  content: 'feed',
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
