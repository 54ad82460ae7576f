import { listing } from '../define.ts'

export default listing({
  names: { en: 'Shanghai AI Laboratory', 'zh-Hans': '上海人工智能实验室', 'zh-Hant': '上海人工智慧實驗室' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'lab',
  tier: 'primary',
  url: 'https://www.shlab.org.cn/news',
  homepage: 'https://www.shlab.org.cn',
  topics: ['model-releases', 'alignment-research'],
  intervalMinutes: 720,
  timeZone: 'Asia/Shanghai',
  links: /shlab\.org\.cn\/news\/\d+/,
  selectors: { item: 'a[href]' },
})
