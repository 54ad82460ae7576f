import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'Hacker News in Chinese (Buzzing)',
    'zh-Hans': 'Hacker News 中文（Buzzing）',
    'zh-Hant': 'Hacker News 中文（Buzzing）',
  },
  lang: 'zh-Hans',
  region: 'INT',
  kind: 'forum',
  tier: 'aggregator',
  url: 'https://hn.buzzing.cc/feed.xml',
  homepage: 'https://hn.buzzing.cc',
  topics: ['industry'],
  intervalMinutes: 180,
  only: AI_NEWS,
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
