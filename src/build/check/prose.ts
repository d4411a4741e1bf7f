import type { Fault } from '../../content/fault.ts';
import type { Entry } from '../../content/front-matter.ts';
import { type FileReading, type Passage, reading } from '../../content/readability.ts';
import { entriesOf } from './entries.ts';
import type { Part, Scope } from './scope.ts';

/** The highest reading grade that a file may have: a reader of twelve or thirteen follows it. */
const GRADE = 8;

/** Fields that hold ids, names and settings rather than words to be read. */
const NOT_PROSE = ['claims', 'voice', 'source', 'standing', 'leans', 'after', 'flow', 'list', 'met', 'author', 'name'];

type Path = readonly PropertyKey[];

function texts(value: unknown, path: Path = []): readonly { readonly text: string; readonly path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    // `claims` is a list of ids everywhere but in a voice, where it holds words.
    if (NOT_PROSE.includes(key) && (typeof inner === 'string' || Array.isArray(inner))) return [];
    return texts(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  });
}

/** Returns a body's paragraphs and list items, each with its line. */
function paragraphs(body: string, bodyLine: number): readonly Passage[] {
  const found: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [at, row] of body.split('\n').entries()) {
    if (/^\s*$|^#/.test(row)) {
      isOpen = false;
      continue;
    }
    const last = found.at(-1);
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)/.exec(row)?.[1];
    if (item === undefined && isOpen && last) last.text += ` ${row.trim()}`;
    else found.push({ line: bodyLine + at, text: item ?? row.trim() });
    isOpen = true;
  }
  return found;
}

/** Returns everything that a reader may see of a file, piece by piece. */
const passagesOf = ({ data, body, bodyLine, lineOf }: Entry<unknown>): readonly Passage[] => [
  ...texts(data).map(({ text, path }) => ({ text, line: lineOf(path) })),
  ...paragraphs(body, bodyLine),
];

/** Returns how hard each file of words is to read. */
export const readingsOf = ({ content }: Pick<Scope, 'content'>): readonly FileReading[] =>
  entriesOf(content).flatMap((entry) => {
    const found = reading(passagesOf(entry));
    return found ? [{ file: entry.file, ...found }] : [];
  });

/** Finds files that are too hard to read, and points at their hardest sentence. */
export const plainness: Part = (scope) =>
  readingsOf(scope)
    .filter(({ grade }) => grade > GRADE)
    .map(({ file, grade, hardest }) => ({
      file,
      line: hardest.line,
      message: `the file has a reading grade of ${grade.toFixed(1)}, and at most ${GRADE} is plain: say it in shorter sentences and words, this one first: “${hardest.text}”`,
    }));

/** Which files need a body, and what it says. */
const BODIES: readonly (readonly [pattern: RegExp, says: string])[] = [
  [/^content\/flows\/[^/]+\/questions\//, 'say why we ask'],
  [/^content\/flows\/[^/]+\/rules\//, 'say why that decides'],
  [/^content\/flows\/[^/]+\/verdicts\//, 'say what it is like to live with this choice'],
  [/^content\/flows\/[^/]+\/index\.md$/, 'say what this dilemma is, and whose views it rests on'],
];

/** Finds bodies that are blank, and raw HTML in them. */
export const bodies: Part = ({ content }) =>
  entriesOf(content).flatMap(({ file, body, bodyLine }): readonly Fault[] => {
    const says = BODIES.find(([pattern]) => pattern.test(file))?.[1];
    return [
      ...(says !== undefined && body.trim() === ''
        ? [{ file, line: bodyLine, message: `the body is blank: below the second “---”, ${says}` }]
        : []),
      ...body.split('\n').flatMap((row, at) => {
        const tag = /<\/?[a-z][^>]*>/i.exec(row)?.[0];
        if (tag === undefined || /^<(?:https?|mailto):/.test(tag)) return [];
        return [
          { file, line: bodyLine + at, message: `“${tag}” is HTML, which is left out of the page: write markdown` },
        ];
      }),
    ];
  });
