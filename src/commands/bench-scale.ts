import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { makeProject, snapshot } from '../../tests/bench/copies.ts';
import { medianOf, tableOf } from '../../tests/bench/figures.ts';
import { measure } from '../../tests/bench/measure.ts';
import { scriptsNamed } from '../../tests/bench/scripts-named.ts';
import { flows } from '../flows/index.ts';
import { longestWalk } from './bench.ts';
import { inChromium } from './built-site.ts';
import { parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';

const HELP = `Builds sites of many flows, copies of those that there are, and reports how things grow.

  --sizes <numbers>  how many flows, with commas between them (default 7,70,700)
  --runs <number>    how often the first answer is timed (default 3; 0 leaves it out)
  --json             prints the figures as JSON
  --save             writes them to tests/bench/scale.json too`;

const MOST = 5000;

/** What a person asked of the command. */
export interface Wanted {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly json: boolean;
  readonly save: boolean;
  readonly help: boolean;
}

/** Returns what the command’s arguments ask for. */
export function wantedFrom(args: readonly string[]): Wanted {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const options = { sizes: text, runs: text, json: flag, save: flag, help: flag };
  const { values } = parsed({ args: [...args], options }, 'The options are --sizes, --runs, --json and --save.');
  const { sizes: list = '7,70,700', runs = '3', json, save, help } = values;
  const sizes = list.split(',').map((size) => (/^\s*\d{1,4}\s*$/.test(size) ? Number(size) : 0));
  if (sizes.some((size) => size < 1 || size > MOST))
    throw new UnusableOption(
      `--sizes has to be whole numbers from 1 to ${MOST} with commas between them, and is “${list}”.`,
    );
  if (!/^\d{1,2}$/.test(runs))
    throw new UnusableOption(`--runs has to be a whole number from 0 to 99, and is “${runs}”.`);
  return { sizes, runs: Number(runs), json, save, help };
}

/** What was found about a site of so many flows; bytes as sent, times in milliseconds. */
export interface Grown {
  readonly flows: number;
  readonly pages: number;
  /** The whole build by the clock, and the time that it kept a processor busy. */
  readonly build: number;
  readonly processor: number;
  /** HTML and JavaScript of a question page. */
  readonly beforeFirstQuestion: number;
  readonly home: number;
  readonly firstAnswer?: number;
}

const sentBytes = async (file: string): Promise<number> => brotliCompressSync(await readFile(file)).length;

async function firstAnswer(site: string, runs: number): Promise<number> {
  const [flow] = flows;
  if (!flow) throw new Error('there is no flow');
  return inChromium({ root: site }, async (browser, address) => {
    const times: number[] = [];
    for (let turn = 0; turn <= runs; turn++) {
      const measured = await measure(browser, `${address}${flow.id}/`, longestWalk(flow));
      // The first visit warms the server and the browser.
      if (turn > 0) times.push(measured.firstAnswer);
    }
    return medianOf(times);
  });
}

async function grow(root: string, count: number, runs: number): Promise<Grown> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-scale-'));
  try {
    const project = join(folder, 'project');
    makeProject(
      root,
      project,
      flows.map(({ id }) => id),
      count,
    );
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=6000', '--import', 'tsx', resolve('tests/bench/rough-build.ts')],
      { cwd: project, maxBuffer: 2 ** 28 },
    );
    const { wall, processor, pages } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
    const site = join(project, 'dist');
    const question = join(site, flows[0]?.id ?? '', 'index.html');
    const scripts = scriptsNamed(await readFile(question, 'utf8')).filter((path) => existsSync(join(site, path)));
    const sizes = await Promise.all([question, ...scripts.map((path) => join(site, path))].map(sentBytes));
    return {
      flows: count,
      pages: pages ?? 0,
      build: wall ?? 0,
      processor: processor ?? 0,
      beforeFirstQuestion: sizes.reduce((sum, size) => sum + size, 0),
      home: await sentBytes(join(site, 'index.html')),
      ...(runs > 0 ? { firstAnswer: await firstAnswer(site, runs) } : {}),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How much more than linearly a build may grow, and more bytes a question page may have, for noise and longer names. */
const ROOM = 1.1;
const MORE_BYTES = 200;

/** Returns a sentence for each thing that grows faster than it may. */
export function outgrown(all: readonly Grown[]): readonly string[] {
  return all.slice(1).flatMap((large, index) => {
    const small = all[index];
    if (!small) return [];
    const times = large.flows / small.flows;
    const built = large.processor / small.processor;
    const more = large.beforeFirstQuestion - small.beforeFirstQuestion;
    return [
      ...(built > times * ROOM
        ? [`The build of ${large.flows} flows took ${built.toFixed(1)} times that of ${small.flows}.`]
        : []),
      ...(more > MORE_BYTES
        ? [`With ${large.flows} flows, ${more} bytes more come before the first question than with ${small.flows}.`]
        : []),
    ];
  });
}

const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Returns what was found as a table. */
export const growthTable = (all: readonly Grown[]): string =>
  tableOf([
    ['flows', 'pages', 'build', 'processor', 'before the first question', 'home page', 'first answer'],
    ...all.map((each) => [
      String(each.flows),
      String(each.pages),
      seconds(each.build),
      seconds(each.processor),
      kilobytes(each.beforeFirstQuestion),
      kilobytes(each.home),
      each.firstAnswer === undefined ? '–' : `${Math.round(each.firstAnswer)} ms`,
    ]),
  ]);

const main = async (args: readonly string[]): Promise<void> => {
  const wanted = wantedFrom(args);
  if (wanted.help) {
    print(HELP);
    return;
  }
  const found: Grown[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-scale-'));
  try {
    // Every size is built from the same files, whatever is written to the project meanwhile.
    snapshot(resolve('.'), join(folder, 'now'));
    for (const size of wanted.sizes) {
      console.error(`Building a site of ${size} flows.`);
      found.push(await grow(join(folder, 'now'), size, wanted.runs));
      console.error(growthTable(found.slice(-1)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const report = { date: new Date().toISOString().slice(0, 10), sizes: found };
  const json = JSON.stringify(report, (_, value) => (typeof value === 'number' ? Math.round(value) : value), 2);
  if (wanted.save) await writeFile('tests/bench/scale.json', `${json}\n`);
  print(wanted.json ? json : `\n${growthTable(found)}`);
  const sentences = outgrown(found);
  for (const line of sentences) console.error(line);
  if (sentences.length > 0) process.exitCode = 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
