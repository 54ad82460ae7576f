import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: 'RoarTalk', 'zh-Hans': '嘶吼', 'zh-Hant': '嘶吼' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.4hou.com/feed',
  homepage: 'https://www.4hou.com',
  topics: ['security-attacks', 'cyber-misuse'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
