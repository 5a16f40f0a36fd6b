import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,packages,tests,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/fixtures/**', 'build/**'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/hang-watch.ts'],
    // Two machines' worth of databases would not fit in two cores: PGlite is a whole PostgreSQL per suite.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // An unhandled rejection or a test that asserts nothing is a failure, not a remark.
    dangerouslyIgnoreUnhandledErrors: false,
    expect: { requireAssertions: true },
  },
})
