import { listing } from '../define.ts'

export default listing({
  names: { en: 'AI Era', 'zh-Hans': '新智元', 'zh-Hant': '新智元' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://aiera.com.cn/',
  homepage: 'https://aiera.com.cn',
  topics: ['model-releases', 'industry'],
  timeZone: 'Asia/Shanghai',
  links: /aiera\.com\.cn\/\d{4}\/\d{2}\/\d{2}\//,
  selectors: { item: 'a[href]' },
  verified: {
    on: '2026-07-28',
    how: 'fetched and parsed by a public aggregator, which notes the check beside the address',
  },
})
