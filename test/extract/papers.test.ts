import { describe, expect, it } from 'vitest'
import { buildMatchers, extract } from '../../src/core/extract/article.ts'
import { readRegistry } from '../../src/registry.ts'

const matchers = buildMatchers(readRegistry())

/** Each figure as `written: subject, metric`, with who says so where somebody does; `–` for what is not stated. */
const read = (text: string): string[] =>
  extract({ text }, matchers).figures.map(
    ({ asWritten, subject, metric, speaker }) =>
      `${asWritten}: ${subject ?? '–'}, ${metric ?? '–'}${speaker ? `, says ${speaker}` : ''}`,
  )

/** Sentences in the manner of papers, model cards and reports on them. */
const CASES: [kind: string, text: string, expected: string[]][] = [
  [
    'whose the value is that another is compared with',
    "Investment rocketed to $104 billion, vastly outpacing China's $9.1 billion and the UK's $4.2 billion.",
    ['$104 billion: Investment, rocketed', '$9.1 billion: China, rocketed', '$4.2 billion: UK, rocketed'],
  ],
  [
    'the owner of a property before its value',
    "The reader reached 90.3%, well above the LLM's accuracy of 64.8% (518/800).",
    ['90.3%: The reader, reader', "64.8%: LLM, LLM's accuracy"],
  ],
  [
    'scores, each with whom it is for behind it',
    'The average Likert score was 4.41 for the human reader and 3.38 for the LLM (P < 0.001).',
    ['4.41: human reader, average Likert score', '3.38: LLM, average Likert score'],
  ],
  [
    'further names, each with a value of its own',
    'The United States leads with 38 notable models, followed by China with 14 and Europe with a mere four.',
    [
      '38 notable models: United States, notable models',
      '14: China, notable models',
      'four: Europe, notable models',
    ],
  ],
  [
    'several names in brackets behind a value',
    'Restraint rates range from 69% (GPT-4.1) to 100% (Phi-4, Qwen 7B).',
    ['69%: GPT-4.1, Restraint rates', '100%: Phi-4, Restraint rates'],
  ],
  [
    'the example, and not what it is one of',
    'Optimism is high in countries like China (81%) and Indonesia (78%).',
    ['81%: China, Optimism', '78%: Indonesia, Optimism'],
  ],
  [
    'what a value was before, by a noun',
    'By 2024, 74% of companies reported using AI, an increase from 52% the previous year.',
    ['74%: companies, reported using AI', '52%: companies, reported using AI'],
  ],
  [
    'what has a result shows it and says nothing',
    'In all tests Corvid Guard showed the highest accuracy, 81.3%, of all guards.',
    ['81.3%: Corvid Guard, highest accuracy'],
  ],
  [
    'a work that shows something reports it',
    'The survey showed a rise to 43% in support.',
    ['43%: a rise, support, says survey'],
  ],
  [
    'whom a chance is of',
    'The chance of unaided machines outperforming humans in every task was estimated at 10% by 2028, and 50% by 2045.',
    ['10%: unaided machines, humans in every task', '50%: unaided machines, chance'],
  ],
  [
    'nobody by a chance that a clause before asks about',
    'Asked about the chance that AI will cause harm, the median answer was 10%.',
    ['10%: the median answer, chance'],
  ],
]

/** Tables as papers print them. */
const TABLES: [kind: string, text: string, expected: string[]][] = [
  [
    'in percent by the line above, with what is best in bold, but no counts',
    'Table 3: Attack success rate (%) by model.\n\n| Attack | Llama-3-8B | GPT-4o | Runs |\n|---|---|---|---|\n| GCG | 34.2 ± 1.1 | 51.0 | 40 |\n| Ours | **78.4** | **41** | 40 |\n',
    [
      '34.2 percent: Llama-3-8B, GCG',
      '51 percent: GPT-4o, GCG',
      '40 count: GCG, Runs',
      '78.4 percent: Llama-3-8B, Ours',
      '41 percent: GPT-4o, Ours',
      '40 count: Ours, Runs',
    ],
  ],
  [
    'in percent by the line above, in Chinese',
    '表3 各攻擊的成功率（%）\n\n| 攻擊 | Llama-3-8B | GPT-4o |\n|---|---|---|\n| GCG | 34.2 | 2.1 |\n',
    ['34.2 percent: Llama-3-8B, GCG', '2.1 percent: GPT-4o, GCG'],
  ],
  [
    'by the head of a column that is a rate, and says which way is better',
    '| Model | ASR ↓ | Params (B) |\n|---|---|---|\n| GPT-4o | 34.0 | 8 |\n',
    ['34 percent: GPT-4o, ASR', '8 count: GPT-4o, Params (B)'],
  ],
  [
    'with the model in brackets behind the measure',
    '| Category | not_unsafe (GPT-5) | not_overrefuse |\n|---|---|---|\n| Hate | 1.000 | 0.88 |\n',
    ['1 score: GPT-5, not_unsafe', '0.88 score: Hate, not_overrefuse'],
  ],
]

const readTable = (text: string): string[] =>
  extract({ text }, matchers).figures.map(
    ({ value, unit, subject, metric }) => `${value} ${unit}: ${subject ?? '–'}, ${metric ?? '–'}`,
  )

describe('tables of papers', () => {
  it.each(TABLES)('are read %s', (_, text, expected) => expect(readTable(text)).toEqual(expected))
})

describe('papers, cards and reports', () => {
  it.each(CASES)('names %s', (_, text, expected) => expect(read(text)).toEqual(expected))
})
