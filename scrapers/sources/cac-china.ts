import { listing } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default listing({
  names: {
    en: 'Cyberspace Administration of China',
    'zh-Hans': '国家互联网信息办公室',
    'zh-Hant': '國家互聯網信息辦公室',
  },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.cac.gov.cn/wxzw/wxfb/A093702index_1.htm',
  homepage: 'https://www.cac.gov.cn',
  topics: ['legislation', 'standards'],
  intervalMinutes: 720,
  timeZone: 'Asia/Shanghai',
  links: /cac\.gov\.cn\/\d{4}-\d{2}\/\d{2}\//,
  selectors: { item: 'a[href]' },
  only: AI_NEWS,
  verified: {
    on: '2026-08-07',
    how: 'read as a static list by another public aggregator, whose list of sources says so',
  },
})
