import { feed } from '../define.ts'

/** One aggregator reads this feed, another found it closed to its network. */
export default feed({
  names: { en: 'QbitAI', 'zh-Hans': '量子位', 'zh-Hant': '量子位' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.qbitai.com/feed',
  homepage: 'https://www.qbitai.com',
  topics: ['industry', 'model-releases'],
  timeZone: 'Asia/Shanghai',
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
