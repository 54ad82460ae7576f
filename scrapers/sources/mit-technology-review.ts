import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'MIT Technology Review: AI',
    'zh-Hans': '麻省理工科技评论人工智能频道',
    'zh-Hant': '麻省理工科技評論人工智慧頻道',
  },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://www.technologyreview.com/topic/artificial-intelligence/feed',
  homepage: 'https://www.technologyreview.com',
  topics: ['industry', 'governance'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
