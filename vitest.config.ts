import { defineConfig } from 'vitest/config'

/** TZ is UTC and the network is loopback only in every test; test/setup.ts enforces the latter. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    env: { TZ: 'UTC' },
    // These only end what hangs: a machine that is busy with other work must fail no test.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // Whoever waits for something waits a second by default, which a busy machine may need for less.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', './test/reporter.ts'],
  },
})
