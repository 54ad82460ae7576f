import { z } from 'astro/zod'
import type { Message } from '../core/aid/prompt.ts'

/** Where a language model answers: any endpoint that speaks OpenAI's chat completions. */
export interface Endpoint {
  /** Its base, `http://127.0.0.1:11434/v1`. */
  url: string
  model: string
  /** Sent as a bearer token, and nowhere else. */
  key?: string | undefined
}

/** An answer and what it cost. */
export interface Answer {
  content: string
  /** As the endpoint counts them, and never less than our own estimate. */
  tokens: number
}

/** The endpoint gave no answer. `code` says why: unreachable, timeout, http-<status>, too-large, rubbish. */
export class AidError extends Error {
  override readonly name = 'AidError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Tokens that an answer may have. */
export const MOST_ANSWER_TOKENS = 2_000
const MOST_BYTES = 1_000_000

const answerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().optional() }).optional(),
})

/** A token has some four Latin letters, a Han character at least one token: more is assumed than most models count. */
export const estimateTokens = (text: string) =>
  Math.ceil([...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.3 : 1.2), 0))

/** Asks once. No tools, no redirects, no second try: what fails is asked again in a later round. */
export async function ask(
  { url, model, key }: Endpoint,
  messages: Message[],
  signal: AbortSignal,
): Promise<Answer> {
  const body = JSON.stringify({
    model,
    messages,
    temperature: 0,
    max_tokens: MOST_ANSWER_TOKENS,
    response_format: { type: 'json_object' },
  })
  const text = await send(`${url.replace(/\/$/, '')}/chat/completions`, { body, key, signal })
  const parsed = answerSchema.safeParse(parseJson(text)).data
  if (!parsed) throw new AidError('rubbish', `${url} gave no chat completion, but ${text.slice(0, 80)}`)
  const { content } = parsed.choices[0]!.message
  const estimate = estimateTokens(body) + estimateTokens(content)
  return { content, tokens: Math.max(Math.ceil(parsed.usage?.total_tokens ?? 0), estimate) }
}

async function send(
  url: string,
  { body, key, signal }: { body: string; key: string | undefined; signal: AbortSignal },
): Promise<string> {
  try {
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    // A redirect would carry the key and the text to somebody else.
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
    const text = await readBody(response)
    if (!response.ok)
      throw new AidError(
        `http-${response.status}`,
        `${url} answers ${response.status}: ${text.slice(0, 200).replaceAll(key || '\0', '…')}`,
      )
    return text
  } catch (cause) {
    if (cause instanceof AidError) throw cause
    if (signal.aborted) throw new AidError('timeout', `${url} did not answer in time`, { cause })
    throw new AidError('unreachable', `${url} cannot be reached: ${reasonOf(cause)}`, { cause })
  }
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_BYTES) throw new AidError('too-large', `${response.url} sends more than 1 MB`)
  }
  return text + decoder.decode()
}

const reasonOf = (error: unknown) =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
