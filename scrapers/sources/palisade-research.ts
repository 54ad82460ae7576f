import { listing } from '../define.ts'

export default listing({
  names: { en: 'Palisade Research', 'zh-Hans': '帕利塞德研究所', 'zh-Hant': 'Palisade Research' },
  lang: 'en',
  region: 'US',
  kind: 'institute',
  tier: 'primary',
  url: 'https://palisaderesearch.org/blog',
  homepage: 'https://palisaderesearch.org',
  topics: ['dangerous-capabilities', 'misalignment'],
  intervalMinutes: 720,
  links: /palisaderesearch\.org\/(?:blog|research)\/[^/]+/,
  selectors: { item: 'a[href]' },
})
