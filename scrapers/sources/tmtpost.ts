import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'TMTPost', 'zh-Hans': '钛媒体', 'zh-Hant': '鈦媒體' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.tmtpost.com/rss.xml',
  homepage: 'https://www.tmtpost.com',
  topics: ['industry'],
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
