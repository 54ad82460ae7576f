import { feed } from '../define.ts'

export default feed({
  names: { en: 'Google DeepMind Blog', 'zh-Hans': '谷歌 DeepMind 博客', 'zh-Hant': 'Google DeepMind 部落格' },
  lang: 'en',
  region: 'GB',
  kind: 'lab',
  tier: 'primary',
  url: 'https://deepmind.google/blog/rss.xml',
  homepage: 'https://deepmind.google/blog/',
  topics: ['model-releases', 'lab-commitments', 'alignment-research'],
  intervalMinutes: 180,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
