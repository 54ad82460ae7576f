import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

/** Samples kept of one node; a class gives its single characters and the ends of its ranges. */
const MOST_SAMPLES = 400
/** A group repeated less often than this cannot take long, whatever it matches. */
const MANY = 8
/** A letter that no class of ours names one by one: it stands for `.`, `[^…]` and `\p{…}`. */
const ANY = 'Ж'
const SETS: Record<string, string> = { any: ANY, digit: '7', space: ' ', word: 'q', property: ANY }

/**
 * Repeated groups of a pattern that can read the same words in two ways, as `(?:只有|只|有)*` reads 只有: a text with n of them
 * that does not match in the end takes 2ⁿ steps (Kirrage, Rathnayake and Thielecke 2013, on exponential blow-up). Each finding
 * names the group and the words. Alternatives are tried by samples, without their lookarounds, so this finds what people write
 * by oversight and proves nothing else.
 */
export function findAmbiguities({ source, flags }: { source: string; flags: string }): string[] {
  const found: string[] = []
  const mode = flags.replace(/[dgy]/g, '')
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  })
  visitRegExpAST(pattern, {
    onQuantifierEnter({ max, element }) {
      if (max < MANY || (element.type !== 'Group' && element.type !== 'CapturingGroup')) return
      const words = findTwoReadings(element, mode)
      if (words) found.push(`${words} in ${element.raw}`)
    },
  })
  return found
}

function findTwoReadings(group: AST.Group | AST.CapturingGroup, mode: string): string | undefined {
  const alone = group.alternatives.map((one) => new RegExp(`^(?:${print(one)})$`, mode))
  const several = new RegExp(`^(?:${print(group)})+$`, mode)
  for (const words of samplesOf(group)) {
    if (words === '') continue
    if (alone.filter((one) => one.test(words)).length > 1) return `“${words}” twice`
    for (let at = 1; at < words.length; at++)
      if (several.test(words.slice(0, at)) && several.test(words.slice(at)))
        return `“${words.slice(0, at)}”, “${words.slice(at)}” and “${words}”`
  }
  return undefined
}

/** The node's source without what only looks around: that narrows what is read, and never joins two readings into one. */
function print(node: AST.Group | AST.CapturingGroup | AST.Alternative | AST.Element): string {
  if (node.type === 'Assertion' || node.type === 'Backreference') return ''
  if (node.type === 'Alternative') return node.elements.map(print).join('')
  if (node.type === 'Group' || node.type === 'CapturingGroup')
    return `(?:${node.alternatives.map(print).join('|')})`
  if (node.type !== 'Quantifier') return node.raw
  const element = print(node.element)
  return element && element + node.raw.slice(node.element.raw.length)
}

function samplesOf(node: AST.Group | AST.CapturingGroup | AST.Alternative | AST.Element): string[] {
  if (node.type === 'Alternative') return node.elements.map(samplesOf).reduce(join, [''])
  if (node.type === 'Group' || node.type === 'CapturingGroup') return node.alternatives.flatMap(samplesOf)
  if (node.type === 'Quantifier') return repeat(samplesOf(node.element), node.min, node.max)
  if (node.type === 'Character') return [String.fromCodePoint(node.value)]
  if (node.type === 'CharacterSet') return [SETS[node.kind] ?? ANY]
  return node.type === 'CharacterClass' ? membersOf(node) : ['']
}

function membersOf(node: AST.CharacterClass): string[] {
  if (node.negate) return [ANY]
  return node.elements.flatMap((element) => {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)]
    if (element.type === 'CharacterClassRange')
      return [String.fromCodePoint(element.min.value), String.fromCodePoint(element.max.value)]
    return [element.type === 'CharacterSet' ? (SETS[element.kind] ?? ANY) : ANY]
  })
}

const join = (left: string[], right: string[]) =>
  left.flatMap((one) => right.map((other) => one + other)).slice(0, MOST_SAMPLES)

/** The fewest, and up to two more. */
function repeat(samples: string[], min: number, max: number): string[] {
  const all: string[] = []
  let some = ['']
  for (let times = 0; times <= Math.min(max, min + 2); times++) {
    if (times >= min) all.push(...some)
    some = join(some, samples)
  }
  return all.slice(0, MOST_SAMPLES)
}
