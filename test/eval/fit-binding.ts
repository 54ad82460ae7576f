// Fits src/core/extract/subject-weights.ts and metric-weights.ts: `node bin/run.mjs test/eval/fit-binding.ts [subject|metric]
// [--write] [--wrong] [--rules] [--l2 N] [--more DIR,…]`. Reads the gold set of ../shared/eval and the annotated articles of
// ../shared/corpus, and prints how many figures get the right answer in articles that the fit did not see (eleven folds).
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseDocument } from '../../scrapers/parse/document.ts'
import { type Binding, bindNames, openBinding } from '../../src/core/extract/binding.ts'
import { findEntities } from '../../src/core/extract/entities.ts'
import { buildMatchers } from '../../src/core/extract/matchers.ts'
import { findMetrics, givenMetric } from '../../src/core/extract/metric-candidates.ts'
import { readMetricFeatures } from '../../src/core/extract/metric-features.ts'
import { readPlace } from '../../src/core/extract/place.ts'
import type { Candidate } from '../../src/core/extract/ranking.ts'
import { buildReading, type Reading } from '../../src/core/extract/reading.ts'
import { findDistributed } from '../../src/core/extract/respectively.ts'
import { selectQuantities } from '../../src/core/extract/selection.ts'
import { readSentences } from '../../src/core/extract/sources.ts'
import { SUBJECT_RULES } from '../../src/core/extract/subject.ts'
import { findSubjects } from '../../src/core/extract/subject-candidates.ts'
import { readSubjectFeatures } from '../../src/core/extract/subject-features.ts'
import { readSubjectPlace } from '../../src/core/extract/subject-place.ts'
import { readTokens } from '../../src/core/extract/tokens.ts'
import { findTurns } from '../../src/core/extract/turns.ts'
import { splitBlocks } from '../../src/core/text/blocks.ts'
import { detectLang, foldChars } from '../../src/core/text/script.ts'
import { readRegistry } from '../../src/registry.ts'
import { type GoldDocument, type GoldFigure, readAnnotated, readGold } from './annotations.ts'
import { fitWeights, type Sample, scoreOf } from './log-linear.ts'
import { foldForScore, nameMatches, overlapsEnough } from './match.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    l2: { type: 'string' },
    more: { type: 'string', default: '' },
  },
})
const FOLDS = 11
/** How strongly weights are held to what they are without examples: of the metrics the folds reach .678 by 4 and .689 by 12. */
const L2: Readonly<Record<string, number>> = { subject: 8, metric: 12 }
const l2Of = (what: string) => Number(options.l2 ?? L2[what])

interface Labelled extends Sample {
  doc: GoldDocument
  gold: GoldFigure
  at: number
  answers: (string | undefined)[]
}

const matchers = buildMatchers(readRegistry())
const more = options.more.split(',').filter(Boolean)
const documents = [
  ...readGold(),
  ...readAnnotated().filter(({ heldOut }) => !heldOut),
  ...more.flatMap((directory) => readGold(directory)),
]
const names = [...new Set(documents.map(({ name }) => name))]
for (const what of positionals.length > 0 ? positionals : ['subject', 'metric']) {
  const samples: Labelled[] = []
  for (const name of names) samples.push(...(await label(documents.find((doc) => doc.name === name)!, what)))
  report(what, samples)
  if (options.rules && what === 'subject') reportRules(samples)
  if (options.write) writeWeights(what, samples)
}

/** The gold set, by whose words all others were annotated, counts three times. */
function weightOf(doc: GoldDocument): number {
  return setOf(doc) === 'gold' ? 3 : 1
}

/** Every annotated figure that is found, with all candidates, their features and which of them are right. */
async function label(doc: GoldDocument, what: string): Promise<Labelled[]> {
  const reading = await read(doc)
  if (!reading) return []
  const { text } = reading
  const selected = selectQuantities(reading)
  const opened = openBinding({ reading, selected })
  bindNames([opened])
  const { bindings: bound, speakers } = opened
  const distributed = findDistributed(reading, selected)
  const places = placesOf(doc, text)
  return selected.flatMap((one, index) => {
    const gold = places.find(
      (place) =>
        place.start < one.quantity.end &&
        one.quantity.start < place.end &&
        isNear(place.gold, one.quantity.value),
    )?.gold
    if (!gold) return []
    const done: Binding[] = bound.slice(0, index)
    const place = readPlace(reading, one, done.at(-1))
    const subjects = findSubjects(reading, one, done, SUBJECT_RULES, distributed.get(index))
    const words = ({ span }: Candidate) => span && text.slice(span.start, span.end)
    const at = one.quantity.start
    if (what === 'subject') {
      const subjectPlace = readSubjectPlace(place, subjects, speakers.of(one.sentence))
      const right = subjects.map((candidate) => nameMatches(gold.subject, words(candidate)))
      const features = subjects.map((candidate) => readSubjectFeatures(candidate, subjectPlace))
      return [
        {
          doc,
          gold,
          at,
          answers: subjects.map(words),
          right,
          features,
          weight: weightOf(doc),
          source: doc.name,
        },
      ]
    }
    const subject = bound[index]!.subject
    const chosen = subjects.find(({ span }) => span?.start === subject?.start && span?.end === subject?.end)
    const metrics = findMetrics(place, subject, chosen && givenMetric(chosen, place))
    const right = metrics.map((candidate) =>
      gold.metric === '' ? !candidate.span : overlapsEnough(gold.metric, words(candidate)),
    )
    const features = metrics.map((candidate) => readMetricFeatures(candidate, { place, subject }))
    const weight = weightOf(doc) * (gold.metric === '' ? 0.3 : 1)
    return [{ doc, gold, at, answers: metrics.map(words), right, features, weight, source: doc.name }]
  })
}

