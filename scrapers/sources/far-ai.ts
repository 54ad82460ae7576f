import { feed } from '../define.ts'

export default feed({
  names: { en: 'FAR.AI', 'zh-Hans': 'FAR.AI', 'zh-Hant': 'FAR.AI' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_far_ai.xml',
  homepage: 'https://www.far.ai',
  topics: ['alignment-research', 'jailbreaks'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
