import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Figure, figuresOf, ratioOf, tableOf } from '../../tests/bench/figures.ts';
import { designedPage, plainPage } from '../../tests/bench/floor/page.ts';
import { type Measured, measure, type Press } from '../../tests/bench/measure.ts';
import { loadContent } from '../content/load.ts';
import { optionOf, questionOf } from '../domain/answer.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import { pathsOf } from '../domain/paths.ts';
import { inChromium } from './built-site.ts';
import { flowNamed, parsed } from './choice.ts';
import { run, UnusableOption } from './options.ts';
import { print } from './output.ts';
import { serve } from './serve.ts';

const HELP = `Measures the question page in headless Chromium: slow 4G (1.6 Mbit/s, 150 ms), a processor slowed four times,
an empty cache, interleaved runs. Against it stand two static pages of one file and a few lines of script:
the same words and the same look, and the same words alone.

  --runs <number>  how many runs of each (default 7)
  --flow <id>      whose questions (default accept-coworker)
  --site <folder>  a site that is built already, below the address /
  --json           prints the figures as JSON
  --save           writes them to tests/bench/latest.json and into the README too`;

/** What may be slower than on the static page of the same look, and how much. */
const AIMS = { firstAnswer: 1.1, laterAnswer: 1.2 } as const;

const MOST_RUNS = 100;

/** So many milliseconds pass before a page is measured. */
const SETTLING = 300;

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
  const { values } = parsed(
    { args: [...args], options },
    'The options are --runs, --flow, --site, --json, --save and --help.',
  );
  const { runs = '7', flow = 'accept-coworker', site, json, save, help } = values;
  const count = /^\d{1,3}$/.test(runs) ? Number(runs) : 0;
  if (count < 1 || count > MOST_RUNS)
    throw new UnusableOption(`--runs has to be a whole number from 1 to ${MOST_RUNS}, and is “${runs}”.`);
  if (site !== undefined && !existsSync(join(site, 'index.html')))
    throw new UnusableOption(`There is no built site in “${site}”.`);
  if (save && (site !== undefined || values.flow !== undefined))
    throw new UnusableOption('--save writes what the README says of this project: leave --flow and --site out.');
  return { runs: count, flow: flowNamed(flow), json, save, help, ...(site === undefined ? {} : { site }) };
}

/** Returns the longest walk of a flow, but its last answer: after each of these a question follows. */
export function longestWalk(flow: MachineFlow): readonly Press[] {
  const [longest] = [...pathsOf(flow)].sort((one, other) => other.trail.length - one.trail.length);
  return (longest?.trail ?? []).slice(0, -1).map((answer) => [questionOf(answer), optionOf(answer)]);
}

type Figures = Record<keyof Measured, Figure>;
type Ratios = Partial<Record<keyof Measured, number>>;

/** The pages that are measured: the site's, and the static ones of the same words; the first of those looks the same. */
const PAGES = ['site', 'designed', 'plain'] as const;
type PageName = (typeof PAGES)[number];

/** What the benchmark found. */
export interface Report {
  readonly date: string;
  readonly flow: string;
  readonly runs: number;
  readonly machine: string;
  readonly browser: string;
  /** How many programs wanted a processor, over the minute before and the minute at the end; zeros on Windows. */
  readonly load: readonly [before: number, after: number];
  readonly pages: Readonly<Record<PageName, Figures>>;
  /** How many times the site's page takes what the static one takes. */
  readonly ratios: Readonly<Record<Exclude<PageName, 'site'>, Ratios>>;
}

/** Returns a sentence for each aim that a report misses. */
export const missedAims = ({ ratios }: Pick<Report, 'ratios'>): readonly string[] =>
  Object.entries(AIMS).flatMap(([name, most]) => {
    const ratio = ratios.designed[name as keyof typeof AIMS];
    return ratio !== undefined && ratio > most
      ? [
          `${LINES[name as keyof typeof AIMS][0]}: ${ratio.toFixed(2)} times that of the same look, and the aim is ${most}.`,
        ]
      : [];
  });

const bytes = (count: number): string => `${(count / 1000).toFixed(1)} kB`;
const ms = (time: number): string => `${Math.round(time)} ms`;
const number = (value: number): string => String(Math.round(value * 10_000) / 10_000);

