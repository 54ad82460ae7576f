import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Center for Security and Emerging Technology',
    'zh-Hans': '安全与新兴技术中心',
    'zh-Hant': '安全與新興科技中心',
  },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://cset.georgetown.edu/feed/',
  homepage: 'https://cset.georgetown.edu',
  topics: ['governance', 'compute-governance', 'military-ai'],
  intervalMinutes: 360,
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
