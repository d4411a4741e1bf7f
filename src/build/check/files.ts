import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
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

/** Returns the files below a project's `content`, each from the project's folder on (`content/…`), sorted. */
export const contentFiles = (root: string): readonly string[] =>
  existsSync(join(root, 'content'))
    ? readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true, encoding: 'utf8' })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort()
    : [];

/** Finds files below `content` that nothing reads. */
export const strayFiles: Part = ({ root }) => {
  const pages = Object.keys(pageSchemas).map((page) => `pages/${page}.md`);
  return contentFiles(root)
    .filter((path) => !basename(path).startsWith('.'))
    .map((path) => path.slice('content/'.length))
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
