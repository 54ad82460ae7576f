import { feed } from '../define.ts'

export default feed({
  names: { en: 'Hugging Face Blog', 'zh-Hans': 'Hugging Face 博客', 'zh-Hant': 'Hugging Face 部落格' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://huggingface.co/blog/feed.xml',
  homepage: 'https://huggingface.co/blog',
  topics: ['model-releases', 'benchmarks'],
  intervalMinutes: 360,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
