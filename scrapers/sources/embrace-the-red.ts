import { feed } from '../define.ts'

export default feed({
  names: { en: 'Embrace The Red', 'zh-Hans': 'Embrace The Red 博客', 'zh-Hant': 'Embrace The Red 部落格' },
  lang: 'en',
  region: 'US',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://embracethered.com/blog/index.xml',
  homepage: 'https://embracethered.com/blog/',
  topics: ['prompt-injection', 'security-attacks'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
