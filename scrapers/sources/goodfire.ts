import { feed } from '../define.ts'

export default feed({
  names: { en: 'Goodfire Research', 'zh-Hans': 'Goodfire 研究', 'zh-Hant': 'Goodfire 研究' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_goodfire.xml',
  homepage: 'https://www.goodfire.ai/research',
  topics: ['interpretability'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
