import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, removeProject } from './project-copy.ts';
import { runCommand } from './run-command.ts';

const ROOT = join(import.meta.dirname, '../..');
const SLOW = 600_000;

/** One fenced block of a document: what stands behind its opening fence, and what is in it. */
interface Block {
  readonly kind: string;
  readonly files: readonly string[];
  readonly text: string;
}

/** Returns the fenced blocks of one part of a document. */
function blocksIn(document: string, heading: string): readonly Block[] {
  const isFence = (line: string): boolean => line.startsWith('```');
  let isInside = false;
  let part = '';
  let isPart = false;
  for (const line of document.split('\n')) {
    if (isFence(line)) isInside = !isInside;
    // A heading inside a fence belongs to the file that it shows.
    if (!isInside && line.startsWith('## ')) isPart = line.startsWith(`## ${heading}`);
    if (isPart) part += `${line}\n`;
  }
  return [...part.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', files = '', text = '']) => ({
    kind,
    files: files.split(' ').filter((file) => file !== ''),
    text,
  }));
}

/** Returns the words of a command line; what stands in quotes is one word. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const filesBelow = (root: string, path: string): readonly string[] =>
  statSync(join(root, path)).isFile()
    ? [path]
    : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
        .map((file) => join(path, file))
        .filter((file) => statSync(join(root, file)).isFile());

function edit(root: string, file: string, change: (text: string) => string): void {
  const text = readFileSync(join(root, file), 'utf8');
  writeFileSync(join(root, file), change(text));
}

/** Puts the lines with a plus in the place of those with a minus, which have to stand there once. */
function patch(root: string, { files: [file = ''], text }: Block): void {
  const lines = (sign: string): string =>
    text
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  edit(root, file, (before) => {
    expect(before.split(lines('-')), `${file} has once what is to be changed`).toHaveLength(2);
    return before.replace(lines('-'), () => lines('+'));
  });
}

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Runs a line of a document as npm would; returns its status, and all that it says. */
async function follow(root: string, line: string): Promise<{ readonly status: number | null; readonly said: string }> {
  const [npm, ...rest] = wordsOf(line).filter((word) => !['run', '--silent', '--'].includes(word));
  const [script = '', ...args] = rest;
  const command = /^tsx src\/commands\/(\S+)$/.exec(scripts[script] ?? '')?.[1];
  expect([npm, command], `“${line}” is a command of ours`).toEqual(['npm', expect.any(String)]);
  const { status, out, err } = await runCommand(command ?? '', args, { root });
  return { status, said: out + err };
}

describe('the worked example of CONTRIBUTING', () => {
  const document = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const blocks = blocksIn(document, 'A worked example');
  let root: string;
  beforeAll(() => {
    root = copyProject();
  });
  afterAll(() => removeProject(root));

  it('has steps of every kind', () => {
    expect([...new Set(blocks.map(({ kind }) => kind))].sort()).toEqual(['diff', 'md', 'replace', 'sh', 'text']);
  });

  it(
    'leads from nothing to a dilemma that passes the check, and every mistake on the way is told as it says',
    async () => {
      let told = '';
      let status: number | null = 0;
      for (const [index, block] of blocks.entries()) {
        const [file = ''] = block.files;
        if (block.kind === 'md') writeFileSync(join(root, file), block.text);
        if (block.kind === 'diff') patch(root, block);
        if (block.kind === 'replace') {
          const pairs = block.text
            .trim()
            .split('\n')
            .map((line) => line.split(/\s+→\s+/));
          for (const path of block.files.flatMap((place) => filesBelow(root, place)))
            edit(root, path, (text) => pairs.reduce((now, [from = '', to = '']) => now.replaceAll(from, to), text));
        }
        if (block.kind === 'sh') {
          told = '';
          for (const line of block.text.trim().split('\n')) {
            const ended = await follow(root, line);
            told += ended.said;
            status = ended.status;
          }
          const shown = blocks[index + 1];
          const isFault = shown?.kind === 'text' && /^(src|content)\/\S+:\d+: /m.test(shown.text);
          expect([block.text, status, isFault ? '' : told]).toEqual([block.text, isFault ? 1 : 0, isFault ? '' : told]);
        }
        if (block.kind === 'text') for (const line of block.text.trim().split('\n')) expect(told).toContain(line);
      }
      expect(status).toBe(0);
      expect(readFileSync(join(root, 'src/flows/lend-a-book.ts'), 'utf8')).toContain("'lender/lending-makes-talk'");
    },
    SLOW,
  );
});
