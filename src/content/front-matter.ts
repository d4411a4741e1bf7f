import { isCollection, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

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

const FENCE = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/;

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
      faults: document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        message: `the front matter is not valid YAML: ${error.message.split('\n')[0]}`,
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
      const node = (pair as { key?: { range?: [number, number, number] } } | undefined)?.key ?? document.getIn(path.slice(0, length) as string[], true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lineAt(range[0]);
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => {
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        const path = unknown === undefined ? issue.path : [...issue.path, unknown];
        const where = path.length > 0 ? `“${showPath(path)}” ` : '';
        return { file, line: lineOf(path), message: `${where}${sentence(issue)}` };
      }),
    };
  }
  const body = text.slice(fence[0].length);
  const bodyLine = fence[0].split('\n').length;
  return { entry: { file, data: parsed.data, body, bodyLine, lineOf } };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'is no field of this kind of file: correct its name, or remove it';
  if (issue.code === 'invalid_type' && issue.input === undefined && !issue.message.includes('received')) return `is missing: ${issue.message}`;
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) return `is missing: expected ${issue.expected}`;
  return `is not right: ${issue.message}`;
}
