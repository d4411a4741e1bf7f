// @vitest-environment node
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BudgetedPage, budgetTable, weigh } from '../../src/build/budgets.ts';

let outDir: string;

const write = async (path: string, content: string | Buffer): Promise<void> => {
  await mkdir(dirname(join(outDir, path)), { recursive: true });
  await writeFile(join(outDir, path), content);
};

/** Words that no compression makes smaller than this many bytes, give or take a few. */
const dense = (bytes: number): string => randomBytes(bytes).toString('base64');

const first: BudgetedPage = {
  address: 'first/',
  kind: 'question',
  scripts: ['assets/main.js', 'assets/first.js'],
  resultScripts: ['assets/main.js', 'assets/result.js'],
  ownWords: ['Is there a quarrel?'],
};
const second: BudgetedPage = {
  address: 'second/',
  kind: 'question',
  scripts: ['assets/main.js', 'assets/second.js'],
  ownWords: ['Would you vouch?'],
};
const pages: readonly BudgetedPage[] = [
  { address: '', kind: 'home', scripts: ['assets/main.js'] },
  first,
  second,
  { address: 'first/accept/', kind: 'result', scripts: ['assets/main.js'] },
  { address: '404.html', kind: 'other', scripts: [] },
];

beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'counterpoint-budgets-'));
  for (const path of ['index.html', 'first/index.html', 'second/index.html', 'first/accept/index.html', '404.html']) {
    await write(path, '<style>p{}</style><p>Words</p>');
  }
  await write('assets/main.js', 'main();');
  await write('assets/first.js', "ask('Is there a quarrel?');");
  await write('assets/second.js', "ask('Would you vouch?');");
  await write('assets/result.js', 'result();');
});
afterEach(() => rm(outDir, { recursive: true }));

describe('weigh', () => {
  it('finds nothing wrong with a light site', async () => {
    const { rows, violations } = await weigh(outDir, pages);
    expect(violations).toEqual([]);
    expect(rows).toHaveLength(8);
  });

  it.each([
    ['index.html', 14_100, 'HTML of the home page: 14.1 kB (/), and the budget is 14.0 kB.'],
    ['second/index.html', 14_100, 'HTML of a question: 14.1 kB (/second/), and the budget is 14.0 kB.'],
    ['first/accept/index.html', 14_100, 'HTML of a result: 14.1 kB (/first/accept/), and the budget is 14.0 kB.'],
    ['404.html', 30_100, 'HTML of any other page: 30.1 kB (/404.html), and the budget is 30.0 kB.'],
    ['assets/first.js', 84_200, 'JavaScript before the first answer: 84.2 kB (/first/), and the budget is 84.0 kB.'],
    ['assets/result.js', 25_100, 'JavaScript more for a result: 25.1 kB (/first/), and the budget is 25.0 kB.'],
    ['assets/site.css', 12_100, 'CSS: 12.1 kB (the whole site), and the budget is 12.0 kB.'],
    ['assets/serif.woff2', 24_200, 'Fonts: 32.3 kB (the whole site), and the budget is 32.0 kB.'],
  ])('says which page is too heavy: %s', async (path, bytes, expected) => {
    await write(path, dense(bytes));
    const { violations } = await weigh(outDir, pages);
    const rounded = (text: string) => text.replace(/: (\d+)\.\d kB/, ': $1 kB');
    expect(violations.map(rounded)).toEqual([rounded(expected)]);
  });

  it('counts what is shared by pages, and by a page and its result, once', async () => {
    await write('assets/main.js', dense(30_000));
    const { rows } = await weigh(outDir, pages);
    const bytesOf = (what: string) => rows.find((row) => row.what === what)?.bytes ?? 0;
    expect(bytesOf('JavaScript more for a result')).toBeLessThan(100);
    expect(bytesOf('JavaScript before the first answer')).toBeGreaterThan(29_000);
  });

  it('counts styles that pages share once', async () => {
    const style = `<style>${dense(7_000)}</style>`;
    for (const path of ['index.html', 'first/index.html']) await write(path, style);
    expect((await weigh(outDir, pages)).violations).toEqual([]);
    await write('first/index.html', `<style>${dense(7_000)}</style>`);
    expect((await weigh(outDir, pages)).violations).toHaveLength(1);
  });

  it('weighs a page and the styles the same below whatever base path', async () => {
    const long = '/a-guide-to-professional-connections/of-a-rather-large-house/';
    const page = (base: string, words: string): string =>
      `<style>@font-face{src:url("${base}assets/r.woff2")}</style><style>${words}</style><a href="${base}voices/">V</a>`;
    const words = dense(8_000);
    const found = [];
    for (const base of ['/', long]) {
      await write('index.html', page(base, words));
      await write('assets/late.css', `p{background:url(${base}assets/x.png)}`);
      found.push((await weigh(outDir, pages, base)).rows);
    }
    expect(found[1]).toEqual(found[0]);
  });

  it('says bytes where the kilobytes look like the budget', async () => {
    await write('assets/serif.woff2', Buffer.alloc(32_004));
    expect((await weigh(outDir, pages)).violations).toEqual([
      'Fonts: 32004 bytes (the whole site), and the budget is 32000 bytes.',
    ]);
  });

  it('refuses one flow’s words in another flow’s scripts', async () => {
    await write('assets/main.js', "ask('Would you vouch?');");
    expect((await weigh(outDir, pages)).violations).toEqual([
      '/first/ loads assets/main.js, which holds words of /second/.',
    ]);
  });
});

describe('budgetTable', () => {
  it('shows each budget with what was found', () => {
    const row = { what: 'Fonts', bytes: 31_268, most: 32_000, where: 'the whole site' };
    expect(budgetTable({ rows: [row], violations: [] }).split('\n')[1]).toMatch(
      /^Fonts +31\.3 kB +32\.0 kB +the whole site$/,
    );
  });
});
