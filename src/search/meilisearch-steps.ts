import type { Variant } from './expand.ts'
import { cutVariants, joinedVariants, ungluedVariants } from './forms.ts'
import { APART_WEIGHT } from './limits.ts'
import { buildServerPhrase, buildServerQuery, hasRow } from './meilisearch-tokens.ts'
import type { ParsedQuery } from './query.ts'
import type { SearchNotice } from './search.ts'

/** One way to ask; it is enough when `typed`, the ways that are not translations, find something: none says that any will do. */
export interface Step {
  ways: Variant[]
  typed: Variant[]
  isApart: boolean
  /** Ways that are asked for with their words apart as well, below those in a row. */
  also?: Variant[]
  /** Whether it asks for words in a row that could stand apart. */
  isRow?: boolean
  notice?: SearchNotice
}

/**
 * The steps from the exact to the loose that find.ts takes with files, for a server; `forms` are other forms of the query's words.
 * Correcting a word is the server's own matter.
 */
export function planSteps(
  parsed: ParsedQuery,
  variants: Variant[],
  forms: Variant[],
  isWide: boolean,
): Step[] {
  const [flat = ''] = parsed.free
  const typed = variants.filter(({ weight }) => weight === 1)
  const isOneWay = !typed.some((variant) => hasRow(variant.flat))
  const isOneWord = /^[a-z]+$/.test(flat)
  const inRow = isOneWord ? [...variants, ...forms] : variants
  const steps: Step[] = [{ isApart: false, ways: inRow, typed: isOneWay ? [] : typed, isRow: !isOneWay }]
  if (isWide) {
    const also = variants.map((variant) => ({ ...variant, weight: variant.weight * APART_WEIGHT }))
    steps.unshift({ isApart: false, ways: inRow, typed: [], also })
  }
  const respelt = [...joinedVariants(flat), ...forms]
  if (!isOneWord && respelt.length > 0)
    steps.push({ isApart: false, ways: [...variants, ...respelt], typed: [...typed, ...respelt] })
  const cut = cutVariants(flat)
  if (cut.length > 0) steps.push({ isApart: false, ways: cut, typed: [] })
  const apart = [...variants, ...ungluedVariants(flat), ...forms]
  steps.push({ isApart: true, ways: apart, typed: [], ...(isOneWay ? {} : { notice: 'apart' }) })
  return steps
}

/** `deep seek` as `deepseek` too: the static index has pairs of words as one term, a server would need its leave to join them. */
export function withJoined(variant: Variant): Variant[] {
  const isPair = /^[a-z]+[ -][a-z]+$/.test(variant.flat)
  return isPair ? [variant, { ...variant, flat: variant.flat.replace(/[ -]/, '') }] : [variant]
}

/** One query of a federated search. */
export interface Asked {
  q: string
  weight: number
  /** Only these documents. */
  ids?: string[]
  /** By the index's embedder instead of by words; `vector` where the server cannot make the query's. */
  meaning?: { embedder: string; vector?: number[] }
}

/** Queries for the ways to say the free part, each with what stands in quotation marks and after a minus. */
export function buildAsked(ways: Variant[], { exact, excluded }: ParsedQuery, isApart: boolean): Asked[] {
  const minus = excluded.map((flat) => `-${buildServerPhrase(flat)}`)
  const quoted = exact.map(([flat]) => buildServerPhrase(flat!))
  const all = ways.map(({ flat, weight }) => ({
    q: [buildServerQuery(flat, isApart), ...quoted, ...minus].filter((part) => part !== '').join(' '),
    weight,
  }))
  return [...new Map(all.map((one) => [one.q, one])).values()]
}
