import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/model/article.ts'
import type { Figure } from '../../src/core/model/figure.ts'
import { LANGS, type Lang } from '../../src/core/model/lang.ts'
import { buildCorpus, type Corpus } from '../../src/core/publish/view-corpus.ts'
import { buildExcerpt, EXCERPT_CAPS } from '../../src/core/publish/view-excerpt.ts'
import { formatPhrase } from '../../src/core/publish/view-format.ts'
import { figureTitle } from '../../src/core/publish/view-title.ts'
import { translator } from '../../src/i18n/index.ts'
import { NO_RECORDS } from '../site/fixture.ts'

/** A figure whose words stand in a sentence. */
function figureIn(sentence: string, asWritten: string, more: Partial<Figure> = {}): Figure {
  const start = sentence.indexOf(asWritten)
  const quote = { exact: sentence, prefix: '', suffix: '', start: 0, end: sentence.length }
  const place = { asWritten, start, end: start + asWritten.length }
  const read = { value: 19, unit: 'percent', qualifier: 'exact', polarity: 'asserted', tense: 'observed' }
  return { id: `f-${sentence}-${asWritten}`, articleId: 'a', ...place, ...read, quote, ...more } as Figure
}

const articleIn = (lang: Lang, more: Partial<Article> = {}) =>
  ({ id: 'a', sourceId: 's', lang, figures: [], topics: [], entities: [], ...more }) as unknown as Article

const names = (en: string, hans: string, hant: string) => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })
const REGISTRY = {
  topics: [],
  glossary: [],
  entities: [
    {
      id: 'opus',
      kind: 'model',
      names: names('Claude Opus 4', 'Claude Opus 4', 'Claude Opus 4'),
      aliases: [],
    },
    { id: 'bbc', kind: 'organization', names: names('BBC', '英国广播公司', '英國廣播公司'), aliases: [] },
  ],
  metrics: [
    { id: 'blackmail-rate', names: names('blackmail rate', '勒索率', '勒索率'), aliases: [] },
    { id: 'test-runs', names: names('test runs', '测试次数', '測試次數'), aliases: [] },
    { id: 'respondents', names: names('respondents', '受访者人数', '受訪者人數'), aliases: [] },
  ],
}
const corpus: Corpus = buildCorpus(NO_RECORDS, REGISTRY as never)

const titles = (figure: Figure, article: Article) =>
  LANGS.map((lang) => figureTitle({ figure, article }, corpus, lang, translator(lang)))

