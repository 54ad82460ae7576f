import { listing } from '../define.ts'

export default listing({
  names: {
    en: 'China Academy of Information and Communications Technology',
    'zh-Hans': '中国信息通信研究院',
    'zh-Hant': '中國信息通信研究院',
  },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'institute',
  tier: 'primary',
  url: 'http://www.caict.ac.cn/kxyj/qwfb/bps/',
  homepage: 'http://www.caict.ac.cn',
  topics: ['standards', 'governance'],
  intervalMinutes: 1440,
  timeZone: 'Asia/Shanghai',
  links: /caict\.ac\.cn\/kxyj\/qwfb\/bps\/\d{6}\//,
  selectors: { item: 'a[href]' },
})
