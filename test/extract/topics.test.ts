import { describe, expect, it } from 'vitest'
import { buildTopicMatcher, findTopics } from '../../src/core/extract/topics.ts'
import type { Topic } from '../../src/core/model/vocabulary.ts'

const topic = (
  id: string,
  en: string,
  hans: string,
  hant: string,
  terms: string[],
  parent?: string,
): Topic => ({
  id,
  names: { en, 'zh-Hans': hans, 'zh-Hant': hant },
  terms,
  ...(parent ? { parent } : {}),
})

const matcher = buildTopicMatcher([
  topic('safety', 'AI safety', 'AI 安全', 'AI 安全', ['alignment', '对齐']),
  topic('deception', 'Deception', '欺骗', '欺騙', ['blackmail', 'scheming', '勒索', '撒谎'], 'safety'),
  topic('jailbreaks', 'Jailbreaks', '越狱', '越獄', ['jailbreak', '绕过'], 'safety'),
  topic('jobs', 'Jobs', '就业', '就業', ['unemployment', '失业']),
])
const ids = (text: string, title?: string) => findTopics(text, matcher, title).map(({ id }) => id)

describe('findTopics', () => {
  it('finds the same topic in three languages', () => {
    expect(ids('The model chose blackmail and deception.')).toEqual(['deception'])
    expect(ids('模型选择勒索和欺骗。')).toEqual(['deception'])
    expect(ids('模型選擇勒索和欺騙。')).toEqual(['deception'])
  })

  it('says which terms speak for it', () => {
    expect(findTopics('越狱攻击绕过了防护，越狱率上升。', matcher)).toEqual([
      { id: 'jailbreaks', score: expect.closeTo(2 + Math.log(2)), terms: ['越狱', '绕过'] },
    ])
  })

  it('knows plurals, prefers the narrower topic, and counts the title', () => {
    expect(ids('Two jailbreaks, an alignment plan.', 'Jailbreaks')).toEqual(['jailbreaks'])
  })

  it('gives none where a term is only mentioned, or in an empty text', () => {
    expect(ids('Unemployment rose.')).toEqual([])
    expect(ids('')).toEqual([])
  })
})
