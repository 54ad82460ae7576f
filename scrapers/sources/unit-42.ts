import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Palo Alto Networks Unit 42',
    'zh-Hans': '派拓网络 Unit 42',
    'zh-Hant': 'Palo Alto Networks Unit 42',
  },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://unit42.paloaltonetworks.com/feed/',
  homepage: 'https://unit42.paloaltonetworks.com',
  topics: ['security-attacks', 'cyber-misuse'],
  intervalMinutes: 360,
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
