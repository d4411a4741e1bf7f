import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** A page as its budget sees it. */
export interface BudgetedPage {
  /** Below the base path: `accept-coworker/`, empty for the home page, or a file such as `404.html`. */
  readonly address: string;
  readonly kind: 'home' | 'question' | 'result' | 'other';
  /** The scripts that the page names, itself and preloaded ones, as paths below the site's folder. */
  readonly scripts: readonly string[];
  /** The scripts that a question page loads when it turns into a result. */
  readonly resultScripts?: readonly string[];
  /** Words that no script but this flow's holds, such as its questions: no other flow's page may load them. */
  readonly ownWords?: readonly string[];
}

/** One line of the table: the most that was found of something, where, and how much it may be. */
export interface BudgetRow {
  readonly what: string;
  readonly bytes: number;
  readonly most: number;
  readonly where: string;
}

/** What was found, and a sentence for each budget that is passed. */
export interface BudgetReport {
  readonly rows: readonly BudgetRow[];
  readonly violations: readonly string[];
}

/** What each thing may weigh, in bytes, compressed with brotli (fonts as they are). */
const BUDGETS = {
  firstFlight: 14_000,
  otherPage: 30_000,
  scripts: 84_000,
  resultScripts: 25_000,
  styles: 12_000,
  fonts: 32_000,
} as const;

const compress = promisify(brotliCompress);
const QUICK = 5;
const BEST = 11;

const sizeOf = async (content: string | Buffer, quality: number): Promise<number> => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return (await compress(content, { params })).length;
};

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const largest = <Item extends { readonly bytes: number }>(items: readonly Item[]): Item | undefined =>
  items.reduce<Item | undefined>((most, item) => (most && most.bytes >= item.bytes ? most : item), undefined);

const fileOf = (address: string): string => (/(?:^|\/)$/.test(address) ? `${address}index.html` : address);
const named = (address: string): string => `/${address}`;

interface Weighed {
  readonly where: string;
  readonly bytes: number;
}

/** How many pages of a kind are weighed with the best compression: those that the quick one found heaviest. */
const WEIGHED_WELL = 3;

/** Reads a file of the built site as it is below the address `/`: no budget is about how long a base path is. */
type Read = (path: string) => Promise<string>;

const readerOf =
  (outDir: string, base: string): Read =>
  async (path) =>
    (await readFile(join(outDir, path), 'utf8')).replaceAll(base, '/');

/** Weighs pages quickly, and those that may be the heaviest or too heavy once more with the best compression. */
const weighPages = async (read: Read, addresses: readonly string[], most: number): Promise<readonly Weighed[]> => {
  const quick = await Promise.all(
    addresses.map(async (address) => {
      const content = await read(fileOf(address));
      return { where: named(address), bytes: await sizeOf(content, QUICK), content };
    }),
  );
  const heaviest = quick.sort((one, other) => other.bytes - one.bytes);
  const doubtful = heaviest.filter(({ bytes }, index) => index < WEIGHED_WELL || bytes > most);
  return Promise.all(doubtful.map(async ({ where, content }) => ({ where, bytes: await sizeOf(content, BEST) })));
};

const kindsOfPages = [
  { what: 'HTML of the home page', kind: 'home', most: BUDGETS.firstFlight },
  { what: 'HTML of a question', kind: 'question', most: BUDGETS.firstFlight },
  { what: 'HTML of a result', kind: 'result', most: BUDGETS.firstFlight },
  { what: 'HTML of any other page', kind: 'other', most: BUDGETS.otherPage },
] as const;

interface Finding {
  readonly row: BudgetRow;
  readonly over: readonly Weighed[];
}

const finding = (what: string, weighed: readonly Weighed[], most: number): Finding => {
  const { where, bytes } = largest(weighed) ?? { where: '–', bytes: 0 };
  return { row: { what, bytes, most, where }, over: weighed.filter((each) => each.bytes > most) };
};

const scriptWeights = (outDir: string): ((path: string) => Promise<number>) => {
  const known = new Map<string, Promise<number>>();
  return (path) => {
    const weight = known.get(path) ?? readFile(join(outDir, path)).then((content) => sizeOf(content, BEST));
    known.set(path, weight);
    return weight;
  };
};

const weighScripts = async (
  pages: readonly BudgetedPage[],
  scriptsOf: (page: BudgetedPage) => readonly string[],
  weightOf: (path: string) => Promise<number>,
): Promise<readonly Weighed[]> =>
  Promise.all(
    pages.map(async (page) => {
      const weights = await Promise.all([...new Set(scriptsOf(page))].map(weightOf));
      return { where: named(page.address), bytes: weights.reduce((sum, weight) => sum + weight, 0) };
    }),
  );