const LINES: Readonly<Record<keyof Measured, readonly [what: string, shown: (value: number) => string]>> = {
  bytes: ['Bytes until the page is quiet', bytes],
  htmlBytes: ['HTML', bytes],
  scriptBytes: ['JavaScript', bytes],
  firstPaint: ['First contentful paint', ms],
  largestPaint: ['Largest contentful paint', ms],
  layoutShift: ['Layout shift', number],
  blocking: ['Blocking time', ms],
  firstAnswer: ['The first answer takes effect', ms],
  slowestLater: ['The slowest answer after that', ms],
  laterAnswer: ['The middle answer after that', ms],
  presses: ['Presses', number],
};

/** Returns what has to be said about a report's noise; undefined where the machine was quiet before it. */
export const noiseOf = ({ load: [before] }: Pick<Report, 'load'>, processors: number): string | undefined =>
  before > processors / 2
    ? `Other programs kept this machine busy (a load of ${before.toFixed(1)} on ${processors} processors): measure again when it is quiet.`
    : undefined;

/** Returns a report as a table. */
export function reportTable({ pages, ratios }: Report): string {
  const cells = (figure: Figure, shown: (value: number) => string): readonly string[] => [
    shown(figure.median),
    figure.least === figure.most ? '' : `${shown(figure.least)} – ${shown(figure.most)}`,
  ];
  const ratio = (value: number | undefined): string => value?.toFixed(2) ?? '';
  const rows = (Object.keys(LINES) as (keyof Measured)[]).map((name) => {
    const [what, shown] = LINES[name];
    const { site, designed, plain } = pages;
    return [
      what,
      ...cells(site[name], shown),
      ...cells(designed[name], shown),
      ratio(ratios.designed[name]),
      ...cells(plain[name], shown),
      ratio(ratios.plain[name]),
    ];
  });
  return tableOf([
    ['median, range', 'Counterpoint', '', 'same look', '', 'ratio', 'words alone', '', 'ratio'],
    ...rows,
  ]);
}

/** The part of the README that `--save` fills. */
const IN_README = /(<!-- bench:begin[^>]*-->\n)[\s\S]*(<!-- bench:end -->)/;

