// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { figureOf, figuresOf, medianOf, ratioOf, tableOf } from './figures.ts';

describe('medianOf', () => {
  it('is the number in the middle, or the mean of the two there', () => {
    expect(medianOf([30, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 30])).toBe(3);
  });

  it('is no number where there is none', () => expect(medianOf([])).toBeNaN());
});

describe('figuresOf', () => {
  it('has the middle and the range of each measured thing', () => {
    const figures = figuresOf([
      { paint: 5, bytes: 1 },
      { paint: 9, bytes: 1 },
      { paint: 7, bytes: 1 },
    ]);
    expect(figures).toEqual({
      paint: { median: 7, least: 5, most: 9 },
      bytes: { median: 1, least: 1, most: 1 },
    });
  });
});

describe('ratioOf', () => {
  it('sets the middles against each other', () => expect(ratioOf(figureOf([6]), figureOf([4]))).toBe(1.5));
  it('is none where the floor is nothing', () => expect(ratioOf(figureOf([6]), figureOf([0]))).toBeUndefined());
});

describe('tableOf', () => {
  it('aligns the first column to the left and the others to the right', () => {
    expect(
      tableOf([
        ['a', 'ratio'],
        ['first', '1'],
      ]),
    ).toBe('a      ratio\nfirst      1');
  });
});