const filesEndingIn = async (outDir: string, ending: string): Promise<readonly string[]> =>
  (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith(ending)).sort();

const inlineStyles = (html: string): readonly string[] =>
  [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, style = '']) => style);

/** Weighs all styles of the site as one, so that what pages share counts once. */
const weighStyles = async (outDir: string, read: Read, addresses: readonly string[]): Promise<number> => {
  const pages = await Promise.all(addresses.map((address) => read(fileOf(address))));
  const sheets = await Promise.all((await filesEndingIn(outDir, '.css')).map(read));
  return sizeOf([...new Set([...pages.flatMap(inlineStyles), ...sheets])].join('\n'), BEST);
};

const weighFonts = async (outDir: string): Promise<number> => {
  const fonts = await Promise.all((await filesEndingIn(outDir, '.woff2')).map((path) => readFile(join(outDir, path))));
  return fonts.reduce((sum, { length }) => sum + length, 0);
};

/** Returns a sentence for each script that brings one flow's words to another flow's page. */
const strayWords = async (outDir: string, pages: readonly BudgetedPage[]): Promise<readonly string[]> => {
  const questions = pages.filter(({ kind }) => kind === 'question');
  const paths = [...new Set(questions.flatMap(({ scripts }) => scripts))];
  const sources = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(outDir, path), 'utf8')] as const)),
  );
  const ownersOf = new Map(
    paths.map((path) => {
      const source = sources.get(path) ?? '';
      const owners = questions.filter(({ ownWords = [] }) => ownWords.some((words) => source.includes(words)));
      return [path, owners.map(({ address }) => address)] as const;
    }),
  );
  return questions.flatMap(({ address, scripts }) =>
    scripts.flatMap((path) =>
      (ownersOf.get(path) ?? [])
        .filter((owner) => owner !== address)
        .map((owner) => `${named(address)} loads ${path}, which holds words of ${named(owner)}.`),
    ),
  );
};

const sentence = (what: string, { where, bytes }: Weighed, most: number): string => {
  const looksEqual = inKilobytes(bytes) === inKilobytes(most);
  const shown = looksEqual ? (size: number): string => `${size} bytes` : inKilobytes;
  return `${what}: ${shown(bytes)} (${where}), and the budget is ${shown(most)}.`;
};

/** Weighs a built site against its budgets; `base` is the base path that it is built for. */
export const weigh = async (outDir: string, pages: readonly BudgetedPage[], base = '/'): Promise<BudgetReport> => {
  const read = readerOf(outDir, base);
  const addresses = pages.map(({ address }) => address);
  const questions = pages.filter(({ kind }) => kind === 'question');
  const weightOf = scriptWeights(outDir);
  const scripts = await weighScripts(questions, (page) => page.scripts, weightOf);
  const more = await weighScripts(
    questions,
    ({ resultScripts = [], scripts: first }) => resultScripts.filter((path) => !first.includes(path)),
    weightOf,
  );
  const html = await Promise.all(
    kindsOfPages.map(async ({ what, kind, most }) => {
      const ofKind = pages.filter((page) => page.kind === kind).map(({ address }) => address);
      return finding(what, await weighPages(read, ofKind, most), most);
    }),
  );
  const everywhere = 'the whole site';
  const findings = [
    ...html,
    finding('JavaScript before the first answer', scripts, BUDGETS.scripts),
    finding('JavaScript more for a result', more, BUDGETS.resultScripts),
    finding('CSS', [{ where: everywhere, bytes: await weighStyles(outDir, read, addresses) }], BUDGETS.styles),
    finding('Fonts', [{ where: everywhere, bytes: await weighFonts(outDir) }], BUDGETS.fonts),
  ];
  const tooHeavy = findings.flatMap(({ row, over }) => over.map((each) => sentence(row.what, each, row.most)));
  return { rows: findings.map(({ row }) => row), violations: [...tooHeavy, ...(await strayWords(outDir, pages))] };
};

/** Returns the table of a report, to be printed. */
export const budgetTable = ({ rows }: BudgetReport): string => {
  const cells = [
    ['what (brotli)', 'most', 'budget', 'where'],
    ...rows.map(({ what, bytes, most, where }) => [what, inKilobytes(bytes), inKilobytes(most), where]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const aligned = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
  };
  return cells.map((row) => row.map(aligned).join('  ').trimEnd()).join('\n');
};
