import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'UK AI Security Institute',
    'zh-Hans': '英国人工智能安全研究所',
    'zh-Hant': '英國人工智慧安全研究所',
  },
  lang: 'en',
  region: 'GB',
  kind: 'institute',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_aisi.xml',
  homepage: 'https://www.aisi.gov.uk/blog',
  topics: ['dangerous-capabilities', 'red-teaming', 'benchmarks'],
  intervalMinutes: 360,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
