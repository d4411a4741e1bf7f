import base from '../../stryker.config.json' with { type: 'json' };

/** The flows are tried as all else is, save for what follows from their being tables. */
export default {
  ...base,
  mutate: ['src/flows/*.ts'],
  vitest: { configFile: 'tests/mutation/flows.vitest.config.ts' },
  incrementalFile: 'reports/mutation/flows-incremental.json',
  jsonReporter: { fileName: 'reports/mutation/flows.json' },
};
