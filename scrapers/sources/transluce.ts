import { feed } from '../define.ts'

export default feed({
  names: { en: 'Transluce', 'zh-Hans': 'Transluce 研究', 'zh-Hant': 'Transluce 研究' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_transluce.xml',
  homepage: 'https://transluce.org',
  topics: ['interpretability', 'red-teaming'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
