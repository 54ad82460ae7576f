import { feed } from '../define.ts'

export default feed({
  names: { en: 'Tech Policy Press', 'zh-Hans': '科技政策评论', 'zh-Hant': '科技政策評論' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://techpolicy.press/rss/feed.xml',
  homepage: 'https://www.techpolicy.press',
  topics: ['legislation', 'governance'],
  intervalMinutes: 120,
  verified: { on: '2026-09-11', how: 'in a public list of feeds with this date of check' },
})
