import { describe, expect, it } from 'vitest';
import { didYouMean, distance, nearest } from '../../src/content/suggest.ts';

describe('the distance of two words', () => {
  it.each([
    ['topic', 'topic', 0],
    ['topik', 'topic', 1],
    ['topc', 'topic', 1],
    ['toopic', 'topic', 1],
    ['tpoic', 'topic', 1],
    ['', 'topic', 5],
    ['kitten', 'sitting', 3],
  ])('from “%s” to “%s” is %i', (from, to, letters) => {
    expect(distance(from, to)).toBe(letters);
    expect(distance(to, from)).toBe(letters);
  });
});

describe('what was meant', () => {
  it('is the nearest name', () => {
    expect(nearest('thom/not-everone', ['thom/not-everyone', 'thom/not-endorsement'])).toBe('thom/not-everyone');
  });

  it('is nothing where no name is near', () => {
    expect(nearest('wet', ['sunny', 'dry'])).toBeUndefined();
    expect(didYouMean('wet', ['sunny', 'dry'])).toBe('');
  });

  it('does not hang on capitals', () => {
    expect(didYouMean('Thom', ['thom'])).toBe('did you mean “thom”? If not, ');
  });
});
