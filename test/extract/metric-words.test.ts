import { describe, expect, it } from 'vitest'
import { cutProperty } from '../../src/core/extract/metric-words.ts'

const cut = (words: string) => {
  const span = cutProperty(words, 0, words.length)
  return span && words.slice(span.start, span.end)
}

describe('the words of an English property', () => {
  it.each([
    ['took a median of', 'took a median'],
    ['error rate was only', 'error rate'],
    ['training costs. it took', 'training costs'],
    ['new investors — 31%', 'new investors'],
    ['number of pilots grew from 604', 'number of pilots'],
    ['u.s. participants', 'u.s. participants'],
    ['p(doom)', 'p(doom)'],
    ['votes against', 'votes against'],
    ['average wait time', 'average wait time'],
    ['followers', 'followers'],
    ['accounting errors', 'accounting errors'],
    ['first response time', 'first response time'],
    ['flaws found', 'flaws found'],
  ])('are those of %s without what only joins: %s', (words, expected) => expect(cut(words)).toBe(expected))

  it.each([
    'within',
    'they reached',
    'accounting for',
    'fewer than',
    'respectively',
    'per cent',
    'before a nurse saw it',
    'last december',
    'almost half',
    '291',
    'approximately',
    'while',
    'recent reports indicating',
    'the survey also found',
  ])('are none in %s', (words) => expect(cut(words)).toBeUndefined())
})
