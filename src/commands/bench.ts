import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, figuresOf, ratioOf, tableOf } from '../../tests/bench/figures.ts';
import { floorPage } from '../../tests/bench/floor/page.ts';
import { type Measured, measure, type Press } from '../../tests/bench/measure.ts';
import { launch } from '../build/chromium.ts';
import { loadContent } from '../content/load.ts';
import { optionOf, questionOf } from '../domain/answer.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { pathsOf } from '../domain/paths.ts';
import { flowNamed, parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';
import { serve } from './serve.ts';

const HELP = `Measures the question page against the plainest static page of the same words, in headless Chromium:
slow 4G (1.6 Mbit/s, 150 ms), a processor slowed four times, an empty cache, interleaved runs.

  --runs <number>  how many runs of each (default 7)
  --flow <id>      whose questions (default accept-coworker)
  --site <folder>  a site that is built already, below the address /
  --json           prints the figures as JSON
  --save           writes them to tests/bench/latest.json and into the README too`;

/** What may be slower than the floor, and how much. */
const BUDGETS = { firstAnswer: 1.1, slowestLater: 1.2 } as const;

const MOST_RUNS = 100;

/** What a person asked of the benchmark. */
export interface Wanted {
  readonly runs: number;
  readonly flow: MachineFlow;
  readonly site?: string;
  readonly json: boolean;
  readonly save: boolean;
  readonly help: boolean;
}

/** Returns what the command’s arguments ask for. */
export function wantedFrom(args: readonly string[]): Wanted {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const options = { runs: text, flow: text, site: text, json: flag, save: flag, help: flag };
  const { values } = parsed({ args: [...args], options }, 'The options are --runs, --flow, --site, --json and --save.');
  const { runs = '7', flow = 'accept-coworker', site, json, save, help } = values;
  const count = /^\d{1,3}$/.test(runs) ? Number(runs) : 0;
  if (count < 1 || count > MOST_RUNS)
    throw new UnusableOption(`--runs has to be a whole number from 1 to ${MOST_RUNS}, and is “${runs}”.`);
  if (site !== undefined && !existsSync(join(site, 'index.html')))
    throw new UnusableOption(`There is no built site in “${site}”.`);
  return { runs: count, flow: flowNamed(flow), json, save, help, ...(site === undefined ? {} : { site }) };
}

/** Returns the longest walk of a flow, but its last answer: after each of these a question follows. */
export function longestWalk(flow: MachineFlow): readonly Press[] {
  const [longest] = [...pathsOf(flow)].sort((one, other) => other.trail.length - one.trail.length);
  return (longest?.trail ?? []).slice(0, -1).map((answer) => [questionOf(answer), optionOf(answer)]);
}

type Figures = Record<keyof Measured, Figure>;

/** What the benchmark found. */
export interface Report {
  readonly date: string;
  readonly flow: string;
  readonly runs: number;
  readonly machine: string;
  readonly browser: string;
  /** How many programs wanted a processor, over the minute before and the minute at the end; zeros on Windows. */
  readonly load: readonly [before: number, after: number];
  readonly site: Figures;
  readonly floor: Figures;
  readonly ratios: Partial<Record<keyof Measured, number>>;
}

/** Returns a sentence for each budget that a report passes. */
export const overBudget = ({ ratios }: Pick<Report, 'ratios'>): readonly string[] =>
  Object.entries(BUDGETS).flatMap(([name, most]) => {
    const ratio = ratios[name as keyof typeof BUDGETS];
    return ratio !== undefined && ratio > most
      ? [`${LINES[name as keyof typeof BUDGETS][0]}: ${ratio.toFixed(2)} times the floor, and the budget is ${most}.`]
      : [];
  });

const bytes = (count: number): string => `${(count / 1000).toFixed(1)} kB`;
const ms = (time: number): string => `${Math.round(time)} ms`;
const plain = (number: number): string => String(Math.round(number * 10_000) / 10_000);

const LINES: Readonly<Record<keyof Measured, readonly [what: string, shown: (value: number) => string]>> = {
  bytes: ['Bytes until the page is quiet', bytes],
  htmlBytes: ['HTML', bytes],
  scriptBytes: ['JavaScript', bytes],
  firstPaint: ['First contentful paint', ms],
  largestPaint: ['Largest contentful paint', ms],
  layoutShift: ['Layout shift', plain],
  blocking: ['Blocking time', ms],
  firstAnswer: ['The first answer takes effect', ms],
  slowestLater: ['The slowest answer after that', ms],
  laterAnswer: ['The middle answer after that', ms],
  presses: ['Presses', plain],
};

/** Returns what has to be said about a report's noise; undefined where the machine was quiet before it. */
export const noiseOf = ({ load: [before] }: Pick<Report, 'load'>, processors: number): string | undefined =>
  before > processors / 2
    ? `Other programs kept this machine busy (a load of ${before.toFixed(1)} on ${processors} processors): measure again when it is quiet.`
    : undefined;

/** Returns a report as a table. */
export function reportTable({ site, floor, ratios }: Report): string {
  const cells = (figure: Figure, shown: (value: number) => string): readonly string[] => [
    shown(figure.median),
    figure.least === figure.most ? '' : `${shown(figure.least)} – ${shown(figure.most)}`,
  ];
  const rows = (Object.keys(LINES) as (keyof Measured)[]).map((name) => {
    const [what, shown] = LINES[name];
    return [what, ...cells(site[name], shown), ...cells(floor[name], shown), ratios[name]?.toFixed(2) ?? ''];
  });
  return tableOf([['median, range', 'Counterpoint', '', 'the floor', '', 'ratio'], ...rows]);
}

/** The part of the README that `--save` fills. */
const IN_README = /(<!-- bench:begin[^>]*-->\n)[\s\S]*(<!-- bench:end -->)/;

/** Returns the README with a report’s ratios between its marks, and their date. */
export function withRatios(
  readme: string,
  report: Pick<Report, 'date' | 'ratios' | 'runs' | 'site' | 'floor'>,
): string {
  const { date, ratios, runs, site, floor } = report;
  const rows = (['firstPaint', 'firstAnswer', 'slowestLater'] as const).map((name) => {
    const [what, shown] = LINES[name];
    const budget = name === 'firstPaint' ? '' : BUDGETS[name];
    return `| ${what} | ${shown(site[name].median)} | ${shown(floor[name].median)} | ${ratios[name]?.toFixed(1)} | ${budget} |`;
  });
  const table = [
    `${date}, medians of ${runs} runs:`,
    '',
    '| measured | Counterpoint | the plainest page | ratio | aim |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return readme.replace(IN_README, (_, begin: string, end: string) => `${begin}\n${table.join('\n')}\n\n${end}`);
}

async function bench({ runs, flow, site }: Wanted, say: (line: string) => void): Promise<Report> {
  const root = resolve('.');
  const before = loadavg()[0] ?? 0;
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-bench-'));
  try {
    if (site === undefined) {
      say('Building the site.');
      // Not before it is needed: it brings Vite along.
      const { build, settingsFrom } = await import('../build/build.ts');
      // Pictures are no part of what is measured, and the table of budgets is none of `--json`.
      await build({ ...settingsFrom({}), root, out: join(folder, 'site'), isRough: true });
    }
    await mkdir(join(folder, 'floor'));
    await writeFile(join(folder, 'floor/index.html'), floorPage(loadContent(root), flow));
    const trail = longestWalk(flow);
    const servers = await Promise.all([
      serve({ root: site ?? join(folder, 'site'), port: 0 }),
      serve({ root: join(folder, 'floor'), port: 0 }),
    ]);
    const [served, floor] = servers;
    const browser = await launch();
    const found = { site: [] as Measured[], floor: [] as Measured[] };
    const addresses = { site: `${served.address}${flow.id}/`, floor: floor.address };
    try {
      // A first visit to each warms the server and the browser, and counts for nothing.
      for (let turn = 0; turn <= runs; turn++) {
        // Each goes first every other time.
        const order = turn % 2 === 0 ? (['floor', 'site'] as const) : (['site', 'floor'] as const);
        for (const name of order) {
          const measured = await measure(browser, addresses[name], trail);
          if (turn > 0) found[name].push(measured);
        }
        if (turn > 0)
          say(
            `Run ${turn} of ${runs}: the first answer ${ms(found.site.at(-1)?.firstAnswer ?? 0)}, the floor ${ms(found.floor.at(-1)?.firstAnswer ?? 0)}.`,
          );
      }
    } finally {
      await browser.close();
      await Promise.all(servers.map(({ close }) => close()));
    }
    const figures = { site: figuresOf(found.site as never), floor: figuresOf(found.floor as never) } as Record<
      'site' | 'floor',
      Figures
    >;
    const ratios = Object.fromEntries(
      (Object.keys(LINES) as (keyof Measured)[]).flatMap((name) => {
        const ratio = ratioOf(figures.site[name], figures.floor[name]);
        return ratio === undefined || name === 'presses' ? [] : [[name, Math.round(ratio * 100) / 100]];
      }),
    );
    const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
    const date = new Date().toISOString().slice(0, 10);
    return {
      date,
      flow: flow.id,
      runs,
      machine,
      browser: `Chromium ${browser.version()}`,
      load: [before, loadavg()[0] ?? 0],
      ...figures,
      ratios,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const main = async (args: readonly string[]): Promise<void> => {
  const wanted = wantedFrom(args);
  if (wanted.help) {
    print(HELP);
    return;
  }
  const report = await bench(wanted, (line) => console.error(line));
  const json = JSON.stringify(
    report,
    (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value),
    2,
  );
  if (wanted.save) {
    await writeFile('tests/bench/latest.json', `${json}\n`);
    await writeFile('README.md', withRatios(await readFile('README.md', 'utf8'), report));
  }
  print(wanted.json ? json : `\n${reportTable(report)}`);
  const noise = noiseOf(report, cpus().length);
  if (noise !== undefined) console.error(noise);
  const over = overBudget(report);
  for (const line of over) console.error(line);
  if (over.length > 0) process.exitCode = 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
