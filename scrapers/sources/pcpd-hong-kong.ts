import { pdf } from '../define.ts'

export default pdf({
  names: {
    en: 'Privacy Commissioner: AI Framework',
    'zh-Hans': '香港私隐专员公署：人工智能模范框架',
    'zh-Hant': '香港私隱專員公署：人工智能模範框架',
  },
  lang: 'zh-Hant',
  region: 'HK',
  kind: 'institute',
  tier: 'primary',
  url: 'https://www.pcpd.org.hk/tc_chi/resources_centre/publications/files/ai_protection_framework.pdf',
  homepage: 'https://www.pcpd.org.hk',
  topics: ['privacy', 'standards'],
  intervalMinutes: 10080,
  timeZone: 'Asia/Hong_Kong',
  verified: { on: '2026-11-21', how: "linked as the framework's PDF from several public repositories" },
})
