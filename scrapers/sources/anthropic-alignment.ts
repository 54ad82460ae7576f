import { listing } from '../define.ts'

export default listing({
  names: {
    en: 'Anthropic Alignment Science',
    'zh-Hans': 'Anthropic 对齐科学博客',
    'zh-Hant': 'Anthropic 對齊科學部落格',
  },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://alignment.anthropic.com',
  homepage: 'https://alignment.anthropic.com',
  topics: ['alignment-research', 'deception'],
  intervalMinutes: 360,
  links: /alignment\.anthropic\.com\/20\d\d\//,
  selectors: { item: 'a[href]' },
  verified: {
    on: '2026-08-30',
    how: 'its static index is read by another public aggregator, whose specification says so',
  },
})
