import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // jieba's dictionary is process-wide and takes a third of a second to load: few workers, each on many files.
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    // a worker holds many plans: with room for what is short-lived, they are seldom collected (a sixth less of CPU)
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128'],
    // promises that do not hold yet: run, and expected to fail
    setupFiles: ['test/known-wrong.ts'],
    // only what hangs meets these limits: tests wait for states, however busy the machine is
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
