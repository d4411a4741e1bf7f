import { defineConfig } from 'vitest/config';

// What holds the mutated folders. The tests of the page, the build and the commands, and those of flows larger than any
// that there is, would only make each mutant slower.
export default defineConfig({
  test: {
    include: ['tests/{domain,reasoning,link,flows,laws}/**/*.test.ts'],
    exclude: ['tests/reasoning/large.test.ts'],
    restoreMocks: true,
    setupFiles: ['tests/setup.ts', 'tests/mutation/fewer-runs.ts'],
    maxWorkers: 1,
    // The modules are loaded once for all files: that is most of what a mutant costs.
    isolate: false,
    // Stryker stops what runs for ever; on a busy machine the rest only takes its time.
    testTimeout: 120_000,
  },
});
