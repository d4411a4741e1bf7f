import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { copiedPassages, RUN } from '../../content/own-words.ts';
import type { Part } from './scope.ts';

const markdownBelow = (root: string): readonly string[] => {
  try {
    return readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch {
    return [];
  }
};

/** Finds passages that run as they do in a source. */
export const copied: Part = ({ root }) =>
  markdownBelow(root).flatMap((file) =>
    copiedPassages(readFileSync(join(root, file), 'utf8')).map(({ line, passage }) => ({
      file,
      line,
      message: `“${passage}” stands so in a source: say it in your own words, never ${RUN} words in a row`,
    })),
  );
