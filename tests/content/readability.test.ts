import { describe, expect, it } from 'vitest';
import { readabilityReport, reading, syllables } from '../../src/content/readability.ts';

const gradeOf = (text: string): number => reading([{ line: 1, text }])?.grade ?? Number.NaN;

describe('the syllables of a word', () => {
  it.each([
    ['the', 1],
    ['asked', 1],
    ['wanted', 2],
    ['called', 1],
    ['handled', 2],
    ['names', 1],
    ['places', 2],
    ['table', 2],
    ['whole', 1],
    ['somebody', 3],
    ['everyone', 3],
    ['colleagues', 2],
    ['argue', 2],
    ['safety', 2],
    ['profile', 2],
    ['idea', 3],
    ['area', 3],
    ['quiet', 2],
    ['friend', 1],
    ['experience', 4],
    ['beyond', 2],
    ['employer', 3],
    ['relationship', 4],
    ['professional', 4],
    ['introduction', 4],
    ['don’t', 1],
    ['didn’t', 2],
    ['you’ve', 1],
    ['Leslie’s', 2],
    ['“Reality”', 4],
  ])('%s: %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });
});

describe('the reading grade', () => {
  it('is that of Flesch and Kincaid', () => {
    // 6 words, 1 sentence, 6 syllables; then 12 words, 1 sentence, 14 syllables.
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
    expect(gradeOf('Ask them to lunch and tell them how hard it has been.')).toBeCloseTo(
      0.39 * 12 + 11.8 * (12 / 12) - 15.59,
    );
  });

  it('rises with longer sentences and longer words', () => {
    expect(gradeOf('You ask them, and they say no, and then you go home.')).toBeGreaterThan(
      gradeOf('You ask them so. They say no to it. Then you go home.'),
    );
    expect(gradeOf('Your professional relationship deteriorates.')).toBeGreaterThan(8);
  });

  it('leaves out labels, the blanks of a script, and the marks of markdown', () => {
    const sentence = 'Would you like to have lunch with me?';
    expect(gradeOf(`Hi [name of the organisation], would you like to have lunch with me?`)).toBeCloseTo(
      gradeOf('Hi, would you like to have lunch with me?'),
    );
    expect(gradeOf(`Inconsiderate colleagues. ${sentence}`)).toBe(gradeOf(sentence));
    expect(gradeOf('Would *you* like to have [lunch](/professional-opportunities/) with me?')).toBe(gradeOf(sentence));
  });

  it('is none where there is no sentence', () => {
    expect(reading([{ line: 1, text: 'Leave it' }])).toBeUndefined();
  });

  it('points at the hardest sentence', () => {
    const found = reading([
      { line: 2, text: 'You ask them so. Considerable precipitation inconveniences everybody outside.' },
      { line: 7, text: 'They say no to it.' },
    ]);
    expect(found?.hardest).toEqual({ line: 2, text: 'Considerable precipitation inconveniences everybody outside.' });
    expect(found?.sentences).toBe(3);
  });
});

describe('the report', () => {
  const file = (name: string, grade: number) => ({
    file: name,
    grade,
    words: 10,
    sentences: 1,
    hardest: { line: 1, text: '' },
  });

  it('gives the average and the hardest files', () => {
    expect(readabilityReport([file('a.md', 2), file('b.md', 6.25), file('c.md', 4)], 2)).toBe(
      [
        'Reading grade (Flesch–Kincaid): 4.1 on average over 3 files; the hardest are',
        '  6.3  b.md',
        '  4.0  c.md',
      ].join('\n'),
    );
  });

  it('says so where there is nothing', () => {
    expect(readabilityReport([])).toBe('Reading grade: there is nothing to read.');
  });
});
