import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../../tests/engines/chromium.ts';
import { FIREFOX, find, NotInstalled } from '../../tests/engines/find.ts';
import { startFirefox } from '../../tests/engines/firefox.ts';
import type { Engine } from '../../tests/engines/tab.ts';
import { walkThrough } from '../../tests/engines/walk.ts';
import { startWebKit } from '../../tests/engines/webkit.ts';
import { NoChromium } from '../build/chromium.ts';
import { builtSite } from './built-site.ts';
import { parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { serve } from './serve.ts';

const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  chromium: startChromium,
  firefox: async () => startFirefox(find(FIREFOX)),
  webkit: startWebKit,
};

const NAMES = Object.keys(ENGINES).join(', ');

const HELP = `Walks through the built site in three browser engines: from home to a result, its link in a second profile,
Change, Back and Reload. Installs what is missing on Debian, as root; elsewhere says what it skips, and why; an engine that
is named and skipped is a failure.

  npm run test:engines -- [engine …]   of ${NAMES}; all unless named
  --site <folder>                      a site that is built already, below the address /`;

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

async function walkIn(name: string, address: string, tally: Tally): Promise<void> {
  let engine: Engine;
  try {
    const start = ENGINES[name];
    if (!start) throw new UnusableOption(`There is no engine “${name}”; there are ${NAMES}.`);
    engine = await start();
  } catch (problem) {
    if (!(problem instanceof NotInstalled || problem instanceof NoChromium)) throw problem;
    tally.skipped++;
    console.log(`${name}: skipped. ${problem.message}`);
    return;
  }
  console.log(`${engine.name}:`);
  try {
    for (const step of walkThrough(engine, address)) {
      const start = Date.now();
      try {
        await step.run();
        tally.passed++;
        console.log(`  ✓ ${step.name} (${Date.now() - start} ms)`);
      } catch (problem) {
        tally.failed++;
        console.log(`  ✗ ${step.name}\n      ${problem instanceof Error ? problem.message : problem}`);
        // Every step goes on from where the one before it ended.
        return;
      }
    }
  } finally {
    await engine.close();
  }
}

const OPTIONS = { site: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

await run(async () => {
  const { values, positionals } = parsed(
    { options: OPTIONS, allowPositionals: true },
    `Name engines (${NAMES}), or --site.`,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const names = positionals.length > 0 ? positionals : Object.keys(ENGINES);
  const unknown = names.find((name) => !Object.hasOwn(ENGINES, name));
  if (unknown !== undefined) throw new UnusableOption(`There is no engine “${unknown}”; there are ${NAMES}.`);
  const given = values.site === undefined ? undefined : builtSite(process.env, values.site);
  const folder = given ? undefined : await mkdtemp(join(tmpdir(), 'counterpoint-engines-'));
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (folder) {
      // Not before it is needed: it brings Vite along.
      const { build, settingsFrom } = await import('../build/build.ts');
      await build({ ...settingsFrom({}), out: join(folder, 'site') });
    }
    const { address, close } = await serve({ root: given ?? join(folder ?? '', 'site'), port: 0 });
    try {
      for (const name of names) await walkIn(name, address, tally);
    } finally {
      await close();
    }
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
  console.log(`steps: ${tally.passed} passed, ${tally.failed} failed; engines skipped: ${tally.skipped}`);
  // Who names an engine wants to hear of it; the others are tried where they can be had.
  const isNamed = positionals.length > 0;
  if (tally.failed > 0 || (isNamed && tally.skipped > 0)) process.exitCode = 1;
});
