import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articles } from '../fixtures/site/press.ts'
import { openFixture } from './corpus.ts'

const ROOT = resolve(import.meta.dirname, '../..')
let fixture: Awaited<ReturnType<typeof openFixture>>
let client: Client

interface Result {
  content: { type: string; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}
const call = async (name: string, args: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: args })) as unknown as Result

beforeAll(async () => {
  fixture = await openFixture()
  client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['bin/redline.mjs', 'mcp', '--data', fixture.folder],
      cwd: ROOT,
      stderr: 'ignore',
    }),
  )
})
afterAll(async () => {
  await client.close()
  fixture.remove()
})

describe('redline mcp', () => {
  it('offers three tools that change nothing, and says how to quote', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search_findings', 'get_finding', 'cite'])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    expect(client.getInstructions()).toContain('character for character')
  })

  it('finds the same finding in three scripts, with a quote that stands in the source', async () => {
    for (const [query, language] of [
      ['blackmail Claude Opus 4', 'en'],
      ['勒索 Claude Opus 4', 'zh-Hans'],
      ['96% 勒索', 'zh-Hant'],
    ]) {
      const { structuredContent } = await call('search_findings', { query, language })
      const findings = structuredContent!['findings'] as { id: string; quote: string; page: string }[]
      const found = findings.find(({ id }) => id === 'f-blackmail-claude-opus-4')
      expect(found, query).toBeDefined()
      expect(articles.some(({ text }) => text.includes(found!.quote))).toBe(true)
      expect(found!.page).toContain(`/${language!.toLowerCase()}/findings/`)
    }
  })

  it('gives a finding with its appearances, and where a merged one went', async () => {
    const { structuredContent } = await call('get_finding', { id: 'f-blackmail-claude-opus-4' })
    const appearances = structuredContent!['appearances'] as { quote: string }[]
    expect(appearances.length).toBe(5)
    const [redirect] = fixture.corpus.redirects
    expect((await call('get_finding', { id: redirect!.id })).structuredContent).toMatchObject({
      movedTo: ['f-blackmail-claude-opus-4'],
    })
  })

  it('cites the producer first, or the record', async () => {
    const source = await call('cite', { id: 'f-blackmail-claude-opus-4' })
    expect(source.content[0]!.text).toBe(
      'Sample, A., & Example, B. (2026, August 3). When the assistant has something to lose: sixteen models in a simulated office. Sample Lab Notes. https://sample-lab.example/agentic-misalignment',
    )
    const record = await call('cite', { id: 'f-blackmail-claude-opus-4', of: 'record', style: 'gbt' })
    expect(record.content[0]!.text).toContain('[DS/OL]. Redline (2026-08-10)')
    const [figure] = fixture.corpus.figure.keys()
    expect((await call('cite', { id: figure, style: 'bibtex' })).content[0]!.text).toMatch(/^@\w+\{/)
  })

  it('refuses what it does not know in words that help, and stays alive', async () => {
    for (const [name, args] of [
      ['get_finding', { id: 'no-such' }],
      ['cite', { id: '../../etc/passwd' }],
      ['cite', { id: 'f-pause', style: 'mla' }],
      ['search_findings', { query: '' }],
      ['search_findings', { query: 'x', limit: 1000 }],
    ] as const) {
      const { isError, content } = await call(name, args)
      expect(isError, name).toBe(true)
      expect(content[0]!.text.length).toBeGreaterThan(10)
    }
    const { structuredContent } = await call('search_findings', { query: '!!!' })
    expect(structuredContent!['findings']).toEqual([])
  })
})
