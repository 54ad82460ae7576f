import { feed } from '../define.ts'

export default feed({
  names: { en: 'Mistral AI News', 'zh-Hans': 'Mistral AI 新闻', 'zh-Hant': 'Mistral AI 新聞' },
  lang: 'en',
  region: 'FR',
  kind: 'lab',
  tier: 'primary',
  url: 'https://mistral.ai/rss.xml',
  homepage: 'https://mistral.ai/news',
  topics: ['model-releases'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
