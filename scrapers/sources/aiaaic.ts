import { listing } from '../define.ts'

export default listing({
  names: { en: 'AIAAIC Repository', 'zh-Hans': 'AIAAIC 事件库', 'zh-Hant': 'AIAAIC 事件庫' },
  lang: 'en',
  region: 'GB',
  kind: 'incident-database',
  tier: 'primary',
  url: 'https://www.aiaaic.org/aiaaic-repository/ai-algorithmic-and-automation-incidents',
  homepage: 'https://www.aiaaic.org',
  topics: ['incidents'],
  intervalMinutes: 1440,
  links: /aiaaic\.org\/aiaaic-repository\/ai-algorithmic-and-automation-incidents\/[^/]+/,
  selectors: { item: 'a[href]' },
})
