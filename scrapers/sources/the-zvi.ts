import { feed } from '../define.ts'

export default feed({
  names: {
    en: "Don't Worry About the Vase",
    'zh-Hans': '别担心那只花瓶（Zvi）',
    'zh-Hant': '別擔心那只花瓶（Zvi）',
  },
  lang: 'en',
  region: 'US',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://thezvi.substack.com/feed',
  homepage: 'https://thezvi.substack.com',
  topics: ['existential-risk', 'model-releases'],
  intervalMinutes: 360,
  content: 'feed',
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
