import { describe, expect, it, vi } from 'vitest';
import { check } from '../../src/build/check.ts';
import { faultLine } from '../../src/content/fault.ts';
import { copiedPassages, plainWords, runHash } from '../../src/content/own-words.ts';
import sourceRuns from '../../src/content/source-runs.json' with { type: 'json' };
import { smallFlow } from '../laws/small-flow.ts';
import { inProject, replaced, soundFiles } from './small-content.ts';

// A source of our own stands in for the real ones, which the project does not hold.
const SOURCE = 'The fox, it’s said, came down to the pond at noon, and then went home.';

vi.mock('../../src/content/source-runs.json', async () => {
  const { hash } = await import('node:crypto');
  const words = 'the fox its said came down to the pond at noon and then went home'.split(' ');
  const runs = words
    .slice(7)
    .map((_, at) => hash('sha256', words.slice(at, at + 8).join(' '), 'base64url').slice(0, 8));
  return { default: { words: 8, runs: runs.join('') } };
});

const WET = 'content/flows/small/rules/wetOutside.md';

describe('a copied passage', () => {
  it('is named with its file and line', () => {
    const copy = replaced(
      soundFiles[WET],
      'This is why that decides.',
      'So it rains. He came down\nto the “pond” at noon, and then slept.',
    );
    const faults = inProject({ [WET]: copy }, (root) => check(root, [smallFlow()]).faults.map(faultLine));
    expect(faults).toEqual([
      `${WET}:4: “came down to the pond at noon and then” stands so in a source: say it in your own words, never 8 words in a row`,
    ]);
  });

  it('is told whole, once', () => {
    expect(copiedPassages(`Well.\n\n${SOURCE} The end.`)).toEqual([
      { line: 3, passage: 'the fox its said came down to the pond at noon and then went home' },
    ]);
  });

  it('has at least eight words in a row', () => {
    expect(copiedPassages('It’s said: came down to the pond. At noon and then went home.')).toHaveLength(1);
    expect(copiedPassages('the fox its said came down to a lake')).toEqual([]);
  });

  it('is known by hashes, of which a mark or a capital changes none', () => {
    expect(plainWords('It’s SAID: “Étienne” came')).toEqual(['its', 'said', 'e', 'tienne', 'came']);
    expect(runHash('a b c d e f g h')).toMatch(/^[\w-]{8}$/);
    expect(sourceRuns.words).toBe(8);
  });
});
