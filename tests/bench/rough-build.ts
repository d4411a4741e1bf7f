// Builds the project that it is run in, roughly, and prints how long that took: run by `npm run bench:scale`.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const start = performance.now();
const module = pathToFileURL(join(resolve('.'), 'src/build/build.ts')).href;
const { build, settingsFrom } = (await import(module)) as typeof import('../../src/build/build.ts');
const { pages } = await build({ ...settingsFrom({}), out: 'dist', isRough: true });
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const took = { wall: performance.now() - start, processor: (userCPUTime + systemCPUTime) / 1000, pages: pages.length };
console.log(JSON.stringify(took));
