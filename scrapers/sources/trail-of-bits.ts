import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Trail of Bits Blog', 'zh-Hans': 'Trail of Bits 博客', 'zh-Hant': 'Trail of Bits 部落格' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://blog.trailofbits.com/feed/',
  homepage: 'https://blog.trailofbits.com',
  topics: ['security-attacks'],
  intervalMinutes: 360,
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
