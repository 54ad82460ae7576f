import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { findAmbiguities } from './ambiguity.ts'

const SRC = join(import.meta.dirname, '../../src')
const filesIn = (folder: string) =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))

/** Patterns by their source as written, with where they stand. */
const patterns = new Map<string, { source: string; flags: string; at: string }>()
const keep = (pattern: RegExp, at: string) =>
  patterns.set(String(pattern), { source: pattern.source, flags: pattern.flags, at })

function keepLiterals(file: string): void {
  const code = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest)
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      keep(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)), file)
    }
    ts.forEachChild(node, visit)
  }
  visit(code)
}

/** Patterns that modules of the core put together from words as they are loaded. */
async function keepComposed(): Promise<void> {
  const RealRegExp = globalThis.RegExp
  globalThis.RegExp = new Proxy(RealRegExp, {
    construct: (target, parts, asked) => {
      const pattern = Reflect.construct(target, parts, asked) as RegExp
      keep(pattern, 'put together')
      return pattern
    },
  })
  for (const file of filesIn('core')) await import(join(SRC, file))
  globalThis.RegExp = RealRegExp
}

describe('patterns', () => {
  beforeAll(async () => {
    await keepComposed()
    for (const file of filesIn('.')) keepLiterals(file)
  })

  it.each([
    ['(?:只有|只|有)*$', '“只”, “有” and “只有”'],
    ['(?:recently|[a-z]{3,10}ly)+$', '“recently” twice'],
    ['^(?:\\d{0,4}年?)*$', '“7”, “年” and “7年”'],
    ['(?:(?:an?|the) [a-z]+|a few)* $', '“a few” twice'],
    ['(?:[①-⑳]{1,3})+!', '“①”, “①” and “①①”'],
  ])('finds two readings in %s', (source, words) => {
    expect(findAmbiguities({ source, flags: '' })[0]).toContain(words)
  })

  it.each(['(?:[a-z]+ )+$', '(?:一|十|百)+$', '(?:now |no )*', '(?:ab|a){0,3}', '(?:[*_]|\\s)*x'])(
    'finds one reading in %s',
    (source) => {
      expect(findAmbiguities({ source, flags: '' })).toEqual([])
    },
  )

  it('read the words of a repeated part in one way each, so that none takes exponential time', () => {
    expect(patterns.size).toBeGreaterThan(1500)
    const found = [...patterns.values()].flatMap((pattern) =>
      findAmbiguities(pattern).map((words) => `${pattern.at}: ${words}`),
    )
    expect(found).toEqual([])
  })
})
