import { feed } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default feed({
  names: { en: '404 Media', 'zh-Hans': '404 Media', 'zh-Hant': '404 Media' },
  lang: 'en',
  region: 'US',
  kind: 'press',
  tier: 'press',
  url: 'https://www.404media.co/rss/',
  homepage: 'https://www.404media.co',
  topics: ['deepfakes', 'incidents'],
  only: AI_NEWS,
  verified: {
    on: '2026-07-06',
    how: 'fetched and parsed by the public feed list ai-drudge, whose file of sources notes the check',
  },
})
