import { feed } from '../define.ts'

export default feed({
  names: { en: 'AIGC Weekly (Guizang)', 'zh-Hans': '归藏 AIGC 周刊', 'zh-Hant': '歸藏 AIGC 週刊' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://quail.ink/op7418/feed/atom',
  homepage: 'https://quail.ink/op7418',
  topics: ['industry'],
  intervalMinutes: 720,
  timeZone: 'Asia/Shanghai',
  verified: {
    on: '2026-08-19',
    how: 'fetched by a public catalogue of feeds, which notes its probes of 2026-08-16 and 2026-08-19',
  },
})
