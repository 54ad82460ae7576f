import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'Leiphone', 'zh-Hans': '雷锋网', 'zh-Hant': '雷鋒網' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.leiphone.com/feed',
  homepage: 'https://www.leiphone.com',
  topics: ['industry'],
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-07-28',
    how: 'fetched and parsed by a public aggregator, which notes the check beside the address',
  },
})
