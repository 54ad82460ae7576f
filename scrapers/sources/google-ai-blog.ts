import { feed } from '../define.ts'

export default feed({
  names: { en: 'Google AI Blog', 'zh-Hans': '谷歌 AI 博客', 'zh-Hant': 'Google AI 部落格' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://blog.google/technology/ai/rss/',
  homepage: 'https://blog.google/technology/ai/',
  topics: ['model-releases'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
