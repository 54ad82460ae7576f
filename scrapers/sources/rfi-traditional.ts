import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'RFI Chinese (Traditional)',
    'zh-Hans': '法广中文网（繁体）',
    'zh-Hant': '法廣中文網（繁體）',
  },
  lang: 'zh-Hant',
  region: 'FR',
  kind: 'press',
  tier: 'press',
  url: 'https://www.rfi.fr/tw/rss',
  homepage: 'https://www.rfi.fr/tw/',
  topics: ['legislation', 'industry'],
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: 'read as a feed by several public repositories, found by the exact address; not fetched',
  },
})
