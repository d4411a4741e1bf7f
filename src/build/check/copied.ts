import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiedPassages, RUN } from '../../content/own-words.ts';
import { contentFiles } from './files.ts';
import type { Part } from './scope.ts';

/** Finds passages that run as they do in a source. */
export const copied: Part = ({ root }) =>
  contentFiles(root)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      copiedPassages(readFileSync(join(root, file), 'utf8')).map(({ line, passage }) => ({
        file,
        line,
        message: `“${passage}” stands so in a source: say it in your own words, never ${RUN} words in a row`,
      })),
    );
