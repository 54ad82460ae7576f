import { pino } from 'pino'

/** Where a command says what happened: a line for people, or a JSON object for machines, never both. */
export interface Output {
  /** `event` names what happened and is stable; `fields` are its data; `line` is the sentence for people. */
  report(event: string, fields: Record<string, unknown>, line: string): void
  /** The same for what went wrong. */
  fail(event: string, fields: Record<string, unknown>, line: string): void
}

/** `--log json` gives JSON lines (pino) on standard output; otherwise lines on standard output, failures on error. */
export function openOutput(format: string | undefined): Output {
  if (format !== 'json') {
    return {
      report: (_event, _fields, line) => process.stdout.write(`${line}\n`),
      fail: (_event, _fields, line) => process.stderr.write(`${line}\n`),
    }
  }
  const logger = pino({ base: null }, pino.destination({ dest: 1, sync: true }))
  return {
    report: (event, fields, line) => logger.info({ event, ...fields }, line),
    fail: (event, fields, line) => logger.error({ event, ...fields }, line),
  }
}