describe('a title', () => {
  it('is made of the registry’s names where it has both', () => {
    const known = { subjectId: 'opus', subject: 'the model', metricId: 'blackmail-rate', metric: 'it fell' }
    expect(titles(figureIn('It chose blackmail in 19% of cases.', '19%', known), articleIn('en'))).toEqual([
      'Claude Opus 4: blackmail rate 19%',
      'Claude Opus 4：勒索率 19%',
      'Claude Opus 4：勒索率 19%',
    ])
  })

  it('names what is counted after the number, as each language does', () => {
    const what = { subjectId: 'opus', metricId: 'test-runs', unitDetail: 'runs' }
    const counted = { value: 100, unit: 'count' as const, ...what }
    expect(titles(figureIn('It failed in 100 runs.', '100 runs', counted), articleIn('en'))).toEqual([
      'Claude Opus 4: 100 test runs',
      'Claude Opus 4：测试次数 100',
      'Claude Opus 4：測試次數 100',
    ])
  })

  it.each([
    ['100 runs', 'runs', 'Claude Opus 4: 100 test runs'],
    ['16 models', 'models', 'Claude Opus 4: 100, “It failed with 16 models”'],
    ['12', undefined, 'Claude Opus 4: 100, “It failed with 12”'],
  ])('of %s names the metric only where that is what was counted', (asWritten, unitDetail, title) => {
    const counted = {
      value: 100,
      unit: 'count' as const,
      ...(unitDetail ? { unitDetail } : {}),
      subjectId: 'opus',
      metricId: 'test-runs',
    }
    const figure = figureIn(`It failed with ${asWritten}.`, asWritten, counted)
    expect(titles(figure, articleIn('en'))[0]).toBe(title)
  })

  it('says an age as an age where the text prints one, also of the finding that joins such texts', () => {
    const age = { value: 13, maxValue: 17, unit: 'duration' as const, unitDetail: 'year' }
    const sentence = '調查訪問了13至17歲的青少年。'
    const figure = figureIn(sentence, '13至17歲', age)
    const finding = { ...age, isAge: true, qualifier: 'exact' as const }
    const said = LANGS.map((lang) => formatPhrase(finding, lang, translator(lang)))
    expect(said).toEqual(['13–17 years old', '13–17岁', '13–17歲'])
    expect(titles(figure, articleIn('zh-Hant'))[2]).toBe('13–17歲：「調查訪問了13至17歲的青少年」')
    const years = figureIn('It took 13 to 17 years.', '13 to 17 years', age)
    expect(titles(years, articleIn('en'))[2]).toBe('13–17年：“It took 13 to 17 years”')
  })

  it('quotes the sentence where subject and metric are words cut from it', () => {
    const cut = {
      value: 0.5,
      unit: 'duration' as const,
      unitDetail: 'day',
      subject: '意見',
      metric: '有人聽',
    }
    const sentence = '有人覺得半天太短，有人說這是第一次覺得自己的意見有人聽。'
    expect(titles(figureIn(sentence, '半天', cut), articleIn('zh-Hant'))).toEqual([
      '0.5 days: 「有人覺得半天太短，有人說這是第一次覺得自己的意見有人聽」',
      '0.5天：「有人覺得半天太短，有人說這是第一次覺得自己的意見有人聽」',
      '0.5天：「有人覺得半天太短，有人說這是第一次覺得自己的意見有人聽」',
    ])
  })

  it('names a known subject only to those who do not read it in the words', () => {
    const known = { value: 51, subject: 'BBC', subjectId: 'bbc' }
    expect(titles(figureIn('The BBC had put the figure at 51%.', '51%', known), articleIn('en'))).toEqual([
      '51%: “The BBC had put the figure at 51%”',
      '英国广播公司：51%，“The BBC had put the figure at 51%”',
      '英國廣播公司：51%，“The BBC had put the figure at 51%”',
    ])
  })

  it.each([
    ['a metric of another kind than the value', { metricId: 'respondents' }],
    ['a change, which is no level', { metricId: 'blackmail-rate', change: 'by' as const }],
    ['a denial', { metricId: 'blackmail-rate', polarity: 'denied' as const }],
    ['a forecast', { metricId: 'blackmail-rate', tense: 'forecast' as const }],
  ])('quotes the sentence of %s', (_, more) => {
    const figure = figureIn('Claude Opus 4 stood at 19% then.', '19%', { subjectId: 'opus', ...more })
    expect(titles(figure, articleIn('en'))[0]).toBe('19%: “Claude Opus 4 stood at 19% then”')
  })

  it('falls back to what was cut where the page may not be quoted', () => {
    const cut = { subject: 'footnote', metric: 'takes' }
    const article = articleIn('en', { excerptLimit: 0 })
    expect(titles(figureIn('The footnote takes 19% of it.', '19%', cut), article)[0]).toBe(
      'footnote: takes 19%',
    )
  })
})

describe('an excerpt', () => {
  it.each([
    ['en', 'Half said no.', 'Half', '“Half said no”'],
    [
      'en',
      'On a long list of tasks that people were asked to do over the year, and which they disliked, 19% were done.',
      '19%',
      '“…and which they disliked, 19% were done”',
    ],
    [
      'en',
      'Of 1,060 people, 19% said so; 5.5% did not.',
      '19%',
      '“Of 1,060 people, 19% said so; 5.5% did not”',
    ],
    [
      'zh-Hans',
      '常识媒体在这一年的春天（以及随后的整个夏天）里反复强调自己的立场，19%的人说是，其余的人都表示不知道该怎么回答这个问题。',
      '19%',
      '“…19%的人说是，其余的人都表示不知道该怎么回答这个问题”',
    ],
    ['zh-Hant', '「越獄」成功率是19%。', '19%', '「「越獄」成功率是19%」'],
  ] as const)('in %s: %s', (lang, sentence, asWritten, expected) => {
    expect(buildExcerpt(figureIn(sentence, asWritten), articleIn(lang), undefined)).toBe(expected)
  })

  it('is verbatim, holds the figure, and stays within its cap and that of the source', () => {
    const word = fc.constantFrom(
      '了解',
      'models',
      '，',
      ', ',
      '。',
      ' ',
      '19%',
      '（',
      '”',
      '大模型',
      '…',
      'a',
    )
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(word, { maxLength: 60 }),
        fc.constantFrom(...LANGS),
        fc.integer({ min: 1, max: 200 }),
        (before, after, lang, excerptLimit) => {
          const sentence = `${before.join('')}七成${after.join('')}`
          const start = before.join('').length
          const figure = { ...figureIn(sentence, '七成'), start, end: start + 2 }
          const excerpt = buildExcerpt(figure, articleIn(lang, { excerptLimit }), undefined)
          if (excerpt === '') return excerptLimit < 2
          const words = excerpt.slice(1, -1).replace(/^…|…$/g, '')
          const bare = excerpt.slice(1, -1)
          const isWithin = [...words].length <= Math.min(EXCERPT_CAPS[lang], excerptLimit)
          return isWithin && words.includes('七成') && (sentence.includes(bare) || sentence.includes(words))
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})
