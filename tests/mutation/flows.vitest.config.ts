import { defineConfig } from 'vitest/config';
import all from './vitest.config.ts';

// A flow is a table, made once when its file is loaded: a change of it is tried against all that holds flows.
export default defineConfig({ test: { ...all.test, include: ['tests/{laws,flows}/**/*.test.ts'] } });
