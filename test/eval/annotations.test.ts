import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isHeldOut, readAnnotated, readPage } from './annotations.ts'

const HERE = join(import.meta.dirname, 'annotations')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('isHeldOut', () => {
  it('keeps the articles that were left out while they were divided by their order', () => {
    const divided = readdirSync(HERE)
      .map((file) => ({
        name: file.replace('.json', ''),
        ...JSON.parse(readFileSync(join(HERE, file), 'utf8')),
      }))
      .filter(({ heldOut }) => heldOut !== undefined)
    expect(divided.length).toBe(89)
    expect(
      divided.filter((annotation) => isHeldOut(annotation.name, annotation)).map(({ name }) => name),
    ).toEqual(
      'en064 en078 en123 en152 en168 hs069 hs100 hs112 hs125 hs149 hs171 hs182 hs197 ht017 ht041'.split(' '),
    )
  })

  it('asks the name of all others, so that a further article moves none', () => {
    const names = Array.from({ length: 400 }, (_, index) => `article-${index}`)
    const left = names.filter((name) => isHeldOut(name, {}))
    expect(left.length).toBeGreaterThan(70)
    expect(left.length).toBeLessThan(130)
    expect(left.slice(0, 3)).toEqual(['article-0', 'article-14', 'article-16'])
  })
})

describe('readAnnotated', () => {
  let folder: string
  const said: string[] = []
  const say = (line: string) => said.push(line)
  const read = (annotation: object) => {
    writeFileSync(join(folder, 'annotations/one.json'), JSON.stringify(annotation))
    return readAnnotated({ from: join(folder, 'annotations'), shared: join(folder, 'shared'), say })
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redline-annotations-'))
    for (const part of ['annotations', 'shared/corpus/html'])
      mkdirSync(join(folder, part), { recursive: true })
    said.length = 0
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const figures = (text: string) => [
    {
      at: placeOf(text, '96%'),
      context: placeOf(text, 'in 96% of the runs'),
      value: 96,
      unit: 'percent',
      qualifier: 'exact',
      subject: [placeOf(text, 'Model A')],
      speaker: [],
    },
  ]
  const placeOf = (text: string, words: string) => [text.indexOf(words), text.indexOf(words) + words.length]

  it('reads the words out of a file of the corpus', () => {
    const text = 'Model A gave in.\n\nIt did so in 96% of the runs.\n'
    writeFileSync(join(folder, 'shared/corpus/a.md'), text)
    const annotation = { path: 'a.md', lang: 'en', sha256: sha256(text), keySentences: [[0, 16]] }
    const [document] = read({ ...annotation, keep: [[0, text.length]], figures: figures(text) })
    expect(document).toMatchObject({ name: 'en-one', keySentences: ['Model A gave in.'] })
    expect(document!.figures).toMatchObject([
      { text: '96%', context: 'in 96% of the runs', subject: ['Model A'] },
    ])
    expect(said).toEqual([])
  })

  it('reads them out of what our parser makes of a page, and leaves it out, with a word, once that is another text', () => {
    const file = join(folder, 'shared/corpus/html/a.html')
    const page = (end: string) =>
      `<html><head><title>Model A gave in</title></head><body><article><h1>Model A gave in</h1>
      <p>${'Model A was told that it would be switched off, and was then given a letter to read. '.repeat(4)}</p>
      <p>${`It threatened the writer in 96% of the runs${end} `}${'Nobody had asked for that in any of them. '.repeat(5)}</p></article></body></html>`
    writeFileSync(file, page('.'))
    const text = readPage(file)!
    expect(text).toContain('in 96% of the runs')
    const annotation = {
      source: 'page',
      path: 'corpus/html/a.html',
      lang: 'en',
      sha256: sha256(text),
      keep: [[0, text.length]],
      keySentences: [],
      figures: figures(text),
    }
    expect(read(annotation)).toMatchObject([{ figures: [{ text: '96%', context: 'in 96% of the runs' }] }])
    expect(said).toEqual([])
    writeFileSync(file, page(', it is said.'))
    expect(read(annotation)).toEqual([])
    expect(said).toEqual([
      expect.stringMatching(/one\.json: left out, since the text of .*a\.html is another/),
    ])
  })

  it('says which file is not there', () => {
    const annotation = { path: 'b.md', lang: 'en', sha256: '', keep: [], keySentences: [], figures: [] }
    expect(read(annotation)).toEqual([])
    expect(said).toEqual([expect.stringMatching(/one\.json: left out, since .*b\.md is not there/)])
  })
})

describe('the annotations', () => {
  it('show each figure in a stretch that occurs once', () => {
    for (const { name, text, figures } of readAnnotated())
      for (const figure of figures) {
        expect(figure.context, name).toContain(figure.text)
        expect(text.split(figure.context).length, `${name}: ${figure.context}`).toBe(2)
      }
  }, 60_000) // Pages are parsed: about 3 s of a free processor, 20 s on one that eight share.

  it('cover every sample text of our own, as it now is', () => {
    const written = readdirSync(join(import.meta.dirname, 'written')).map((file) => file.replace('.md', ''))
    const said: string[] = []
    const read = readAnnotated({ shared: 'nowhere', say: (line) => said.push(line) })
    expect(read.map(({ name, lang }) => name.slice(lang.length + 1))).toEqual(written.toSorted())
    expect(said).toEqual([])
    for (const { name, figures, keySentences } of read) {
      expect(figures.length, name).toBeGreaterThanOrEqual(8)
      expect(keySentences.length, name).toBeGreaterThanOrEqual(3)
    }
  })
})
