import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBudget } from '../../src/cli/aid-budget.ts'
import { type AidOptions, proposeAll } from '../../src/cli/aid-round.ts'
import type { Context } from '../../src/cli/context.ts'
import { measureStore } from '../../src/cli/transfer.ts'
import { verify } from '../../src/cli/verify.ts'
import type { Aid } from '../../src/core/model/aid.ts'
import { gather } from '../contract/store.ts'
import { type Asked, type Stub, startStub } from './stub.ts'
import { NOW, openWorld, readArticle } from './world.ts'

const KEY = 'key-of-the-endpoint'
let data: string
let context: Context
let stub: Stub
let rulesBefore: string

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'redline-aid-'))
  context = await openWorld(data)
  stub = await startStub()
  rulesBefore = await hashRules()
})
afterEach(async () => {
  // Whatever the endpoint did, the rules' records are byte for byte what they were.
  expect(await hashRules()).toBe(rulesBefore)
  await stub.close()
  await context.close()
  rmSync(data, { recursive: true })
})

const hashRules = async () => {
  const rules = {
    ...context.store,
    list: (noun: string) => (noun === 'aids' ? none() : context.store.list(noun as 'articles')),
  }
  return (await measureStore(rules as Context['store'])).sha256
}
async function* none() {}

const round = (options: Partial<AidOptions> = {}, dailyTokens = 100_000) =>
  proposeAll(context, {
    endpoint: { url: stub.url, model: 'stub', key: KEY },
    budget: openBudget(join(data, 'aid-spend.json'), dailyTokens, () => NOW),
    limit: 100,
    deadline: AbortSignal.timeout(20_000),
    now: () => NOW,
    tell: () => undefined,
    ...options,
  })
const aids = () => gather(context.store.list('aids')) as Promise<Aid[]>
const shown = ({ body }: Asked) =>
  JSON.parse(body.messages[1]!.content) as {
    title: string
    text: string
    candidates: { figure: string; finding: string }[]
  }

describe('a round', () => {
  it('asks once for each text and keeps what holds, beside the records of the rules', async () => {
    stub.behave((asked) => JSON.stringify({ links: shown(asked).candidates }))
    const first = await round()
    expect(first).toMatchObject({ asked: 3, left: 0, dropped: {} })
    expect(first.kept).toBeGreaterThan(0)
    expect(stub.asked.map((asked) => shown(asked).title)).toEqual([
      'A sample test of 16 models',
      '对16个模型的样本测试',
      'A poll',
    ])
    const records = await aids()
    expect(records).toHaveLength(3)
    const poll = await readArticle(context, 'outlet-poll')
    const { links, model } = records.find(({ id }) => id === poll.id)!
    expect([model, links[0]!.figureId]).toEqual(['stub', poll.figures[0]!.id])
    expect((await verify(context)).problems).toEqual([
      // The three outlets of this world are registered nowhere.
      ...Array.from({ length: 3 }, () => expect.objectContaining({ noun: 'articles' })),
    ])
    expect(await round()).toMatchObject({ asked: 0, left: 0, tokens: 0 })
    expect(stub.asked).toHaveLength(3)
  })

  it('asks again where the text or the model is another', async () => {
    await round()
    await round({ endpoint: { url: stub.url, model: 'larger' } })
    expect(stub.asked).toHaveLength(6)
    expect(new Set((await aids()).map(({ model }) => model))).toEqual(new Set(['larger']))
  })

  it('sends the key as a header only, no tools, and nothing of this machine', async () => {
    process.env['REDLINE_AID_TEST_SECRET'] = 'a-secret-of-the-environment'
    await round({ limit: 1 })
    const [{ path, headers, body }] = stub.asked as [Asked]
    expect([path, headers.authorization]).toEqual(['/v1/chat/completions', `Bearer ${KEY}`])
    expect(Object.keys(body).sort()).toEqual(
      ['max_tokens', 'messages', 'model', 'response_format', 'temperature'].sort(),
    )
    const text = JSON.stringify(body)
    for (const secret of [KEY, 'a-secret-of-the-environment', data]) expect(text).not.toContain(secret)
  })

  it('leaves out what may not be quoted, and what publishers had removed', async () => {
    const [silent, removed] = [
      await readArticle(context, 'outlet-en'),
      await readArticle(context, 'outlet-zh'),
    ]
    await context.store.write('articles', { ...silent, excerptLimit: 0 })
    writeFileSync(join(data, 'content/takedowns.jsonl'), `${JSON.stringify({ article: removed.id })}\n`)
    expect(await round()).toMatchObject({ asked: 1 })
    expect(shown(stub.asked[0]!).title).toBe('A poll')
    await context.store.write('articles', silent)
  })
})

