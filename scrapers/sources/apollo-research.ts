import { sitemap } from '../define.ts'

export default sitemap({
  names: {
    en: 'Apollo Research',
    'zh-Hans': 'Apollo Research（阿波罗研究所）',
    'zh-Hant': 'Apollo Research',
  },
  lang: 'en',
  region: 'GB',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.apolloresearch.ai/sitemap.xml',
  homepage: 'https://www.apolloresearch.ai',
  topics: ['deception', 'red-teaming'],
  intervalMinutes: 720,
  links: /apolloresearch\.ai\/(?:blog|research|science)\//,
  verified: {
    on: '2026-08-30',
    how: 'its sitemap with lastmod is read by another public aggregator, whose specification says so',
  },
})
