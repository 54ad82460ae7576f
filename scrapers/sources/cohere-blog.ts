import { feed } from '../define.ts'

export default feed({
  names: { en: 'Cohere Blog', 'zh-Hans': 'Cohere 博客', 'zh-Hant': 'Cohere 部落格' },
  lang: 'en',
  region: 'CA',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_cohere.xml',
  homepage: 'https://cohere.com/blog',
  topics: ['model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
