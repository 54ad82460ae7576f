import { arxiv } from '../define.ts'

export default arxiv({
  names: { en: 'arXiv: hallucination', 'zh-Hans': 'arXiv：幻觉', 'zh-Hant': 'arXiv：幻覺' },
  query: 'cat:cs.CL AND abs:hallucination AND abs:"language models"',
  homepage: 'https://arxiv.org',
  topics: ['hallucination'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
