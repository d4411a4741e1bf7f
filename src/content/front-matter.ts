import { type Alias, type Document, isCollection, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { didYouMean } from './suggest.ts';

/** A file of words, read: its front matter as the schema types it, its body, and where each field stands. */
export interface Entry<T> {
  readonly file: string;
  readonly data: T;
  readonly body: string;
  /** The line at which the body begins. */
  readonly bodyLine: number;
  /** Returns the line of a field (a path into the front matter), or the nearest one above it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Both fences stand on lines of their own; between them there may be nothing. */
const FENCE = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

const showPath = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/**
 * Reads a file of words against its schema.
 * @returns the entry, or the faults that were found, each with its line.
 */
export function readEntry<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { readonly entry: Entry<z.infer<S>> } | { readonly faults: readonly Fault[] } {
  const fence = FENCE.exec(text);
  if (fence === null) {
    const message = 'there is no front matter: the file must begin with a line “---”, its fields, and another “---”';
    return { faults: [{ file, line: 1, message }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(fence[1] ?? '', { lineCounter: counter });
  // The front matter begins on the file's second line.
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map(({ code, message, pos }) => ({
        file,
        line: lineAt(pos[0]),
        message: code === 'DUPLICATE_KEY' ? twice(fence[1] ?? '', pos[0]) : notYaml(message),
      })),
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1) as string[], true);
      const key = path[length - 1];
      const pair = isCollection(parent)
        ? parent.items.find((item) => (item as { key?: { value?: unknown } }).key?.value === key)
        : undefined;
      const node =
        (pair as { key?: { range?: [number, number, number] } } | undefined)?.key ??
        document.getIn(path.slice(0, length) as string[], true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lineAt(range[0]);
    }
    return 1;
  };
  const unnamed = unnamedAliases(document);
  if (unnamed.length > 0) {
    return {
      faults: unnamed.map(({ source, range }) => ({
        file,
        line: lineAt(range?.[0] ?? 0),
        message: `“*${source}” points to “&${source}”, which stands nowhere above it: a text that begins with “*” stands in double quotes`,
      })),
    };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap(told);
    const missing = issues.filter(isMissing).map(({ path }) => showPath(path));
    return {
      faults: issues.map((issue) => {
        const where = issue.path.length > 0 ? `“${showPath(issue.path)}” ` : 'the front matter ';
        return { file, line: lineOf(issue.path), message: `${where}${sentence(issue, missing)}` };
      }),
    };
  }
  const body = text.slice(fence[0].length);
  const bodyLine = fence[0].split('\n').length;
  return { entry: { file, data: parsed.data, body, bodyLine, lineOf } };
}

/** Returns the aliases (`*name`) of a document that point to no anchor (`&name`) before them. */
function unnamedAliases(document: Document): readonly Alias[] {
  const found: Alias[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) found.push(alias);
    },
  });
  return found;
}

/** Returns what is wrong where a field stands a second time. */
const twice = (yaml: string, at: number): string =>
  `“${/^[^:\s]*/.exec(yaml.slice(at))?.[0]}” stands twice: keep one of them`;

/** Returns what is wrong where the front matter cannot be read at all; the parser's own place is left out, ours stands before. */
const notYaml = (message: string): string =>
  `the front matter is not valid YAML (${message.replace(/ at line[\s\S]*$/, '')}): a text that holds “: ”, “#” or quotes stands in double quotes`;

/** An issue of the schema at one field. */
interface Told {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

/** Returns the issues to tell of one: each unknown field by itself, and of a choice of shapes the one that comes nearest. */
function told(issue: z.core.$ZodIssue): readonly Told[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ issue, path: [...issue.path, key] }));
  if (issue.code !== 'invalid_union') return [{ issue, path: issue.path }];
  const [nearestShape = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return nearestShape.flatMap(told).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a group of fields',
  record: 'a group of fields',
  array: 'a list',
};

const kind = (expected: string): string => KINDS[expected] ?? expected;

const received = ({ message }: z.core.$ZodIssue): string => /received (\w+)$/.exec(message)?.[1] ?? '';

const isMissing = ({ issue }: Told): boolean => issue.code === 'invalid_type' && received(issue) === 'undefined';

/** Returns what is wrong at a field and how to mend it; `missing` are the fields that the file lacks. */
function sentence({ issue, path }: Told, missing: readonly string[]): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `is no field of this kind of file: ${didYouMean(showPath(path), missing)}correct its name, or remove it`;
    case 'invalid_type': {
      if (received(issue) === 'undefined') return `is missing: add it, as ${kind(issue.expected)}`;
      if (received(issue) === 'null') return 'is blank: write it, or remove the field if it may be left out';
      return `has to be ${kind(issue.expected)}: ${issue.expected === 'string' ? 'put it in quotes' : 'write it so'}`;
    }
    case 'invalid_value':
      return `has to be one of these: ${issue.values.join(', ')}`;
    case 'invalid_key':
      return `${issue.issues[0]?.message ?? 'cannot be a name'}`;
    case 'too_small':
      if (issue.origin === 'array') return `is too short a list: give it ${issue.minimum} or more`;
      return issue.message;
    case 'too_big':
      if (issue.origin === 'array') return `is too long a list: give it ${issue.maximum} at most`;
      return issue.message;
    default:
      return issue.message;
  }
}
