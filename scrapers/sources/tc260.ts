import { listing } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default listing({
  names: {
    en: 'National Technical Committee 260 on Cybersecurity',
    'zh-Hans': '全国网络安全标准化技术委员会',
    'zh-Hant': '全國網絡安全標準化技術委員會',
  },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.tc260.org.cn/',
  homepage: 'https://www.tc260.org.cn',
  topics: ['standards'],
  intervalMinutes: 1440,
  timeZone: 'Asia/Shanghai',
  links: /tc260\.org\.cn\/(?:front\/postDetail|portal\/)/,
  selectors: { item: 'a[href]' },
  only: AI_NEWS,
  verified: {
    on: '2026-08-10',
    how: 'its home page is read as a static list by another public aggregator, whose list of sources says so',
  },
})
