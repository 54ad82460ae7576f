import { feed } from '../define.ts'

export default feed({
  names: { en: 'The Batch', 'zh-Hans': 'The Batch 周报', 'zh-Hant': 'The Batch 週報' },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://raw.githubusercontent.com/Olshansk/rss-feeds/main/feeds/feed_the_batch.xml',
  homepage: 'https://www.deeplearning.ai/the-batch/',
  topics: ['industry', 'model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-11-21',
    how: "a feed file of this name, built from the publisher's page, is in Olshansk/rss-feeds",
  },
})
