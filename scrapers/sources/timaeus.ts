import { feed } from '../define.ts'

export default feed({
  names: { en: 'Timaeus', 'zh-Hans': 'Timaeus 研究', 'zh-Hant': 'Timaeus 研究' },
  lang: 'en',
  region: 'INT',
  kind: 'institute',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_timaeus.xml',
  homepage: 'https://timaeus.co',
  topics: ['interpretability'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
