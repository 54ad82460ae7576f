import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

/** Reported without a public feed in May 2026; kept, since a page that names a feed is read as well. */
export default feed({
  names: { en: 'Business Next', 'zh-Hans': '数位时代', 'zh-Hant': '數位時代' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.bnext.com.tw/rss',
  homepage: 'https://www.bnext.com.tw',
  topics: ['industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
})
