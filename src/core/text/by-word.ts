/**
 * Characters that stand for another one in some words and for themselves in the rest, as Taiwan and Hong Kong write: 反覆 is
 * 反复 and 覆蓋 is 覆盖, 計畫 is 计划 and 畫面 is 画面, 隨著 is 随着 and 著名 is 著名. A pattern says where it is the other one.
 */
const BY_WORD: readonly [char: string, other: string, where: RegExp][] = [
  ['覆', '复', /(?<=[反回答批重覆])覆(?![盖蓋没沒灭滅])/y],
  ['像', '象', /(?<=想)像/y],
  ['畫', '划', /(?<=[计計企规規策筹籌])畫(?![面家像质質框布])/y],
  [
    '著',
    '着',
    /(?<![显顯名专專原巨昭卓土遗遺译譯编編]|(?<![讨討谈談争爭议議评評辩辯])[论論])著(?![名作者书書述称稱])/y,
  ],
  // what converters make of 显著
  ['着', '著', /(?<=[显顯])着/y],
  ['份', '分', /(?<=[身部成])份(?![额額])/y],
  ['甚', '什', /甚(?=[么麼麽])/y],
]

const RULES = new Map(BY_WORD.map(([char, other, where]) => [char, { other: other.charCodeAt(0), where }]))

/** The characters that `unitInWord` is to be asked of. */
export const ASKED: readonly string[] = [...RULES.keys()]

/** What the character at an offset stands for in the word around it; undefined where it stands for itself. */
export function unitInWord(text: string, at: number): number | undefined {
  const { other, where } = RULES.get(text[at]!)!
  where.lastIndex = at
  return where.test(text) ? other : undefined
}