/** Returns the README with a report’s ratios between its marks, and their date. @throws where the marks are gone. */
export function withRatios(readme: string, report: Pick<Report, 'date' | 'ratios' | 'runs' | 'pages'>): string {
  const { date, ratios, runs, pages } = report;
  if (!IN_README.test(readme))
    throw new Error('README.md has lost its marks “<!-- bench:begin -->” and “<!-- bench:end -->”: put them back.');
  const rows = (['firstPaint', 'firstAnswer', 'laterAnswer', 'slowestLater'] as const).map((name) => {
    const [what, shown] = LINES[name];
    const against = (page: 'designed' | 'plain'): string =>
      `${shown(pages[page][name].median)} | ${ratios[page][name]?.toFixed(2)}`;
    const aim = AIMS[name as keyof typeof AIMS] ?? '';
    return `| ${what} | ${shown(pages.site[name].median)} | ${against('designed')} | ${aim} | ${against('plain')} |`;
  });
  const table = [
    `${date}, medians of ${runs} runs:`,
    '',
    '| measured | Counterpoint | same look | ratio | aim | words alone | ratio |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return readme.replace(IN_README, (_, begin: string, end: string) => `${begin}\n${table.join('\n')}\n\n${end}`);
}

/** Writes the static pages of the benchmark below `folder`, and returns in which folder each page that is measured stands. */
async function writeStatic(flow: MachineFlow, site: string, folder: string): Promise<Record<PageName, string>> {
  const content = loadContent(resolve('.'));
  const built = await readFile(join(site, flow.id, 'index.html'), 'utf8');
  const html = { designed: designedPage(built, content, flow), plain: plainPage(content, flow) };
  const folders = { site, designed: join(folder, 'designed'), plain: join(folder, 'plain') };
  await mkdir(join(folders.designed, 'assets'), { recursive: true });
  await mkdir(folders.plain);
  await writeFile(join(folders.designed, 'index.html'), html.designed);
  await writeFile(join(folders.plain, 'index.html'), html.plain);
  const fonts = (await readdir(join(site, 'assets'))).filter((file) => file.endsWith('.woff2'));
  for (const font of fonts) await copyFile(join(site, 'assets', font), join(folders.designed, 'assets', font));
  return folders;
}

/** Returns things in an order of chance: none is always measured after the same other. */
const shuffled = <Thing>(things: readonly Thing[]): readonly Thing[] =>
  things
    .map((thing) => [Math.random(), thing] as const)
    .sort(([one], [other]) => one - other)
    .map(([, thing]) => thing);

/** Visits every page so many times, in turns; returns what each visit has found, and in which browser. */
const visitAll = (
  folders: Readonly<Record<PageName, string>>,
  flow: MachineFlow,
  runs: number,
  say: (line: string) => void,
): Promise<{ readonly found: Record<PageName, Measured[]>; readonly browser: string }> =>
  inChromium({ root: folders.site }, async (browser, site) => {
    const trail = longestWalk(flow);
    const designed = await serve({ root: folders.designed, port: 0 });
    const plain = await serve({ root: folders.plain, port: 0 });
    const addresses: Record<PageName, string> = {
      site: `${site}${flow.id}/`,
      designed: designed.address,
      plain: plain.address,
    };
    const found: Record<PageName, Measured[]> = { site: [], designed: [], plain: [] };
    try {
      // A first visit to each warms the server and the browser, and counts for nothing.
      for (let turn = 0; turn <= runs; turn++) {
        for (const name of shuffled(PAGES)) {
          // What the visit before has left behind is cleared away first.
          await setTimeout(SETTLING);
          const measured = await measure(browser, addresses[name], trail);
          if (turn > 0) found[name].push(measured);
        }
        const [own, same, words] = PAGES.map((name) => ms(found[name].at(-1)?.firstAnswer ?? 0));
        if (turn > 0)
          say(`Run ${turn} of ${runs}: the first answer ${own}, the same look ${same}, the words alone ${words}.`);
      }
      return { found, browser: `Chromium ${browser.version()}` };
    } finally {
      await Promise.all([designed.close(), plain.close()]);
    }
  });

/** Returns how many times the one takes what the other takes, of everything that is measured. */
const ratiosOf = (site: Figures, other: Figures): Ratios =>
  Object.fromEntries(
    (Object.keys(LINES) as (keyof Measured)[]).flatMap((name) => {
      const ratio = ratioOf(site[name], other[name]);
      return ratio === undefined || name === 'presses' ? [] : [[name, Math.round(ratio * 100) / 100]];
    }),
  );

async function bench({ runs, flow, site: given }: Wanted, say: (line: string) => void): Promise<Report> {
  const before = loadavg()[0] ?? 0;
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-bench-'));
  try {
    if (given === undefined) {
      say('Building the site.');
      // Not before it is needed: it brings Vite along.
      const { build, settingsFrom } = await import('../build/build.ts');
      // Pictures are no part of what is measured, and the table of budgets is none of `--json`.
      await build({ ...settingsFrom({}), root: resolve('.'), out: join(folder, 'site'), isRough: true });
    }
    const folders = await writeStatic(flow, given ?? join(folder, 'site'), folder);
    const { found, browser } = await visitAll(folders, flow, runs, say);
    const site = figuresOf<keyof Measured>(found.site);
    const designed = figuresOf<keyof Measured>(found.designed);
    const plain = figuresOf<keyof Measured>(found.plain);
    return {
      date: new Date().toISOString().slice(0, 10),
      flow: flow.id,
      runs,
      machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`,
      browser,
      load: [before, loadavg()[0] ?? 0],
      pages: { site, designed, plain },
      ratios: { designed: ratiosOf(site, designed), plain: ratiosOf(site, plain) },
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
    // From the rounded figures, which stand in the file: the two have to agree.
    await writeFile('README.md', withRatios(await readFile('README.md', 'utf8'), JSON.parse(json)));
  }
  print(wanted.json ? json : `\n${reportTable(report)}`);
  const noise = noiseOf(report, cpus().length);
  if (noise !== undefined) console.error(noise);
  const missed = missedAims(report);
  for (const line of missed) console.error(line);
  if (missed.length > 0) process.exitCode = 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(() => main(process.argv.slice(2)));
