import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as PackageFile;

const docs = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`),
];

/** Returns the anchors of a document, as the web makes them from its headings. */
const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const linksIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
  ...[...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target),
];

/** Returns a sentence for a link of a document that leads nowhere. */
function deadLink(file: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  if (!existsSync(join(ROOT, target))) return `${file} links to ${link}, and there is no ${target}`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  return anchorsIn(read(target)).includes(anchor) ? undefined : `${file} links to ${link}, which has no such heading`;
}

describe('the documents', () => {
  it('are found', () => {
    expect(docs.length).toBeGreaterThan(15);
    expect(docs).toContain('docs/decisions/0001-content-apart-from-rules.md');
  });

  it.each(docs)('%s names only scripts that there are', (file) => {
    const named = [...read(file).matchAll(/npm (?:run )?(?:--silent )?([a-z]+(?:[:-][a-z]+)*)/g)].map(
      ([, name = '']) => name,
    );
    const own = named.filter((name) => !['ci', 'i', 'install', 'run', 'start', 'test'].includes(name));
    expect(own.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(docs)('%s links to what is there', (file) => {
    expect(linksIn(read(file)).flatMap((link) => deadLink(file, link) ?? [])).toEqual([]);
  });

  it.each(docs)('%s names only files and folders that there are', (file) => {
    const named = [...read(file).matchAll(/`((?:src|tests|content|public|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    const made = /lend-a-book|<|repair-or-replace|content\/flows\/accept-coworker\/questions/;
    expect(named.filter((path) => !made.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('tell every script that a person may want', () => {
    const told = read('README.md');
    expect(
      Object.keys(scripts).filter((name) => !new RegExp(`npm (?:run )?(?:--silent )?${name}\\b`).test(told)),
    ).toEqual([]);
  });
});

describe('a link that leads nowhere is seen', () => {
  it.each([
    ['README.md', 'docs/nowhere.md', 'there is no docs/nowhere.md'],
    ['docs/hosting.md', '../nowhere.md', 'there is no nowhere.md'],
    ['README.md', 'docs/hosting.md#nowhere', 'has no such heading'],
  ])('in %s to %s', (file, link, told) => {
    expect(deadLink(file, link)).toContain(told);
  });
});

describe('the record on dependencies', () => {
  const rows = read('docs/decisions/0015-dependencies.md')
    .split('\n')
    .flatMap((line) => {
      const [, name, ...cells] = /^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+) \|$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, cells }];
    });

  it('names each, and nothing else', () => {
    const listed = Object.keys({ ...dependencies, ...devDependencies });
    expect(rows.map(({ name }) => name).sort()).toEqual(listed.sort());
  });

  it('tells the licence that each states itself', () => {
    for (const { name, cells } of rows) {
      const { license = '' } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license?: string };
      expect([name, cells[1]?.replace(' or ', ' OR ')]).toEqual([name, license]);
    }
  });

  it('gives a size and a reason for each', () => {
    expect(rows.filter(({ cells }) => !/\d/.test(cells[0] ?? '') || (cells[2] ?? '').length < 5)).toEqual([]);
  });
});

describe('the decisions', () => {
  const records = docs.filter((file) => file.startsWith('docs/decisions/'));

  it('are numbered without a gap', () => {
    const numbers = records.map((file) => Number(/(\d{4})-/.exec(file)?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(records)('%s has a context, a decision, consequences and regrets', (file) => {
    for (const part of ['Context', 'Decision', 'Consequences', 'Regrets']) expect(read(file)).toContain(`**${part}.**`);
  });
});
