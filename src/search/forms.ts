import type { Variant } from './expand.ts'
import { type FlatText, isWord, itemsOf } from './flat.ts'

/** Other forms of a word that the index has: `models` for `model`. */
export type FormsOf = (word: string) => Promise<string[]>

/** Another form of a word counts so little that texts that have it as typed stand first (measured: .4 put some behind). */
const FORM_WEIGHT = 0.25
/** Most words of a text whose forms are searched, and most ways to combine them: a pasted sentence is meant as it stands. */
const MOST_WORDS = 3
const MOST_COMBINATIONS = 9

/** Ways to say a text with other forms of its English words; none for texts that are not a few words. */
export async function formVariants(flat: FlatText, formsOf: FormsOf): Promise<Variant[]> {
  const items = itemsOf(flat)
  if (items.filter(isWord).length > MOST_WORDS) return []
  const choices = await Promise.all(
    items.map(async (item) => (/^[a-z]{3,}$/.test(item) ? [item, ...(await formsOf(item))] : [item])),
  )
  let texts = ['']
  for (const choice of choices)
    texts = texts.flatMap((text) => choice.map((form) => (text === '' ? form : `${text} ${form}`)))
  // Those with the fewest changes come first, as the typed forms are the first of each choice.
  return texts.slice(1, 1 + MOST_COMBINATIONS).map((text) => ({ flat: text, weight: FORM_WEIGHT }))
}

/** `0.96` for `#96%` and the reverse; below a tenth a decimal is more often a probability of error than a share. */
export function shareVariants(flat: FlatText): Variant[] {
  const items = itemsOf(flat)
  const others = items.map((item) => asDecimal(item) ?? asPercent(item) ?? item)
  if (others.every((item, at) => item === items[at])) return []
  return [{ flat: others.join(' '), weight: FORM_WEIGHT }]
}

function asDecimal(item: string): string | undefined {
  const percent = Number(/^#(\d\d(?:\.\d+)?)%$/.exec(item)?.[1] ?? Number.NaN)
  return percent >= 10 ? String(Number((percent / 100).toPrecision(12))) : undefined
}

function asPercent(item: string): string | undefined {
  const share = /^0\.[1-9]\d+$/.test(item) ? Number(item) : Number.NaN
  return Number.isNaN(share) ? undefined : `#${Number((share * 100).toPrecision(12))}%`
}

/** Longest row of words in which neighbours are tried as one word; longer ones are sentences, where `deep seek` is two. */
const LONGEST_JOINED = 4

/** `deepseek r-1` for `deep seek r-1`: a name may be typed with spaces that it has not. */
export function joinedVariants(flat: FlatText): Variant[] {
  const items = itemsOf(flat)
  const isRow =
    items.length > 2 && items.length <= LONGEST_JOINED && items.every((item) => /^[a-z]/.test(item))
  if (!isRow) return []
  return items
    .slice(1)
    .map((item, at) => [...items.slice(0, at), items[at]! + item, ...items.slice(at + 2)].join(' '))
    .map((text) => ({ flat: text, weight: 1 }))
}

/** `deepseekr 1` for `deepseekr-1`, to be found apart: a name typed without its spaces, of which the index has pairs. */
export function ungluedVariants(flat: FlatText): Variant[] {
  const isGlued = itemsOf(flat).some((item) => /^[a-z]{4,}-/.test(item))
  return isGlued ? [{ flat: flat.replaceAll('-', ' '), weight: 1 }] : []
}

/** A text as long as this was surely copied, perhaps from the middle of a word to the middle of another. */
const SHORTEST_CUT = 24

/** A copied text without the words at its edges, which may be pieces of words. */
export function cutVariants(flat: FlatText): Variant[] {
  if (flat.length < SHORTEST_CUT) return []
  const inner = flat.replace(/^[a-z\d.-]+[ ~]/, '').replace(/[ ~][a-z\d.-]+$/, '')
  return inner === flat ? [] : [{ flat: inner, weight: 1 }]
}
