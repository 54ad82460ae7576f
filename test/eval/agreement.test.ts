import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preferAccepted, readPairs } from './agreement.ts'
import { type GoldDocument, type GoldFigure, readAnnotated, writeGold } from './annotations.ts'
import { SHARED } from './measures.ts'

const text = 'We test thirty models. At the Corvid Institute, 9% of firms gave in.'
const figure = (words: string, rest: Partial<GoldFigure>): GoldFigure => ({
  text: words,
  context: text.slice(text.indexOf(words), text.indexOf(words) + 20),
  value: 0,
  max: null,
  unit: 'count',
  qualifier: 'exact',
  subject: [],
  metric: '',
  speaker: [],
  ...rest,
})
const article = (...figures: GoldFigure[]): GoldDocument => ({
  name: 'en-one',
  lang: 'en',
  heldOut: false,
  text,
  keySentences: ['We test thirty models.'],
  figures,
})

describe('preferAccepted', () => {
  it('puts first the name that the other annotator accepts for the same place', () => {
    const [ours] = preferAccepted(
      [
        article(
          figure('thirty models', { subject: ['We', 'Corvid Institute'], speaker: ['she', 'Farrell'] }),
        ),
      ],
      [article(figure('thirty', { subject: ['the Corvid Institute'], speaker: ['Ngozi Farrell'] }))],
    )
    expect(ours!.figures[0]).toMatchObject({
      subject: ['Corvid Institute', 'We'],
      speaker: ['Farrell', 'she'],
    })
  })

  it('leaves a figure as it is that the other annotator does not have', () => {
    const mine = article(figure('9%', { subject: ['We', 'firms'] }))
    expect(preferAccepted([mine], [article(figure('thirty', { subject: ['firms'] }))])).toEqual([mine])
  })
})

describe('print-annotations', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redline-print-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const print = (...files: string[]) =>
    spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'print-annotations.ts'), '--from', folder, ...files],
      {
        encoding: 'utf8',
      },
    )

  it('prints annotations as the extractor prints what it found', () => {
    const share = { value: 9, unit: 'percent', subject: ['firms', 'We'], metric: 'gave in' }
    writeGold([article(figure('9%', share))], folder)
    const record = JSON.parse(print(join(folder, 'text/en-one.txt')).stdout)
    expect(record).toEqual({
      lang: 'en',
      text,
      figures: [
        {
          asWritten: '9%',
          start: 48,
          end: 50,
          value: 9,
          maxValue: null,
          unit: 'percent',
          qualifier: 'exact',
          subject: 'firms',
          metric: 'gave in',
        },
      ],
      claims: [{ quote: { exact: 'We test thirty models.' } }],
    })
  })

  it('says which annotation is missing', () => {
    writeGold([article()], folder)
    const { status, stderr } = print('en-two.txt')
    expect(status).not.toBe(0)
    expect(stderr).toContain('no annotation of en-two.txt')
  })
})

describe('the second annotations', () => {
  const from = join(import.meta.dirname, 'second')

  it('are of articles that were annotated before, and show each figure in a stretch that occurs once', () => {
    const isLent = existsSync(SHARED)
    if (!isLent) console.log('../shared is not here: only the second annotations of our own samples are read')
    const pairs = readPairs()
    expect(pairs.length).toBe(isLent ? readdirSync(from).length : 10)
    for (const { first, second } of pairs) {
      expect(second.text, second.name).toBe(first.text)
      for (const { context, text: words } of second.figures) {
        expect(context, second.name).toContain(words)
        expect(second.text.split(context).length, `${second.name}: ${context}`).toBe(2)
      }
    }
  })

  it('of our own samples are at hand without anything lent', () => {
    const own = readAnnotated({ from, shared: 'nowhere' })
    expect(own.map(({ name }) => name)).toEqual([
      'en-en-lab-blog-interp',
      'en-en-transcript-podcast',
      'zh-Hans-hs-interview-engineer',
      'zh-Hant-ht-hk-column-insurance',
      'zh-Hant-ht-hk-news-fraud',
      'zh-Hant-ht-hk-news-legco',
      'zh-Hant-ht-hk-study-deepfake',
      'zh-Hant-ht-tw-interview-labour',
      'zh-Hant-ht-tw-news-deepfake',
      'zh-Hant-ht-tw-news-hospital',
    ])
  })
})
