import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Fault, FaultyContent } from './fault.ts';
import { type Entry, readEntry } from './front-matter.ts';
import {
  indexSchema,
  pageSchemas,
  questionSchema,
  ruleIndexSchema,
  ruleQuestionSchema,
  ruleSchema,
  sourceSchema,
  verdictSchema,
  viewsSchema,
  voiceSchema,
} from './schema.ts';

type Entries<S extends z.ZodType> = Readonly<Record<string, Entry<z.infer<S>>>>;

/** The words of one flow, as read. */
export interface FlowContent {
  readonly index: Entry<z.infer<typeof indexSchema>>;
  readonly views: Entry<z.infer<typeof viewsSchema>>;
  readonly questions: Entries<typeof questionSchema>;
  readonly rules: Entries<typeof ruleSchema>;
  readonly verdicts: Entries<typeof verdictSchema>;
}

/** The words of the form in which a reader writes down a rule, as read. */
export interface RuleContent {
  readonly index: Entry<z.infer<typeof ruleIndexSchema>>;
  readonly questions: Entries<typeof ruleQuestionSchema>;
}

type PageId = keyof typeof pageSchemas;

/** Every word of the site, as read from `content/`. */
export interface Content {
  readonly flows: Readonly<Record<string, FlowContent>>;
  readonly voices: Entries<typeof voiceSchema>;
  readonly sources: Entries<typeof sourceSchema>;
  readonly rule: RuleContent;
  readonly pages: { readonly [P in PageId]: Entry<z.infer<(typeof pageSchemas)[P]>> };
}

/** Returns the text of a file's bytes without a byte order mark, or the line that is not written as UTF-8. */
function textOf(bytes: Buffer): { readonly text: string } | { readonly line: number } {
  const decode = (part: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(part);
  try {
    return { text: decode(bytes) };
  } catch {
    let line = 1;
    for (let from = 0; ; line++) {
      const end = bytes.indexOf('\n', from);
      try {
        decode(bytes.subarray(from, end === -1 ? undefined : end));
      } catch {
        return { line };
      }
      from = end + 1;
    }
  }
}

/**
 * Reads every file of words below a project's folder.
 * @returns the content, and the faults found on the way; what has a fault is left out.
 */
export function readContent(root: string): { readonly content: Content; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const list = (folder: string): readonly string[] => {
    try {
      return readdirSync(join(root, folder))
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch {
      return [];
    }
  };
  const isFolder = (path: string): boolean =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  const read = <S extends z.ZodType>(file: string, schema: S): Entry<z.infer<S>> | undefined => {
    if (isFolder(file)) {
      faults.push({ file, line: 1, message: 'this is a folder, and a file belongs here: move it away' });
      return undefined;
    }
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(root, file));
    } catch {
      faults.push({ file, line: 1, message: 'the file is missing: write it' });
      return undefined;
    }
    const decoded = textOf(bytes);
    if ('line' in decoded) {
      const message = 'the file is not written as UTF-8, so that some letters would be lost: save it as UTF-8';
      faults.push({ file, line: decoded.line, message });
      return undefined;
    }
    const result = readEntry(file, decoded.text, schema);
    if ('entry' in result) return result.entry;
    faults.push(...result.faults);
    return undefined;
  };
  const readFolder = <S extends z.ZodType>(folder: string, schema: S): Entries<S> => {
    const entries: Record<string, Entry<z.infer<S>>> = {};
    for (const name of list(folder)) {
      const file = `${folder}/${name}`;
      if (isFolder(file)) {
        faults.push({
          file,
          line: 1,
          message: 'this is a folder, and only markdown files (.md) belong here: move it away',
        });
        continue;
      }
      if (!name.endsWith('.md')) {
        faults.push({ file, line: 1, message: 'only markdown files (.md) belong here: move it away' });
        continue;
      }
      const entry = read(file, schema);
      if (entry) entries[basename(name, '.md')] = entry;
    }
    return entries;
  };

  const flows: Record<string, FlowContent> = {};
  for (const flow of list('content/flows')) {
    const folder = `content/flows/${flow}`;
    if (!isFolder(folder)) {
      faults.push({ file: folder, line: 1, message: 'only the folders of flows belong here: move it away' });
      continue;
    }
    const index = read(`${folder}/index.md`, indexSchema);
    const views = read(`${folder}/views.md`, viewsSchema);
    const questions = readFolder(`${folder}/questions`, questionSchema);
    const rules = readFolder(`${folder}/rules`, ruleSchema);
    const verdicts = readFolder(`${folder}/verdicts`, verdictSchema);
    if (index && views) flows[flow] = { index, views, questions, rules, verdicts };
  }
  const voices = readFolder('content/voices', voiceSchema);
  const sources = readFolder('content/sources', sourceSchema);
  const rule = {
    index: read('content/rule/index.md', ruleIndexSchema),
    questions: readFolder('content/rule/questions', ruleQuestionSchema),
  };
  const pages: Record<string, unknown> = {};
  for (const [page, schema] of Object.entries(pageSchemas)) pages[page] = read(`content/pages/${page}.md`, schema);
  // Each page has been read with its own schema; a page that is missing is a fault, and so is a missing rule.
  return {
    content: { flows, voices, sources, rule: rule as RuleContent, pages: pages as Content['pages'] },
    faults,
  };
}

/**
 * Returns every word of the site.
 * @throws FaultyContent where a file cannot be used.
 */
export function loadContent(root: string): Content {
  const { content, faults } = readContent(root);
  if (faults.length > 0) throw new FaultyContent(faults);
  return content;
}
