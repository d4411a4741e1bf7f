import { hash } from 'node:crypto';
import sourceRuns from './source-runs.json' with { type: 'json' };

// The project does not hold the source documents, only a hash of each run of eight consecutive words in them.
// `source-runs.json` is made once from the documents: each is split by `plainWords`; of every eight words in a row,
// joined by single spaces, `runHash` is kept; all are sorted and joined into one string.

/** How many words in a row make a run: as many as may not stand both in the words of the site and in a source. */
export const RUN = sourceRuns.words;

const HASH_LENGTH = 8;

/** Returns a run's hash: the first 48 bits of its SHA-256, as eight characters. */
export const runHash = (run: string): string => hash('sha256', run, 'base64url').slice(0, HASH_LENGTH);

/** Returns a text's words in lower case, without marks and apostrophes. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const knownRuns: ReadonlySet<string> = new Set(sourceRuns.runs.match(new RegExp(`.{${HASH_LENGTH}}`, 'g')));

/** A passage that stands in a source too, and the line at which it begins. */
export interface Copied {
  readonly line: number;
  readonly passage: string;
}

/** Returns the passages of a text that run for eight words or more as they do in a source. */
export function copiedPassages(text: string, runs: ReadonlySet<string> = knownRuns): readonly Copied[] {
  const words = text.split('\n').flatMap((row, at) => plainWords(row).map((word) => ({ word, line: at + 1 })));
  const isCopied = (at: number): boolean =>
    at + RUN <= words.length &&
    runs.has(
      runHash(
        words
          .slice(at, at + RUN)
          .map(({ word }) => word)
          .join(' '),
      ),
    );
  const found: Copied[] = [];
  for (let at = 0; at + RUN <= words.length; at++) {
    if (!isCopied(at)) continue;
    const from = at;
    while (isCopied(at + 1)) at++;
    const passage = words.slice(from, at + RUN).map(({ word }) => word);
    found.push({ line: words[from]?.line ?? 1, passage: passage.join(' ') });
    at += RUN - 1;
  }
  return found;
}
