import { arxiv } from '../define.ts'

export default arxiv({
  names: {
    en: 'arXiv: deception and scheming',
    'zh-Hans': 'arXiv：欺骗与密谋',
    'zh-Hant': 'arXiv：欺騙與密謀',
  },
  query:
    '(cat:cs.AI OR cat:cs.LG OR cat:cs.CL) AND (abs:"alignment faking" OR abs:scheming OR abs:sandbagging OR abs:"reward hacking" OR abs:sycophancy)',
  homepage: 'https://arxiv.org',
  topics: ['deception', 'misalignment'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
