import type { EntityKind } from '../model/entity.ts'
import type { Figure } from '../model/figure.ts'
import { foldName, type Lexicon, type Names } from './lexicon.ts'

/** Who or what a figure is about, as far as the registry knows it. */
export interface Subject {
  id?: string
  kind?: EntityKind
  /** Id of the family, for members of one. */
  family?: string
  maker?: string
  /** Folded name. */
  name: string
  /** Concepts that the name holds: packages, 软件包. */
  concepts: Uint32Array
  /** The id and those of the entities that the sentence names with it: `GPT-4.1 and Grok 3 both …`. */
  all: string[]
}

/** The subject of a figure, with what its sentence names in one breath with it; undefined when it has none. */
export function readSubject(
  figure: Figure,
  entities: Names['entities'],
  lexicon: Lexicon,
): Subject | undefined {
  if (figure.subject === undefined) return undefined
  const id = figure.subjectId ?? lexicon.entityIdOf(figure.subject)
  const entity = id === undefined ? undefined : lexicon.entity(id)
  return {
    ...(id !== undefined && { id }),
    ...(entity && { kind: entity.kind }),
    ...(entity?.family !== undefined && { family: entity.family }),
    ...(entity?.maker !== undefined && { maker: entity.maker }),
    name: foldName(figure.subject),
    concepts: lexicon.namesIn(figure.subject).concepts,
    all: id === undefined ? [] : [id, ...findPartners(figure, id, entities, lexicon)],
  }
}

/** Words that tell each of several subjects its own value. */
const EACH_ITS_OWN = /respectively|分别|分別|依次|依序/

/** What may stand between two names that share one value, a maker's name included. */
const JOINS =
  /^\s*(?:'s|’s)?\s*(?:(?:,|、|and|&|和|与|與|及|以及|还有|還有|同|跟|plus)\s*)+(?:[\w\p{Script=Han}]{1,12}?(?:'s|’s|的))?\s*$/iu

/** Other entities of the subject's kind that are named in one breath with it, before or after. */
function findPartners(
  { subject, quote }: Figure,
  id: string,
  entities: Names['entities'],
  lexicon: Lexicon,
): string[] {
  if (EACH_ITS_OWN.test(quote.exact)) return []
  const kind = lexicon.entity(id)?.kind
  const names = entities.filter((name) => lexicon.entity(name.id)?.kind === kind)
  const own = names.findIndex((name) => name.id === id || quote.exact.slice(name.start, name.end) === subject)
  if (own < 0) return []
  const joins = (left: number) => JOINS.test(quote.exact.slice(names[left]!.end, names[left + 1]!.start))
  let [first, last] = [own, own]
  while (first > 0 && joins(first - 1)) first--
  while (last + 1 < names.length && joins(last)) last++
  return names
    .slice(first, last + 1)
    .map((name) => name.id)
    .filter((other) => other !== id)
}
