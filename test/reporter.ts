import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one plain line that any script can read: `12 passed, 0 failed, 1 skipped`. */
export default class SummaryLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) count.failed++
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    setImmediate(() =>
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`),
    )
  }
}
