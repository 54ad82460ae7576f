import { arxiv } from '../define.ts'

export default arxiv({
  names: {
    en: 'arXiv: jailbreaks and prompt injection',
    'zh-Hans': 'arXiv：越狱与提示注入',
    'zh-Hant': 'arXiv：越獄與提示注入',
  },
  query: '(cat:cs.CR OR cat:cs.CL OR cat:cs.AI) AND (abs:jailbreak OR abs:"prompt injection")',
  homepage: 'https://arxiv.org',
  topics: ['jailbreaks', 'prompt-injection'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
