import { feed } from '../define.ts'

export default feed({
  names: { en: 'Anthropic News', 'zh-Hans': 'Anthropic 新闻', 'zh-Hant': 'Anthropic 新聞' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_anthropic_news.xml',
  homepage: 'https://www.anthropic.com/news',
  topics: ['model-releases', 'lab-commitments'],
  intervalMinutes: 180,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
