import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

/** Its firewall refuses some networks. */
export default feed({
  names: { en: 'FreeBuf', 'zh-Hans': 'FreeBuf 网络安全', 'zh-Hant': 'FreeBuf 網路安全' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.freebuf.com/feed',
  homepage: 'https://www.freebuf.com',
  topics: ['security-attacks', 'jailbreaks'],
  intervalMinutes: 120,
  timeZone: 'Asia/Shanghai',
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
