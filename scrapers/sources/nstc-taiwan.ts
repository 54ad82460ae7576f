import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: {
    en: 'National Science and Technology Council',
    'zh-Hans': '台湾国家科学及技术委员会',
    'zh-Hant': '國家科學及技術委員會',
  },
  lang: 'zh-Hant',
  region: 'TW',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.nstc.gov.tw/nstc/rss/newsdata',
  homepage: 'https://www.nstc.gov.tw',
  topics: ['legislation', 'standards'],
  intervalMinutes: 720,
  timeZone: 'Asia/Taipei',
  only: AI_NEWS,
  verified: { on: '2026-08-03', how: 'fetched by a public aggregator, whose list of sources notes the test' },
})
