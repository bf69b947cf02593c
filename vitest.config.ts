import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/one-folder.ts', 'test/support/rules-built.ts'],
    disableConsoleIntercept: true,
    // modules keep nothing that one test could leave to the next, and to load them anew for each file takes a fifth of the run
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
