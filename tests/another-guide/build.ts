import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, settingsFrom } from '../../src/build/build.ts';
import { flows } from './src/flows/index.ts';

/** Builds the example guide into a folder, without preview pictures and budgets. */
export const buildAnotherGuide = async (out: string): Promise<void> => {
  const settings = { ...settingsFrom({}), root: resolve(import.meta.dirname, '../..'), out, isRough: true };
  await build(settings, { flows, folder: import.meta.dirname });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAnotherGuide(process.argv[2] ?? '');
