import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needsBuild } from './needs-build.ts';
import { readOptions, run } from './options.ts';
import { SERVE_OPTIONS, serveUntilStopped, servingFrom } from './serve.ts';

const HELP = `Builds the site if needed, and serves it as a static host would.

${SERVE_OPTIONS}`;

const main = async (args: readonly string[]): Promise<void> => {
  const options = readOptions(args, ['port', 'host', 'base']);
  if (options.help) {
    console.log(HELP);
    return;
  }
  const serving = servingFrom(options, process.env);
  const base = serving.base ?? '/';
  process.env['BASE_PATH'] = base;
  if (await needsBuild(resolve('.'), base)) {
    console.log('Building the site first.');
    const { build, settingsFrom } = await import('../build/build.ts');
    await build({ ...settingsFrom(process.env), out: 'dist' });
  }
  await serveUntilStopped({ root: 'dist', ...serving });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
