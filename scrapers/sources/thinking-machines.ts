import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'Thinking Machines Lab',
    'zh-Hans': 'Thinking Machines 实验室',
    'zh-Hant': 'Thinking Machines 實驗室',
  },
  lang: 'en',
  region: 'US',
  kind: 'lab',
  tier: 'primary',
  url: 'https://thinkingmachines.ai/blog/index.xml',
  homepage: 'https://thinkingmachines.ai/blog/',
  topics: ['model-releases'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
