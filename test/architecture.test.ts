import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** Every module specifier that a file imports, relative ones resolved to a path below the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1]!)
  return found.map((spec) =>
    spec.startsWith('.') ? relative(root, resolve(root, dirname(file), spec)) : spec,
  )
}

const violations = (folder: string, isForbidden: (spec: string) => boolean) =>
  sources(folder).flatMap((file) =>
    imports(file)
      .filter(isForbidden)
      .map((spec) => `${file} imports ${spec}`),
  )

describe('imports point one way', () => {
  it('src/core does no input or output', () => {
    const io = /^(node:(?!crypto$|util$)|undici|pg|astro(?!\/zod)|astro:|meilisearch|pino)/
    const outside = /^(scrapers|src\/(?!core))/
    expect(violations('src/core', (spec) => io.test(spec) || outside.test(spec))).toEqual([])
  })

  it('src never imports scrapers, except the command line', () => {
    const found = violations('src', (spec) => spec.startsWith('scrapers'))
    expect(found.filter((line) => !line.startsWith('src/cli/'))).toEqual([])
  })

  it('scrapers import nothing of the site or the command line', () => {
    const site = /^src\/(pages|components|layouts|styles|i18n|cli)/
    expect(violations('scrapers', (spec) => site.test(spec))).toEqual([])
  })

  it('extraction needs no library at run time, and of the model only types and lists', () => {
    const found = sources('src/core/extract').flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const specs = [...text.matchAll(/^import (?!type )[^'"]*['"]([^'"]+)['"]/gm)].map((match) => match[1]!)
      const isHeavy = (spec: string) =>
        spec.startsWith('.') ? /\/model\/(?!kinds\.ts)/.test(spec) : spec !== 'node:crypto'
      return specs.filter(isHeavy).map((spec) => `${file} imports ${spec}`)
    })
    expect(found).toEqual([])
  })

  it('src/core reads neither the clock nor the environment', () => {
    const impure = /\bDate\.now\(|new Date\(\)|process\.env|Math\.random\(/
    expect(sources('src/core').filter((file) => impure.test(readFileSync(join(root, file), 'utf8')))).toEqual(
      [],
    )
  })
})
