import { describe, expect, it } from 'vitest';
import { patternSentence, stripWords } from '../../../src/app/journal/pattern-words.ts';
import type { Pattern } from '../../../src/journal/pattern.ts';

const sentence = (closed: number, open: number, neither: number, always: Pattern['always'] = null) =>
  patternSentence({ total: closed + open + neither, closed, open, neither, always });

describe('a pattern in one sentence', () => {
  it.each([
    [3, 2, 0, 'Of five decisions, three close the door and two leave it open.'],
    [1, 1, 1, 'Of three decisions, one closes the door, one leaves it open and one takes neither side.'],
    [4, 0, 0, 'All four close the door.'],
    [0, 10, 2, 'Of 12 decisions, 10 leave the door open and two take neither side.'],
  ])('%i, %i and %i', (closed, open, neither, words) => {
    expect(sentence(closed, open, neither)).toBe(words);
  });

  it('names the guide at which they were all one', () => {
    const always = { flow: 'accept-stranger', short: 'A stranger asks', side: 'closed', count: 2 } as const;
    expect(sentence(3, 2, 0, always)).toBe(
      'Of five decisions, three close the door and two leave it open; at “A stranger asks” you closed the door both times.',
    );
    expect(sentence(3, 3, 0, { ...always, side: 'open', count: 3 })).toMatch(
      /you left the door open all three times\.$/,
    );
  });
});

describe('the strip in words', () => {
  it('says how far each leans', () => {
    const marks = [-3, 0, 4, -5].map((net, index) => ({ id: String(index), net, side: null, level: 0 }));
    expect(stripWords(marks)).toBe(
      'The claims lean to closing the door by 3 and 5. They lean to an open door by 4. One is level.',
    );
  });
});