function isNear({ value }: GoldFigure, found: number): boolean {
  return Math.abs(value - found) <= 1e-3 * Math.max(Math.abs(value), Math.abs(found))
}

async function read({ name, text: written }: GoldDocument): Promise<Reading | undefined> {
  const doc = await parseDocument(Buffer.from(written), { file: `${name}.txt`, now: new Date(0) })
  if ('failure' in doc) return undefined
  const { text } = doc
  const blocks = doc.blocks ?? splitBlocks(text)
  const turns = findTurns(text, blocks)
  const entities = findEntities(text, matchers.entities, readTokens(foldChars(text)))
  return buildReading(text, foldChars(text), {
    lang: detectLang(text),
    blocks,
    sentences: readSentences(text, blocks, turns),
    entities,
    turns,
  })
}

function placesOf(
  { figures }: GoldDocument,
  text: string,
): { gold: GoldFigure; start: number; end: number }[] {
  const { out, at } = foldForScore(text)
  return figures.flatMap((gold) => {
    const context = foldForScore(gold.context).out
    const words = foldForScore(gold.text).out
    const found = out.indexOf(context)
    const inside = context.indexOf(words)
    return found < 0 ? [] : [{ gold, start: at[found + inside]!, end: at[found + inside + words.length]! }]
  })
}

function report(what: string, samples: Labelled[]): void {
  const tally = new Map<string, { all: number; right: number }>()
  const wrong: string[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isLeftOut = ({ doc }: Labelled) => names.indexOf(doc.name) % FOLDS === fold
    const weights = fitWeights(
      samples.filter((sample) => !isLeftOut(sample)),
      l2Of(what),
    )
    for (const sample of samples.filter(
      (one) => isLeftOut(one) && (what === 'subject' || one.gold.metric !== ''),
    )) {
      const scores = sample.features.map((features) => scoreOf(features, weights))
      const picked = scores.indexOf(Math.max(...scores))
      const set = `${setOf(sample.doc)} ${sample.doc.lang}`
      const count = tally.get(set) ?? { all: 0, right: 0 }
      tally.set(set, { all: count.all + 1, right: count.right + (sample.right[picked] ? 1 : 0) })
      if (!sample.right[picked]) wrong.push(describe(what, sample, picked))
    }
  }
  const total = [...tally.values()].reduce((sum, one) => ({
    all: sum.all + one.all,
    right: sum.right + one.right,
  }))
  for (const [set, { all, right }] of [...tally, [`all, ${what}`, total] as const])
    console.log(set.padEnd(20), String(all).padStart(5), (right / all).toFixed(3))
  if (options.wrong) for (const line of wrong) console.log(line)
}

/** The gold set, annotated articles of others, or samples of our own. */
function setOf({ name }: GoldDocument): 'gold' | 'corpus' | 'written' {
  if (/^(?:en|zh-Han[st])-\d{3}$/.test(name)) return 'gold'
  return /[a-z]\d{3}$/.test(name) ? 'corpus' : 'written'
}

/** How often each rule is right when it is the first to answer. */
function reportRules(samples: Labelled[]): void {
  const tally = new Map<string, { all: number; right: number }>()
  for (const { features, right } of samples)
    features.forEach((list, index) => {
      const rule = list.find((name) => name.startsWith('r:first:'))
      if (!rule) return
      const count = tally.get(rule) ?? { all: 0, right: 0 }
      tally.set(rule, { all: count.all + 1, right: count.right + (right[index] ? 1 : 0) })
    })
  for (const [rule, { all, right }] of [...tally].sort((a, b) => b[1].all - a[1].all))
    console.log(rule.padEnd(28), String(all).padStart(4), (right / all).toFixed(2))
}

function describe(what: string, { doc, gold, at, answers, right }: Labelled, picked: number): string {
  const want = what === 'subject' ? gold.subject.join(' / ') : gold.metric
  const near = `${gold.context} `
  const reachable = right.some(Boolean) ? '' : ' (no candidate)'
  return `${doc.name} ${at} ${gold.text} | want ${want || '–'}${reachable} | got ${answers[picked] ?? '–'} | ${near.replace(/\s+/g, ' ')}`
}

/** The table as a module: sorted, two decimals, without what hardly counts. */
function writeWeights(what: string, samples: Labelled[]): void {
  const weights = fitWeights(samples, l2Of(what))
  const lines = [...weights]
    .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.03)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${keyOf(name)}: ${weight},`)
  const name = `${what.toUpperCase()}_WEIGHTS`
  const text = [
    "import type { Weights } from './features.ts'",
    '',
    `/** What speaks for a candidate as the ${what} of a figure, in log odds; written by test/eval/fit-binding.ts. */`,
    `export const ${name}: Weights = {`,
    ...lines,
    '}',
    '',
  ].join('\n')
  writeFileSync(join(import.meta.dirname, `../../src/core/extract/${what}-weights.ts`), text)
}

/** As the formatter writes it. */
function keyOf(name: string): string {
  if (/^[a-z_]\w*$/i.test(name)) return name
  return name.includes("'") ? JSON.stringify(name) : `'${name}'`
}
