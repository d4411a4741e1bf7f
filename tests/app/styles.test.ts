import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const APP = new URL('../../src/app/', import.meta.url);
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
const read = (file: string): string => readFileSync(new URL(file, APP), 'utf8');
const withEnding = (ending: RegExp): readonly string[] => files.filter((file) => ending.test(file));

const withoutComments = (css: string): string =>
  css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/url\([^)]*\)|"[^"]*"/g, '');

const source = withEnding(/\.tsx?$/)
  .map(read)
  .join('\n');

const textsIn = (code: string): readonly string[] =>
  [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(([, ...texts]) => texts.join(''));

/** What the code may write into a class attribute: the words of the texts behind `class`, and texts of a single word. */
const written = new Set([
  ...[...source.matchAll(/class(?:Name)?(?:=|\??: )(?=([\s\S]{0,200}))/g)].flatMap(([, code = '']) =>
    textsIn(code.startsWith('"') ? (code.match(/^"[^"]*"/)?.[0] ?? '') : code).flatMap((text) =>
      text.split(/[\s${}]+/),
    ),
  ),
  ...[...source.matchAll(/['"]([a-z][\w-]*)['"]/g)].map(([, word]) => word),
]);

const sheets = withEnding(/\.css$/).map((file) => ({ file, css: withoutComments(read(file)) }));

describe('the styles', () => {
  it('style no class that the code never writes', () => {
    const unused = sheets.flatMap(({ file, css }) =>
      [...new Set([...css.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name = '']) => name))]
        .filter((name) => !written.has(name))
        .map((name) => `${file}: .${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('use every custom property that they set, and set every one that they use', () => {
    const all = sheets.map(({ css }) => css).join('\n');
    const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
    const set = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    expect([...set].filter((name) => !used.has(name))).toEqual([]);
    // The code sets the seam itself.
    expect([...used].filter((name) => !set.has(name) && name !== '--seam')).toEqual([]);
  });
});
