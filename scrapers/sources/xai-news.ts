import { feed } from '../define.ts'

export default feed({
  names: { en: 'xAI News', 'zh-Hans': 'xAI 新闻', 'zh-Hant': 'xAI 新聞' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_xainews.xml',
  homepage: 'https://x.ai/news',
  topics: ['model-releases'],
  intervalMinutes: 360,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
