import type { Quantity } from './quantities.ts'

/** What such a word says; `length` where it is longer than the pattern. */
type Word = Omit<Quantity, 'start' | 'end' | 'form' | 'scaled' | 'bare'> & { length?: number }

/** Words that are a share or a multiple without a number beside them, both languages, in folded form. */
const WORDS: [RegExp, (found: RegExpExecArray) => Word | undefined][] = [
  [
    /(?<![一对大小])(?:近|将近|接近|约|大约|超过|逾|超|过|不到|不足|至少)?(?:一半|半数)(?![导衰径])/g,
    () => fraction(0.5),
  ],
  [/(?<![经超通不])过半(?!导)/g, () => ({ ...fraction(0.5), inexact: 'more_than' as const })],
  [/(?<![上下前后一大])半(?=(?:年|个月|小时|个小时|天|个世纪|世纪)(?![报刊度代级]))/g, halfTime],
  [/近半(?![年个小月天])/g, () => ({ ...fraction(0.5), inexact: 'about' as const })],
  [
    /(?<![a-z-])half(?! an? (?:dozen|hundred|thousand|million|billion|trillion)(?![a-z]))(?= (?:of|the|their|its|all|a[ns]?|trust|said|say|believe|think|support|have|are|were|as)(?![a-z]))/g,
    () => fraction(0.5),
  ],
  [
    /(?<![a-z-])(one|two|three|four|five|six|seven|nine)[- ](half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?![a-z])/g,
    named,
  ],
  [
    /(?<![a-z-])an? (half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?= (?:of|say|said|believe|think|support)(?![a-z]))/g,
    (found) => named(Object.assign([found[0], 'one', found[1]!], { index: found.index }) as RegExpExecArray),
  ],
  [/(?<![a-z])(?:doubl(?:ed|es|ing)|twofold)(?![a-z])/g, () => multiple(2)],
  [/(?<![a-z])(?:tripl(?:ed|es|ing)|trebled|threefold)(?![a-z])/g, () => multiple(3)],
  [/(?<![a-z])(?:quadrupl(?:ed|es|ing)|fourfold)(?![a-z])/g, () => multiple(4)],
  [/(?<![a-z])(?:quintupl(?:ed|es|ing)|fivefold)(?![a-z])/g, () => multiple(5)],
  [/(?<![a-z])tenfold(?![a-z])/g, () => multiple(10)],
  [/(?<![a-z])hundredfold(?![a-z])/g, () => multiple(100)],
  [/(?<![a-z])twice(?= (?:as|the|that|what|more|its|their|his|her)(?![a-z]))/g, () => multiple(2)],
  [/(?<![a-z])(?:an )?order of magnitude(?![a-z])/g, () => multiple(10)],
  [
    /(?<![a-z])(two|three|four|five|six|seven|eight|nine|ten)-to-one(?![a-z])/g,
    (found) => multiple(NUMBERS.indexOf(found[1]!)),
  ],
  [
    /翻了?([一两二三四])番/g,
    (found) => multiple(2 ** ' 一二三四'.indexOf(found[1] === '两' ? '二' : found[1]!)),
  ],
  [/翻了?倍|翻番|翻了番|翻倍/g, () => multiple(2)],
]

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const PARTS = new Map(
  Object.entries({
    half: 2,
    halve: 2,
    third: 3,
    quarter: 4,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  }),
)

const HALF_UNITS: Record<string, string> = { 年: 'year', 个: 'month', 小: 'hour', 天: 'day', 世: 'century' }

/** 半年, 半个月, 半小时. */
function halfTime(found: RegExpExecArray) {
  const word =
    /^(?:年|个月|小时|个小时|天|个世纪|世纪)/.exec(
      found.input.slice(found.index + 1, found.index + 5),
    )?.[0] ?? ''
  const detail = word === '个小时' ? 'hour' : word === '个世纪' ? 'century' : (HALF_UNITS[word[0]!] ?? '')
  return { value: 0.5, unit: 'duration' as const, detail, length: 1 + word.length }
}

const fraction = (value: number) => ({ value, unit: 'fraction' as const, detail: '' })
const multiple = (value: number) => ({ value, unit: 'multiple' as const, detail: '' })

function named(found: RegExpExecArray) {
  const top = NUMBERS.indexOf(found[1]!)
  const bottom = PARTS.get(found[2]!.replace(/s$/, ''))
  return bottom && top <= bottom ? fraction(top / bottom) : undefined
}

/** Every such word of a folded text, in order. Each pattern is a fixed alternation: linear. */
export function findFractionWords(folded: string): Quantity[] {
  const found: Quantity[] = []
  for (const [pattern, read] of WORDS) {
    for (const match of folded.matchAll(pattern)) {
      const reading = read(match)
      if (!reading) continue
      const lead = /^(?:近|将近|接近|约|大约|超过|逾|超|过|不到|不足|至少)/.exec(match[0])?.[0].length ?? 0
      const start = match.index + (match[0].endsWith('半') || match[0].endsWith('数') ? lead : 0)
      const { length = match[0].length, ...rest } = reading
      const from = match[0] === '过半' ? match.index : start
      found.push({
        start: from,
        end: match.index + length,
        form: 'word',
        scaled: false,
        bare: false,
        ...rest,
      })
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}
