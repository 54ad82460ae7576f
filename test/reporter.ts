import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Only the last lines of a failed run may be kept, so every failure is named in as many. */
const MOST_NAMED = 25
/** Room for the seed and the path of a property, which stand at the head of its message, and for a short counterexample. */
const LONGEST_LINE = 400

type Failure = Readonly<{ file: string; test: string; message: string }>

/**
 * Ends the run with one line for each failure, `failed: test/a.test.ts:12 > group > test: why`, and one plain line that any
 * script can read: `12 passed, 1 failed, 1 skipped`.
 */
export default class SummaryLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const test of tests) count[test.result().state]++
    const beside = [...modules.flatMap(besideTests), ...errors.map(unhandled)]
    const failures = [...tests.filter((test) => test.result().state === 'failed').map(ofTest), ...beside]
    const failed = count.failed + beside.length
    setImmediate(() =>
      console.log(
        [...nameAll(failures), `${count.passed} passed, ${failed} failed, ${count.skipped} skipped`].join(
          '\n',
        ),
      ),
    )
  }
}

/** One line for each failure; of too many, the first and how many more there are. */
export function nameAll(failures: readonly Failure[]): string[] {
  const lines = failures.slice(0, MOST_NAMED).map(({ file, test, message }) => {
    const name = [file, test].filter(Boolean).join(' > ')
    const why = stripVTControlCharacters(message).replaceAll(/\s+/g, ' ').trim()
    return `failed: ${name}: ${why}`.slice(0, LONGEST_LINE)
  })
  const rest = failures.length - lines.length
  return rest > 0 ? [...lines, `failed: and ${rest} more`] : lines
}

function ofTest(test: TestCase): Failure {
  const [error] = test.result().errors ?? []
  const { moduleId, relativeModuleId } = test.module
  const line = error?.stacks?.find(({ file }) => file === moduleId)?.line
  return {
    file: line === undefined ? relativeModuleId : `${relativeModuleId}:${line}`,
    test: test.fullName,
    message: messageOf(error),
  }
}

/** What failed in a file outside its tests: its import, or a hook of one of its groups. */
function besideTests(module: TestModule): Failure[] {
  const suites = [...module.children.allSuites()].map((suite) => ({
    test: suite.fullName,
    errors: suite.errors(),
  }))
  return [{ test: '', errors: module.errors() }, ...suites].flatMap(({ test, errors }) =>
    errors.map((error) => ({ file: module.relativeModuleId, test, message: messageOf(error) })),
  )
}

const unhandled = (error: unknown): Failure => ({
  file: 'outside every test',
  test: '',
  message: messageOf(error),
})

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error ?? 'no error was given')
