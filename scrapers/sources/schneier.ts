import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Schneier on Security', 'zh-Hans': '施奈尔论安全', 'zh-Hant': '施奈爾論資安' },
  lang: 'en',
  region: 'US',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://www.schneier.com/feed/',
  homepage: 'https://www.schneier.com',
  topics: ['security-attacks', 'governance'],
  intervalMinutes: 180,
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
