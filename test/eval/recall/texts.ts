import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SearchDocument } from '../../../src/core/publish/search-document.ts'
import { detectLang } from '../../../src/core/text/script.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const PRESS = join(ROOT, 'scrapers/sample/press')
const CORPUS = join(ROOT, '../shared/corpus')

/** A text to be found, as an article of which only the text is known. */
export type Text = SearchDocument & { body: string }

/** Articles of the sample press. */
export const readPress = (): Text[] => readTexts(PRESS, 'press')

/** Third-party articles lent for measuring; they are read here and never copied. Undefined where they are not. */
export const readCorpus = (): Text[] | undefined =>
  existsSync(CORPUS) ? readTexts(CORPUS, 'corpus') : undefined

function readTexts(folder: string, prefix: string): Text[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|txt)$/.test(path) && !/README/.test(path))
    .sort()
    .map((path, index) => {
      const body = withoutFrontMatter(readFileSync(join(folder, path), 'utf8'))
      const title = /^title: *["']?(.*?)["']?$/m.exec(readFileSync(join(folder, path), 'utf8'))?.[1]
      return {
        id: `article-${prefix}-${index}`,
        kind: 'article',
        path: `articles/${prefix}-${index}/`,
        lang: detectLang(body),
        title: title ?? body.trim().split('\n', 1)[0]!.slice(0, 80),
        excerpt: '',
        names: [],
        body,
        facets: { lang: [detectLang(body)] },
      }
    })
}

const withoutFrontMatter = (text: string) => text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '')
