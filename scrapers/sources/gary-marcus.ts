import { feed } from '../define.ts'

export default feed({
  names: { en: 'Marcus on AI', 'zh-Hans': '马库斯谈人工智能', 'zh-Hant': '馬庫斯談人工智慧' },
  lang: 'en',
  region: 'CA',
  kind: 'newsletter',
  tier: 'self-media',
  url: 'https://garymarcus.substack.com/feed',
  homepage: 'https://garymarcus.substack.com',
  topics: ['robustness', 'industry'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
