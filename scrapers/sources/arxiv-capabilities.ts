import { arxiv } from '../define.ts'

export default arxiv({
  names: { en: 'arXiv: dangerous capabilities', 'zh-Hans': 'arXiv：危险能力', 'zh-Hant': 'arXiv：危險能力' },
  query:
    '(cat:cs.AI OR cat:cs.CR OR cat:cs.CY) AND (abs:"dangerous capabilities" OR abs:"self-replication" OR abs:biosecurity OR abs:"frontier AI")',
  homepage: 'https://arxiv.org',
  topics: ['dangerous-capabilities', 'self-replication', 'biosecurity'],
  intervalMinutes: 720,
  verified: { on: '2026-08-30', how: "the arXiv API's address, as its users document it" },
})
