import { arxiv } from '../define.ts'

export default arxiv({
  names: {
    en: 'arXiv: alignment and oversight',
    'zh-Hans': 'arXiv：对齐与监督',
    'zh-Hant': 'arXiv：對齊與監督',
  },
  query:
    '(cat:cs.AI OR cat:cs.LG OR cat:cs.CL) AND (abs:"AI alignment" OR abs:"scalable oversight" OR abs:"AI control")',
  homepage: 'https://arxiv.org',
  topics: ['alignment-research'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
