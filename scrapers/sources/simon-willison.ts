import { feed } from '../define.ts'

export default feed({
  names: { en: "Simon Willison's Weblog", 'zh-Hans': '西蒙·威利森博客', 'zh-Hant': '賽門・威利森部落格' },
  lang: 'en',
  region: 'GB',
  kind: 'self-media',
  tier: 'self-media',
  url: 'https://simonwillison.net/atom/everything/',
  homepage: 'https://simonwillison.net',
  topics: ['prompt-injection', 'model-releases'],
  intervalMinutes: 180,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
