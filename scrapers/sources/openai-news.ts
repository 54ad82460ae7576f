import { feed } from '../define.ts'

export default feed({
  names: { en: 'OpenAI News', 'zh-Hans': 'OpenAI 新闻', 'zh-Hant': 'OpenAI 新聞' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://openai.com/news/rss.xml',
  homepage: 'https://openai.com/news/',
  topics: ['model-releases', 'lab-commitments', 'alignment-research'],
  intervalMinutes: 180,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
