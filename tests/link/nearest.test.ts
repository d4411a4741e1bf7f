import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/link/nearest.ts';
import { fc } from '../fc.ts';

/** The same as the distance that `nearest` measures, in the plainest way that there is. */
function apart(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const isSwap = one.length > 1 && other.length > 1 && one[0] === other[1] && one[1] === other[0];
  return Math.min(
    apart(one.slice(1), other) + 1,
    apart(one, other.slice(1)) + 1,
    apart(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
    isSwap ? apart(one.slice(2), other.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const word = (least: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: least, maxLength: 6 });

describe('what a word may be a misspelling of', () => {
  it('is the one candidate that is nearest, a letter away, or two for words of five letters and more', () => {
    fc.assert(
      fc.property(word(2), fc.uniqueArray(word(1), { maxLength: 4 }), (given, candidates) => {
        const begun = given.length < 3 ? [] : candidates.filter((candidate) => candidate.startsWith(given));
        const most = given.length < 5 ? 1 : 2;
        const near = candidates.filter((candidate) => apart(given, candidate) <= most);
        const least = Math.min(...near.map((candidate) => apart(given, candidate)));
        const best = near.filter((candidate) => apart(given, candidate) === least);
        const expected = begun.length === 1 ? begun[0] : best.length === 1 ? best[0] : undefined;
        expect(nearest(given, candidates)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['heta', ['heat'], 'heat'],
    ['ehat', ['heat'], 'heat'],
    ['hxxt', ['heat'], undefined],
    ['coolde', ['cooled'], 'cooled'],
    ['coxxed', ['cooled'], 'cooled'],
    ['he', ['heat'], undefined],
    ['he', ['ha'], 'ha'],
    ['hea', ['heat'], 'heat'],
    ['h', ['he'], undefined],
    ['heat', ['heap', 'hear'], undefined],
    ['talket', ['walked', 'talked'], 'talked'],
    [`${'a'.repeat(39)}b`, ['a'.repeat(40)], 'a'.repeat(40)],
    [`${'a'.repeat(40)}b`, ['a'.repeat(41)], undefined],
    ['heat', [], undefined],
  ])('%s among %j is %s', (given, candidates, expected) => {
    expect(nearest(given, candidates)).toBe(expected);
  });
});
