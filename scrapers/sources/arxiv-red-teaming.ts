import { arxiv } from '../define.ts'

export default arxiv({
  names: {
    en: 'arXiv: red teaming and safety benchmarks',
    'zh-Hans': 'arXiv：红队测试与安全基准',
    'zh-Hant': 'arXiv：紅隊測試與安全基準',
  },
  query: '(cat:cs.CL OR cat:cs.CR OR cat:cs.AI) AND (abs:"red teaming" OR abs:"safety benchmark")',
  homepage: 'https://arxiv.org',
  topics: ['red-teaming', 'benchmarks'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
