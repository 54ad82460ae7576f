import { feed } from '../define.ts'

export default feed({
  names: { en: 'Anthropic Research', 'zh-Hans': 'Anthropic 研究', 'zh-Hant': 'Anthropic 研究' },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_anthropic_research.xml',
  homepage: 'https://www.anthropic.com/research',
  topics: ['alignment-research', 'misalignment', 'deception'],
  intervalMinutes: 180,
  verified: {
    on: '2026-11-21',
    how: "named in the README of Olshansk/rss-feeds, which builds it from the publisher's page",
  },
})
