import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Binding } from '../../src/core/extract/binding.ts'
import { findEntities } from '../../src/core/extract/entities.ts'
import { buildMatchers } from '../../src/core/extract/matchers.ts'
import { findMetrics, givenMetric, mostOfMetric } from '../../src/core/extract/metric-candidates.ts'
import { weighMetric } from '../../src/core/extract/metric-features.ts'
import { readPlace } from '../../src/core/extract/place.ts'
import { type Candidate, choose } from '../../src/core/extract/ranking.ts'
import { buildReading } from '../../src/core/extract/reading.ts'
import { selectQuantities } from '../../src/core/extract/selection.ts'
import { readSentences } from '../../src/core/extract/sources.ts'
import { readSpeakers } from '../../src/core/extract/speaker.ts'
import { SUBJECT_RULES } from '../../src/core/extract/subject.ts'
import { findSubjects } from '../../src/core/extract/subject-candidates.ts'
import { chooseSubject } from '../../src/core/extract/subject-choice.ts'
import { weighSubject } from '../../src/core/extract/subject-features.ts'
import { readSubjectPlace } from '../../src/core/extract/subject-place.ts'
import { splitBlocks } from '../../src/core/text/blocks.ts'
import { detectLang, foldChars } from '../../src/core/text/script.ts'
import type { Span } from '../../src/core/text/sentences.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())

function read(text: string) {
  const blocks = splitBlocks(text)
  const folded = foldChars(text)
  const sentences = readSentences(text, blocks, [])
  const entities = findEntities(text, matchers.entities)
  return buildReading(text, folded, { lang: detectLang(text), blocks, sentences, entities })
}

/** What is chosen, and what is when every candidate is weighed. */
type Both = [chosen: string, weighed: string]

/** Subject and metric of a text's figures. */
function chooseBoth(text: string): { subject: Both; metric: Both }[] {
  const reading = read(text)
  const speakers = readSpeakers(reading)
  const done: Binding[] = []
  const words = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : '')
  return selectQuantities(reading).map((one) => {
    const place = readPlace(reading, one, done.at(-1))
    const speaker = speakers.of(one.sentence)
    const all = findSubjects(reading, one, done, SUBJECT_RULES, undefined)
    const subjectPlace = readSubjectPlace(place, all, speaker)
    const best = choose(all, (candidate) => weighSubject(candidate, subjectPlace))
    const subject = chooseSubject(place, done, undefined, speaker)
    const metricPlace = { place, subject: subject.span }
    const find = () => findMetrics(place, subject.span, givenMetric(subject, place))
    const weigh = (candidate: Candidate) => weighMetric(candidate, metricPlace)
    const metric = choose(find(), weigh, (candidate) => mostOfMetric(candidate, place)).span
    const weighed = choose(find(), weigh).span
    done.push({ ...one, subject: subject.span, metric, rule: '' })
    return {
      subject: [words(subject.span), words(best.span)],
      metric: [words(metric), words(weighed)],
    }
  })
}

const readTexts = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['scrapers/sample/press', '../shared/eval/figures/text', '../shared/corpus']

describe('chooseSubject', () => {
  it('reads the sentence before when its own names nobody', () => {
    const texts = [
      'Claude Opus 4 was tested in May. It refused in 96% of runs.',
      '五月测试了Claude Opus 4。它拒绝了96%的请求。',
    ]
    expect(texts.map((text) => chooseBoth(text)[0]!.subject[0])).toEqual(['Claude Opus 4', 'Claude Opus 4'])
  })

  it.each(FOLDERS)(
    'answers as if every candidate were weighed, metrics too, but for one in 400: %s',
    (folder) => {
      const path = join(ROOT, folder)
      if (!existsSync(path)) return console.log(`${folder}: not compared, it is not here`)
      const answers = readTexts(path).flatMap(chooseBoth)
      expect(answers.length).toBeGreaterThan(50)
      for (const what of ['subject', 'metric'] as const) {
        const other = answers.map((answer) => answer[what]).filter(([chosen, weighed]) => chosen !== weighed)
        expect(other.length, JSON.stringify(other)).toBeLessThanOrEqual(answers.length / 400)
      }
    },
  )
})
