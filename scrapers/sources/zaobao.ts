import { listing } from '../define.ts'
import { AI_NEWS } from '../keywords.ts'

export default listing({
  names: { en: 'Lianhe Zaobao: World', 'zh-Hans': '《联合早报》国际版', 'zh-Hant': '《聯合早報》國際版' },
  lang: 'zh-Hans',
  region: 'SG',
  kind: 'press',
  tier: 'press',
  url: 'https://www.zaobao.com.sg/news/world',
  homepage: 'https://www.zaobao.com.sg',
  topics: ['industry', 'legislation'],
  intervalMinutes: 120,
  timeZone: 'Asia/Singapore',
  links: /zaobao\.com\.sg\/news\/world\/story/,
  selectors: { item: 'a[href]' },
  only: AI_NEWS,
  verified: {
    on: '2026-11-21',
    how: "a public aggregator's notes say that this page lists article cards and that the site has no feed",
  },
})
