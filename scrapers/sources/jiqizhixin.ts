import { feed } from '../define.ts'

/** Some networks get a notice instead of the feed; a run then says so and nothing is lost. */
export default feed({
  names: { en: 'Synced (Jiqizhixin)', 'zh-Hans': '机器之心', 'zh-Hant': '機器之心' },
  lang: 'zh-Hans',
  region: 'CN',
  kind: 'press',
  tier: 'press',
  url: 'https://www.jiqizhixin.com/rss',
  homepage: 'https://www.jiqizhixin.com',
  topics: ['model-releases', 'alignment-research'],
  timeZone: 'Asia/Shanghai',
})
