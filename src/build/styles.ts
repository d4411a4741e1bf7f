import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import type { PageKind } from './pages.ts';

const EVERYWHERE = ['styles/tokens.css', 'styles/app.css', 'styles/plain.css', 'styles/dialog.css'];
const LAST = ['styles/modes.css'];

/** What a page of each kind needs beside; a page of a flow may turn into its questions at any time. */
const OWN: Readonly<Record<PageKind, readonly string[]>> = {
  home: ['pages/home.css'],
  questions: ['flow/question.css'],
  verdict: ['flow/question.css', 'result/result.css'],
  depends: ['flow/question.css', 'result/result.css'],
  views: ['flow/question.css', 'views/views.css'],
  map: ['flow/question.css', 'map/map.css'],
  voices: ['pages/voices.css'],
  journal: ['flow/question.css', 'journal/journal.css'],
  safety: [],
  about: ['pages/about.css'],
  'not-found': [],
  offline: [],
  retired: [],
};

/** Returns the style sheets of a page, in order, relative to the project. */
export const styleSheets = (kind: PageKind): readonly string[] =>
  [...EVERYWHERE, ...OWN[kind], ...LAST].map((file) => `src/app/${file}`);

/** Returns the font faces for these two files. */
export const fontFaces = (roman: string, italic: string): string =>
  (
    [
      ['normal', roman],
      ['italic', italic],
    ] as const
  )
    .map(
      ([style, file]) =>
        `@font-face{font-family:"Newsreader";src:url("${file}") format("woff2");font-weight:400;font-style:${style};font-display:swap}`,
    )
    .join('');

/** Returns what gives a page's styles as one minified sheet, made once for every page of a kind. */
export function pageStyles(root: string): (kind: PageKind) => string {
  const made = new Map<PageKind, string>();
  return (kind) => {
    const known = made.get(kind) ?? sheetOf(root, kind);
    made.set(kind, known);
    return known;
  };
}

function sheetOf(root: string, kind: PageKind): string {
  const sheets = styleSheets(kind).map((file) => readFileSync(join(root, file), 'utf8'));
  const code = Buffer.from(sheets.join('\n'));
  return transform({ filename: 'page.css', code, minify: true }).code.toString();
}
