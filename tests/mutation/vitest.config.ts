import { defineConfig } from 'vitest/config';

// What holds the mutated folders; the tests of the page, the build and the commands would only make each mutant slower.
export default defineConfig({
  test: {
    include: ['tests/{domain,reasoning,link,flows,laws}/**/*.test.ts'],
    restoreMocks: true,
    setupFiles: ['tests/setup.ts'],
    maxWorkers: 1,
    // Stryker stops what runs for ever; on a busy machine the rest only takes its time.
    testTimeout: 120_000,
  },
});
