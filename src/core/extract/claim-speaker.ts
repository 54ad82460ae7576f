import type { EntitySpan } from './entities.ts'

/** Offsets into the text of who a sentence says is speaking. */
interface Speaker {
  start: number
  end: number
}

const VERB_ZH =
  '(?:在.{1,20}?[中上里])?(?:也|还|還|则|則|就|曾|又|并|同时|同時|进一步|進一步|随后|隨後|后来|公开|公開|对此|對此)?(?:表示|指出|认为|認為|警告|强调|強調|透露|宣布|坦言|推测|推測|声称|聲稱|写道|寫道|补充|補充|解释|解釋|说道|說道|承认|承認|估计|估計|预测|預測|发现|發現|直言|称|稱|说|說)'
const NAME_ZH = '[\\u3400-\\u9fffA-Za-z0-9·.\\- ]{2,24}?'
const NAME_EN =
  "(?:\\p{Lu}[\\p{L}\\d.'’-]*(?: (?:of|for|and|the|de|van|von|al) (?=\\p{Lu}))?(?: ?\\p{Lu}[\\p{L}\\d.'’-]*){0,5})"
const VERB_EN =
  '(?:said|says|told|wrote|writes|argued|argues|warned|warns|announced|estimated|estimates|claimed|claims|noted|notes|explained|concluded|reported|reports|added|believes|thinks|predicted|predicts|stated|found|finds)'

/** Each pattern's first group is the speaker; earlier patterns are surer. */
const PATTERNS = [
  new RegExp(
    `(?:根据|根據|据|據)(${NAME_ZH})(?:的)?(?:最新)?(?:报道|報道|報導|数据|數據|统计|統計|研究|调查|調查|报告|報告|说法|說法|消息|称|稱|表示)`,
    'u',
  ),
  new RegExp(`(?:^|[，。；、”」』"\\s])(${NAME_ZH})${VERB_ZH}[，,：:“「"]?`, 'u'),
  new RegExp(`(?:according to|per) (?:the |a |an )?(${NAME_EN})`, 'iu'),
  new RegExp(`(${NAME_EN})(?:,[^,]{1,60},)?(?: also| has| have| later)? ${VERB_EN}\\b`, 'u'),
  new RegExp(`\\b(?:said|says|wrote|added|explained|warned|noted) (${NAME_EN})`, 'u'),
]
/** What stands before such a verb without naming anybody. */
const NO_NAME =
  /^(?:这|這|那|其中|结果|結果|数据|數據|可以|可见|也就是|就是|有人|有的|大家|我们|我們|他们|他們|它们|他|她|它|我|你|并且|但是|但|而|不过|不過|如果|因此|所以|同时|同時|此外|本文|研究|实验|實驗|It|This|That|These|They|He|She|We|You|I|The|A|An|But|And|However|Results?|Studies)$/i

/** Who the sentence at these offsets names as its speaker; a known name inside the match wins over the words around it. */
export function findSpeaker(
  text: string,
  start: number,
  end: number,
  entities: readonly EntitySpan[],
): Speaker | undefined {
  const words = text.slice(start, Math.min(end, start + 400))
  for (const pattern of PATTERNS) {
    const match = pattern.exec(words)
    if (!match?.[1]) continue
    const from = start + match.index + match[0].indexOf(match[1])
    const to = from + match[1].length
    const named = entities.filter(
      (entity) =>
        (entity.kind === 'person' || entity.kind === 'organization') &&
        entity.start < to &&
        entity.end > from,
    )
    const last = named.at(-1)
    if (last) return { start: last.start, end: last.end }
    const name = match[1].replace(CONJUNCTION, '').trim()
    if (!isName(name)) continue
    const at = from + match[1].indexOf(name)
    return { start: at, end: at + name.length }
  }
  return undefined
}

/** Words that join a sentence to the one before it. */
const CONJUNCTION = /^(?:但是?|而|不过|不過|然而|其中|对此|對此|随后|隨後|同时|同時|此外|另外|例如|比如)/

/** Chinese words before such a verb are often a clause rather than a name; a digit or a mark is never part of one. */
function isName(name: string): boolean {
  if (name.length < 2 || name.length > 40 || NO_NAME.test(name)) return false
  if (!/[\u3400-\u9fff]/.test(name)) return /^\p{Lu}/u.test(name)
  return name.length <= 14 && !/[\d,.;:]|[的了是在和与把被对将从向就也都很不没又通过经如]/.test(name)
}
