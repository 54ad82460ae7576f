import { markdown } from '../define.ts'

export default markdown({
  names: { en: 'PauseAI', 'zh-Hans': '暂停人工智能组织', 'zh-Hant': '暫停人工智慧組織' },
  lang: 'en',
  region: 'INT',
  kind: 'institute',
  tier: 'primary',
  url: 'https://api.github.com/repos/PauseAI/pauseai-website/contents/src/posts',
  homepage: 'https://pauseai.info',
  topics: ['public-opinion', 'existential-risk'],
  intervalMinutes: 1440,
  verified: { on: '2026-11-21', how: 'the folder src/posts of PauseAI/pauseai-website holds Markdown posts' },
})
