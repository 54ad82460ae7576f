import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMatcher, findEntities } from '../../src/core/extract/entities.ts'
import type { Entity } from '../../src/core/model/entity.ts'
import { expectLinear } from '../timing.ts'

const entity = (
  id: string,
  kind: Entity['kind'],
  en: string,
  hans = en,
  hant = hans,
  aliases: string[] = [],
): Entity => ({
  id,
  kind,
  names: { en, 'zh-Hans': hans, 'zh-Hant': hant },
  aliases,
})

const matcher = buildMatcher({
  entities: [
    entity('gpt-4', 'model', 'GPT-4'),
    entity('gpt-4o', 'model', 'GPT-4o'),
    entity('claude', 'model', 'Claude'),
    entity('claude-opus-4', 'model', 'Claude Opus 4'),
    entity('llama', 'model', 'Llama'),
    entity('o1', 'model', 'o1'),
    entity('deepseek-r1', 'model', 'DeepSeek-R1'),
    entity('meta', 'organization', 'Meta'),
    entity('openai', 'organization', 'OpenAI'),
    entity('rand', 'organization', 'RAND'),
    entity('aisi', 'organization', 'AI Safety Institute', '人工智能安全研究所', '人工智慧安全研究所', [
      'AISI',
    ]),
    entity('taiwan', 'place', 'Taiwan', '台湾', '臺灣'),
    entity('hinton', 'person', 'Geoffrey Hinton', '杰弗里·辛顿', '傑佛瑞·辛頓', ['辛顿', 'Hinton']),
  ],
})
const find = (text: string) => findEntities(text, matcher).map(({ name, entityId }) => [name, entityId])

describe('findEntities', () => {
  it.each<[string, [string, string | undefined][]]>([
    [
      'GPT4o、gpt 4o、GPT-4o、ＧＰＴ－４ｏ',
      [
        ['GPT4o', 'gpt-4o'],
        ['gpt 4o', 'gpt-4o'],
        ['GPT-4o', 'gpt-4o'],
        ['ＧＰＴ－４ｏ', 'gpt-4o'],
      ],
    ],
    ['用GPT-4测试', [['GPT-4', 'gpt-4']]],
    [
      'Claude Opus 4与Claude',
      [
        ['Claude Opus 4', 'claude-opus-4'],
        ['Claude', 'claude'],
      ],
    ],
    [
      '台灣、臺灣和台湾',
      [
        ['台灣', 'taiwan'],
        ['臺灣', 'taiwan'],
        ['台湾', 'taiwan'],
      ],
    ],
    [
      '傑佛瑞·辛頓（Geoffrey Hinton）',
      [
        ['傑佛瑞·辛頓', 'hinton'],
        ['Geoffrey Hinton', 'hinton'],
      ],
    ],
    ['Geoffrey\nHinton signed', [['Geoffrey\nHinton', 'hinton']]],
    [
      'deepseek r1 beat DeepSeek-R1',
      [
        ['deepseek r1', 'deepseek-r1'],
        ['DeepSeek-R1', 'deepseek-r1'],
      ],
    ],
    [
      'the AISI and the AI Safety Institute',
      [
        ['AISI', 'aisi'],
        ['AI Safety Institute', 'aisi'],
      ],
    ],
    [
      'o1 and o1-like',
      [
        ['o1', 'o1'],
        ['o1', 'o1'],
      ],
    ],
  ])('finds the names of %s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  it.each([
    ['a meta-study met a rand of metadata'],
    ['GPT-4000x and xGPT-4'],
    ['o 1, foo1, o10'],
    ['COVID-19, ASL-3, SB-1047, phase 2B or not 2B'],
    ['Taiwanese'],
  ])('finds none in %s', (text) => {
    expect(find(text)).toEqual([])
  })

  it.each<[string, string]>([
    ['Foo-7B-Instruct fails', 'Foo-7B-Instruct'],
    ['用 Pixtral 12B 测试', 'Pixtral 12B'],
    ['Falcon-180B-Chat wins', 'Falcon-180B-Chat'],
    ['Claude Opus 9 refuses', 'Claude Opus 9'],
    ['Claude 3.7 Sonnet refuses', 'Claude 3.7 Sonnet'],
    ['GPT-4-turbo is old', 'GPT-4-turbo'],
    ['Llama 4 Maverick在测试中', 'Llama 4 Maverick'],
    ['Llama3-70B-Instruct和别的', 'Llama3-70B-Instruct'],
    ['Qwen2.5-72B-Instruct also', 'Qwen2.5-72B-Instruct'],
  ])('knows the unlisted model of %s by its shape', (text, name) => {
    expect(findEntities(text, matcher)).toMatchObject([{ name, kind: 'model' }])
    expect(findEntities(text, matcher)[0]).not.toHaveProperty('entityId')
  })

  it.each(['Claude 96% of runs', 'Claude 3个版本', 'Claude 16 models', 'Claude 4倍'])(
    'takes the number of %s for a quantity',
    (text) => {
      expect(find(text)).toEqual([['Claude', 'claude']])
    },
  )

  it('gives ordered places without overlap whose words are the name, whatever the text', () => {
    const pieces = fc.constantFrom(
      'GPT',
      '-',
      ' ',
      '4',
      'o',
      'Claude',
      'Opus',
      '9',
      'Foo',
      '7B',
      '-Instruct',
      '臺',
      '灣',
      '台湾',
      '，',
      '\ud83d',
      '\u200b',
      '.',
      '1',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end, name } of findEntities(text, matcher)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(name)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each(['GPT-', 'Claude ', 'A-', '7B', 'A 7B ', 'Foo-', '臺', '4.', 'Opus '])(
    'takes linear time on repeated %j',
    (piece) => {
      expectLinear((units) => findEntities(piece.repeat(units / piece.length), matcher), 50_000)
    },
  )
})
