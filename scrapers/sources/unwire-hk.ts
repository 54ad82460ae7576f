import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'unwire.hk', 'zh-Hans': 'unwire.hk 玩生活乐科技', 'zh-Hant': 'unwire.hk 玩生活．樂科技' },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'press',
  tier: 'press',
  url: 'https://unwire.hk/feed/',
  homepage: 'https://unwire.hk',
  topics: ['industry'],
  timeZone: 'Asia/Hong_Kong',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
