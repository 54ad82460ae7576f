import { arxiv } from '../define.ts'

export default arxiv({
  names: {
    en: 'arXiv: AI governance and society',
    'zh-Hans': 'arXiv：人工智能治理与社会',
    'zh-Hant': 'arXiv：人工智慧治理與社會',
  },
  query: 'cat:cs.CY AND (abs:"AI governance" OR abs:"AI regulation" OR abs:"AI risk" OR abs:"AI incidents")',
  homepage: 'https://arxiv.org',
  topics: ['governance', 'incidents'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
