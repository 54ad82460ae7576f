import { feed } from '../define.ts'

export default feed({
  names: { en: 'The Decoder', 'zh-Hans': 'The Decoder', 'zh-Hant': 'The Decoder' },
  lang: 'en',
  region: 'DE',
  kind: 'press',
  tier: 'press',
  url: 'https://the-decoder.com/feed/',
  homepage: 'https://the-decoder.com',
  topics: ['model-releases', 'industry'],
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
