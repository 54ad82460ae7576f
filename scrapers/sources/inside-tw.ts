import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

/** Reported without a public feed in May 2026; kept, since a page that names a feed is read as well. */
export default feed({
  names: { en: 'INSIDE', 'zh-Hans': 'INSIDE 硬塞的网络趋势观察', 'zh-Hant': 'INSIDE 硬塞的網路趨勢觀察' },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'press',
  tier: 'press',
  url: 'https://www.inside.com.tw/feed',
  homepage: 'https://www.inside.com.tw',
  topics: ['industry'],
  intervalMinutes: 120,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
})
