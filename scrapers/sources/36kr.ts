import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

/** Reports of this address differ (answered early in 2026, timed out in August): hence no `verified`. */
export default feed({
  names: { en: '36Kr', 'zh-Hans': '36氪', 'zh-Hant': '36氪' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://36kr.com/feed',
  homepage: 'https://36kr.com',
  topics: ['industry', 'investment'],
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
})
