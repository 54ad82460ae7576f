import { describe, expect, it } from 'vitest'
import { listChanges, sayChange } from '../../src/core/publish/changes.ts'
import { buildCorpus, type Corpus } from '../../src/core/publish/view-corpus.ts'
import { findingHistory } from '../../src/core/publish/view-history.ts'
import { translator } from '../../src/i18n/index.ts'
import { NO_RECORDS } from '../site/fixture.ts'

const AT = '2026-08-01T00:00:00Z'
const LATER = '2026-08-02T00:00:00Z'

function figure(id: string, asWritten: string) {
  const quote = { exact: asWritten, prefix: '', suffix: '', start: 0, end: asWritten.length }
  const read = { value: 1, unit: 'other', qualifier: 'exact', polarity: 'asserted', tense: 'observed' }
  return { id, articleId: 'a', asWritten, start: 0, end: asWritten.length, quote, ...read }
}

function finding(figureId: string, more: object = {}) {
  const member = { figureId, articleId: 'a', sourceId: 's', lang: 'en', firstSeenAt: AT, relation: 'equal' }
  const members = [{ ...member, reasons: [], comparison: 'not-checked', ...more }]
  const facts = { value: 1, unit: 'other', qualifier: 'exact', topics: [], langs: ['en'], status: 'single' }
  return { id: `of-${figureId}`, members, independentSources: 1, updatedAt: AT, ...facts }
}

/** One article whose second version has other figures. */
function open(
  figures: string[],
  revision: { appeared: string[]; vanished: string[] },
  more?: object,
): Corpus {
  const article = {
    id: 'a',
    sourceId: 's',
    lang: 'en',
    title: 'A',
    authors: [],
    firstSeenAt: AT,
    figures: figures.map((asWritten, index) => figure(`f${index}`, asWritten)),
    topics: [],
    entities: [],
    revisions: [
      { textHash: '1', retrievedAt: AT, appeared: [], vanished: [] },
      { textHash: '2', retrievedAt: LATER, ...revision },
    ],
  }
  const findings = figures.map((_, index) => finding(`f${index}`, more))
  const lists = { ...NO_RECORDS, articles: [article], findings }
  return buildCorpus(lists as never, { topics: [], entities: [], metrics: [], glossary: [] } as never)
}

const said = (corpus: Corpus) =>
  listChanges(corpus).map((change) => [change.finding.id, sayChange(change, corpus, 'en', translator('en'))])

describe('what a revision changed', () => {
  it('is told of the findings whose figures are of the kind that came or went', () => {
    const corpus = open(['five', '$25.6 million'], { appeared: ['$25.6 million'], vanished: ['$25 million'] })
    expect(said(corpus)).toEqual([['of-f1', 's revised its text; it now has $25.6 million']])
    expect(findingHistory(corpus.finding.get('of-f0')!, corpus).map(({ kind }) => kind)).toEqual([
      'first-held',
    ])
    expect(findingHistory(corpus.finding.get('of-f1')!, corpus).map(({ kind }) => kind)).toEqual([
      'first-held',
      'revised-in',
      'revised-out',
    ])
  })

  it('is not lost where nothing of its kind is left', () => {
    const corpus = open(['five', 'six months'], { appeared: [], vanished: ['96%'] })
    expect(said(corpus)).toEqual([['of-f0', 's revised its text; it no longer has 96%']])
  })

  it('stands beside values that differ from the primary source', () => {
    const corpus = open(['86%'], { appeared: [], vanished: [] }, { comparison: 'different-value' })
    expect(said(corpus)).toEqual([['of-f0', 's: Value differs from the primary source']])
  })
})
