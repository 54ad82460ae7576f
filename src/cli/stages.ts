import type { Output } from './output.ts'

/** What a stage says when it is done. */
export interface StageResult {
  /** Counts, in words. */
  line: string
  fields?: Record<string, unknown>
  /** What a person should know, each on a line of its own: sources that failed. */
  notes?: string[]
}

/** A step of a longer command. */
export interface Stage {
  name: string
  /** `tell` shows how far it is, on a terminal. */
  run: (tell: (text: string) => void) => Promise<StageResult>
}

/**
 * Runs stages in order, one line each with its seconds: a live list on a terminal, plain lines otherwise, JSON lines when
 * asked. A stage that throws ends the list.
 */
export async function runStages(stages: Stage[], output: Output, isJson: boolean): Promise<void> {
  const isLive = !isJson && process.stdout.isTTY === true
  if (isLive) return runLive(stages)
  for (const stage of stages) {
    const { result, seconds } = await time(() => stage.run(() => undefined))
    output.report('stage', { stage: stage.name, seconds, ...result.fields }, format(stage, result, seconds))
    for (const note of result.notes ?? []) output.report('note', { stage: stage.name }, `${INDENT}${note}`)
  }
}

const NAME_WIDTH = 9
const INDENT = ' '.repeat(NAME_WIDTH + 9)

async function runLive(stages: Stage[]): Promise<void> {
  const { Listr } = await import('listr2')
  const tasks = stages.map((stage) => ({
    title: stage.name,
    rendererOptions: { persistentOutput: true, outputBar: Number.POSITIVE_INFINITY },
    task: async (_: unknown, task: { title: string; output: string }) => {
      const { result, seconds } = await time(() =>
        stage.run((text) => {
          task.title = `${stage.name.padEnd(NAME_WIDTH)} ${text}`
        }),
      )
      task.title = format(stage, result, seconds)
      for (const note of result.notes ?? []) task.output = note
    },
  }))
  await new Listr(tasks, { registerSignalListeners: false }).run()
}

async function time(run: () => Promise<StageResult>): Promise<{ result: StageResult; seconds: number }> {
  const started = performance.now()
  const result = await run()
  return { result, seconds: Math.round((performance.now() - started) / 100) / 10 }
}

const format = ({ name }: Stage, { line }: StageResult, seconds: number) =>
  `${name.padEnd(NAME_WIDTH)} ${seconds.toFixed(1).padStart(5)} s  ${line}`
