import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pageSchemas } from '../../content/schema.ts';
import { didYouMean } from '../../content/suggest.ts';
import type { Part } from './scope.ts';

/** What is read, or named as out of place where the words are read. */
const KNOWN: readonly RegExp[] = [
  /^flows\/[^/]+$/,
  /^flows\/[^/]+\/(?:index|views)\.md$/,
  /^flows\/[^/]+\/(?:questions|rules|verdicts)\//,
  /^(?:voices|sources)\//,
  /^rule\/(?:index\.md$|questions\/)/,
];

const NAMES = ['index.md', 'views.md', 'questions', 'rules', 'verdicts'];

/** Finds files below `content` that nothing reads. */
export const strayFiles: Part = ({ root }) => {
  const pages = Object.keys(pageSchemas).map((page) => `pages/${page}.md`);
  if (!existsSync(join(root, 'content'))) return [];
  const files = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, 'content').length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return files
    .filter((file) => !pages.includes(file) && !KNOWN.some((pattern) => pattern.test(file)))
    .map((file) => {
      const [, , inFlow = ''] = file.split('/');
      const meant = file.startsWith('flows/') ? didYouMean(inFlow, NAMES) : didYouMean(file, pages);
      return {
        file: `content/${file}`,
        line: 1,
        message: `nothing reads this file: ${meant}rename it, or move it away`,
      };
    });
};
