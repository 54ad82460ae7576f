import { openMeter } from './meter.ts'
import type { Output } from './output.ts'

/**
 * Runs a long command with one live line on a terminal: how many of `total` events named `step` are done, failures below it.
 * Elsewhere, and as JSON, each event is a line.
 */
export async function withProgress<T>(
  { title, step, total, log }: { title: string; step: string; total: number; log: string | undefined },
  output: Output,
  run: (output: Output) => Promise<T>,
): Promise<T> {
  if (log === 'json' || process.stdout.isTTY !== true) return run(output)
  const { Listr } = await import('listr2')
  let result: { value: T } | undefined
  const task = async (_: unknown, shown: { title: string; output: string }) => {
    const meter = openMeter(total, `${step}s`)
    const advance = (event: string) => {
      if (event === step) shown.title = `${title} ${meter.advance()}`
      return event === step
    }
    result = {
      value: await run({
        report: (event, _fields, line) => {
          if (!advance(event)) shown.output = line
        },
        fail: (event, _fields, line) => {
          advance(event)
          shown.output = line
        },
      }),
    }
  }
  const rendererOptions = { persistentOutput: true, outputBar: Number.POSITIVE_INFINITY }
  await new Listr([{ title, rendererOptions, task }], { registerSignalListeners: false }).run()
  return result!.value
}

/** Shows on a terminal what a long command without lines of its own tells; elsewhere nothing. */
export async function withLine<T>(
  title: string,
  log: string | undefined,
  run: (tell: (text: string) => void) => Promise<T>,
): Promise<T> {
  if (log === 'json' || process.stdout.isTTY !== true) return run(() => undefined)
  const { Listr } = await import('listr2')
  let result: { value: T } | undefined
  const task = async (_: unknown, shown: { title: string }) => {
    result = {
      value: await run((text) => {
        shown.title = `${title} ${text}`
      }),
    }
  }
  await new Listr([{ title, task }], { registerSignalListeners: false }).run()
  return result!.value
}
