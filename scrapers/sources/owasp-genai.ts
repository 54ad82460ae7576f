import { feed } from '../define.ts'

export default feed({
  names: {
    en: 'OWASP GenAI Security Project',
    'zh-Hans': 'OWASP 生成式 AI 安全项目',
    'zh-Hant': 'OWASP 生成式 AI 安全專案',
  },
  lang: 'en',
  region: 'INT',
  kind: 'institute',
  tier: 'primary',
  url: 'https://genai.owasp.org/feed/',
  homepage: 'https://genai.owasp.org',
  topics: ['security-attacks', 'prompt-injection'],
  intervalMinutes: 720,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