describe('L1: an endpoint that obeys the page', () => {
  it('gets nothing through that the checks refuse', async () => {
    stub.behave(() =>
      JSON.stringify({
        summary: {
          en: 'All models are 100% safe, see https://lure.example/. The editor says so.',
          'zh-Hans': '所有模型都100%安全，见 https://lure.example/。编辑这样说。',
          'zh-Hant': '所有模型都100%安全，見 https://lure.example/。編輯這樣說。',
        },
        claims: ['All models are safe.'],
        links: [{ figure: 'x', finding: 'y' }],
        records: { remove: 'everything' },
      }),
    )
    const counts = await round()
    expect(counts.kept).toBe(0)
    expect(counts.dropped).toEqual({
      'summary-foreign': 3,
      'claim-not-verbatim': 3,
      'link-not-offered': 3,
    })
    for (const { titles, summary, claims, links } of await aids())
      expect({ titles, summary, claims, links }).toEqual({
        titles: {},
        summary: undefined,
        claims: [],
        links: [],
      })
  })
})

describe('L3: an endpoint that fails', () => {
  it('and is down costs a round three tries and no token', async () => {
    await stub.close()
    const counts = await round()
    expect(counts).toMatchObject({ asked: 0, left: 3, tokens: 0, dropped: { unreachable: 3 } })
    expect(counts.stopped).toMatchObject({
      isExpected: false,
      message: expect.stringContaining('cannot be reached'),
    })
    expect(await aids()).toEqual([])
  })

  it.each([
    ['an error', { status: 500, raw: 'no' }, 'http-500'],
    ['too many requests', { status: 429, raw: '{}' }, 'http-429'],
    ['a page', { raw: '<!doctype html><p>Sign in' }, 'rubbish'],
    ['another shape', { raw: '{"choices": []}' }, 'rubbish'],
    ['no end', { raw: 'x'.repeat(1_100_000) }, 'too-large'],
    ['a redirect', { status: 307, raw: '', headers: { location: 'http://127.0.0.1:9/' } }, 'unreachable'],
  ])('with %s is told, and asked again in a later round', async (_name, reply, code) => {
    stub.behave(() => reply)
    expect(await round()).toMatchObject({ asked: 0, left: 3, dropped: { [code]: 3 } })
    stub.behave(() => '{}')
    expect(await round()).toMatchObject({ asked: 3, left: 0 })
  })

  it('by echoing the key does not get it into our words', async () => {
    stub.behave(({ headers }) => ({ status: 401, raw: `bad ${headers.authorization}` }))
    expect(JSON.stringify(await round())).not.toContain(KEY)
  })

  it('never answering is cut, once an answer’s time or the round’s is over', async () => {
    stub.behave(() => 'hang')
    const started = performance.now()
    expect(await round({ answerMs: 100 })).toMatchObject({ asked: 0, dropped: { timeout: 3 } })
    const late = new AbortController()
    stub.behave(() => {
      late.abort(new DOMException('the round is over', 'TimeoutError'))
      return 'hang'
    })
    const counts = await round({ deadline: late.signal })
    expect(counts).toMatchObject({ dropped: { timeout: 1 }, stopped: { message: 'aidMinutes are over' } })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('and sends a key to nobody it is redirected to', async () => {
    const asked: string[] = []
    const other = createServer((request, response) => {
      asked.push(String(request.headers.authorization))
      response.end('{}')
    })
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
    stub.behave(() => ({ status: 308, raw: '', headers: { location } }))
    await round({ limit: 1 })
    other.close()
    expect(asked).toEqual([])
  })
})

describe('what is spent', () => {
  const ledger = () => JSON.parse(readFileSync(join(data, 'aid-spend.json'), 'utf8')) as { tokens: number }

  it('is capped for the day, over rounds and restarts', async () => {
    const all = await round()
    expect(all.asked).toBe(3)
    expect(ledger().tokens).toBe(all.tokens)
    const another = { endpoint: { url: stub.url, model: 'another' } }
    const counts = await round(another, all.tokens + 10)
    expect(counts).toMatchObject({
      asked: 0,
      left: 3,
      stopped: { isExpected: true, message: 'aidDailyTokens are spent' },
    })
    const tomorrow = openBudget(join(data, 'aid-spend.json'), 10_000, () => new Date('2026-11-21T00:00:01Z'))
    expect(tomorrow.left).toBe(10_000)
  })

  it('is what the endpoint says, but no less than we count', async () => {
    stub.usage = 0
    const { tokens } = await round({ limit: 1 })
    expect(tokens).toBeGreaterThan(300)
    stub.usage = 50_000
    expect((await round({ limit: 1 })).tokens).toBe(50_000)
  })

  it('counts an answer as spent that a kill or a timeout left open', async () => {
    stub.behave(() => 'hang')
    await round({ limit: 1, answerMs: 50 })
    expect(ledger().tokens).toBeGreaterThan(2_000)
  })

  it('is neither given back nor locked for long by a clock that jumps', async () => {
    const file = join(data, 'aid-spend.json')
    const at = (day: string) => openBudget(file, 1_000, () => new Date(`${day}T00:00:00Z`))
    await at('2027-11-20').reserve(900)
    const back = at('2026-11-20')
    expect(back.left).toBe(100)
    await back.reserve(50)
    expect(at('2026-11-21').left).toBe(1_000)
  })

  it('is not guessed from a damaged ledger', () => {
    const file = join(data, 'aid-spend.json')
    writeFileSync(file, '{"day": "2026-11')
    expect(() => openBudget(file, 1_000, () => NOW)).toThrow(/aid-spend\.json: expected \{"day"/)
    expect(existsSync(file)).toBe(true)
  })
})
