import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'EU AI Act Newsletter',
    'zh-Hans': '欧盟人工智能法案通讯',
    'zh-Hant': '歐盟人工智慧法案電子報',
  },
  lang: 'en',
  region: 'BE',
  kind: 'newsletter',
  tier: 'press',
  url: 'https://artificialintelligenceact.eu/feed/',
  homepage: 'https://artificialintelligenceact.eu',
  topics: ['legislation', 'standards'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
