import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'The Register: AI',
    'zh-Hans': 'The Register 人工智能频道',
    'zh-Hant': 'The Register 人工智慧頻道',
  },
  lang: 'en',
  region: 'GB',
  kind: 'press',
  tier: 'press',
  url: 'https://www.theregister.com/software/ai_ml/headlines.atom',
  homepage: 'https://www.theregister.com/software/ai_ml/',
  topics: ['industry', 'security-attacks'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
