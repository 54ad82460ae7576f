import type { Lang } from '../model/lang.ts'
import { type CslName, isHan } from './cite-model.ts'
import { openRecent } from './recent.ts'

/** Surnames of two characters, both scripts; from the list of compound surnames still in use. */
const COMPOUND = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 宇文 长孙 長孫 夏侯 轩辕 軒轅 端木 独孤 獨孤 南宫 南宮 西门 西門 申屠 太史 钟离 鍾離 闻人 聞人 东郭 東郭 呼延 范姜 张简 張簡'.split(
    ' ',
  ),
)
/** The commonest surnames of one character, both scripts; a Han name that starts with none of them is taken as a whole. */
const SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱丘夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞龐邢俞翟蓝藍聂聶齐齊向申葛柴伍覃骆駱关關焦柳欧歐祝纪紀尚毕畢耿芦左季管符辛苗詹曲欧靳祁路涂甘裴梅童翁霍游阮柯岳瞿简簡成舒卜梁凌盛冉卞竺'.split(
    '',
  ),
)
/** Words that mark an organisation, not a person. */
const ORGANISATION =
  /\b(team|lab|labs|laboratory|institute|university|center|centre|staff|news|agency|desk|editors?|press|group|foundation|research|company|inc|ltd|office|commission|ministry|association|wire|times|daily|weekly|ai)\b|(编辑部|編輯部|团队|團隊|实验室|實驗室|大学|大學|研究院|研究所|中心|报社|報社|新闻|新聞|记者|記者|公司|协会|協會|部|社|网|網)$/i
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'la',
  'le',
  'ter',
  'ten',
  'bin',
  'al',
])
const SUFFIX = /^(jr|sr|ii|iii|iv)\.?$/i

const recent = openRecent<CslName>(1000)

/** A byline as a CSL name; what cannot be told apart stays whole, so that nobody is given a family name that is none. */
export const parseName = (written: string): CslName => recent(written, () => tellName(written))

function tellName(written: string): CslName {
  const name = written.replace(/\s+/g, ' ').trim()
  if (ORGANISATION.test(name)) return { literal: name }
  if (isHan(name)) return parseHanName(name)
  const [family, given, ...rest] = name.split(/,\s*/)
  if (family && given && rest.length === 0 && !family.includes(' ') && !SUFFIX.test(given))
    return { family, given }
  return parseLatinName(name.replace(/,/g, ''))
}

/** 王小明, 歐陽 修, 陈·A stays whole: only names of two to four Han characters are cut. */
function parseHanName(name: string): CslName {
  const joined = name.replace(/\s/g, '')
  if (!/^\p{Script=Han}{2,4}$/u.test(joined)) return { literal: name }
  const compound = joined.slice(0, 2)
  if (COMPOUND.has(compound) && joined.length > 2) return { family: compound, given: joined.slice(2) }
  if (joined.length < 4 && SURNAMES.has(joined[0]!)) return { family: joined[0]!, given: joined.slice(1) }
  return { literal: name }
}

function parseLatinName(name: string): CslName {
  const words = name.split(' ')
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1)!) ? words.pop() : undefined
  if (words.length < 2 || words.length > 5) return { literal: name }
  const firstParticle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word))
  const cut = firstParticle > 0 && firstParticle < words.length - 1 ? firstParticle : words.length - 1
  const family = words.slice(words.length - 1).join(' ')
  const particle = words.slice(cut, -1).join(' ')
  return {
    family,
    given: words.slice(0, cut).join(' '),
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(suffix ? { suffix } : {}),
  }
}

/** Family name with its particle: `van Dyk`. */
export const familyOf = (name: Exclude<CslName, { literal: string }>): string =>
  [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')

/** `Jia-Rui Anna` to `J.-R. A.`; Han names are never shortened. */
export function initials(given: string, dot: string, space: string): string {
  if (isHan(given)) return given
  return given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split(/[-‐]/)
        .filter(Boolean)
        .map((part) => `${[...part][0]!.toLocaleUpperCase('en')}${dot}`)
        .join('-'),
    )
    .join(space)
}

/** A title as it stands within the marks of another: single quotation marks in English, single guillemets in Chinese. */
export function markWithin(title: string, lang: Lang): string {
  if (!title.includes(lang === 'en' ? '“' : '《')) return title
  return lang === 'en' ? title.replace(/“([^“”]*)”/g, '‘$1’') : title.replace(/《([^《》]*)》/g, '〈$1〉')
}
