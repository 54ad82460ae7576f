import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Anthropic Frontier Red Team',
    'zh-Hans': 'Anthropic 前沿红队',
    'zh-Hant': 'Anthropic 前沿紅隊',
  },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_anthropic_red.xml',
  homepage: 'https://red.anthropic.com',
  topics: ['red-teaming', 'dangerous-capabilities', 'cyber-misuse'],
  intervalMinutes: 360,
  verified: {
    on: '2026-11-21',
    how: "named in the README of Olshansk/rss-feeds, which builds it from the publisher's page",
  },
})
