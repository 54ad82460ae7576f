import { arxiv } from '../define.ts'

export default arxiv({
  names: { en: 'arXiv: interpretability', 'zh-Hans': 'arXiv：可解释性', 'zh-Hant': 'arXiv：可解釋性' },
  query: '(cat:cs.LG OR cat:cs.CL) AND (abs:"mechanistic interpretability" OR abs:"sparse autoencoder")',
  homepage: 'https://arxiv.org',
  topics: ['interpretability'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
