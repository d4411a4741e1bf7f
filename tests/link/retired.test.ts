import { describe, expect, it } from 'vitest';
import { flows } from '../../src/flows/index.ts';
import {
  retired,
  retiredFaults,
  retiredHeadline,
  retiredLabel,
  retiredPages,
  retiredQuestion,
} from '../../src/link/retired.ts';
import { goneSince, todaysFlow } from './fixtures/older-flow.ts';

describe('what is gone', () => {
  it('still says what it said', () => {
    expect(retiredHeadline('small', 'sleigh', goneSince)).toBe('Take the sleigh.');
    expect(retiredQuestion('small', 'mood', goneSince)).toBe('How do you feel?');
    expect(retiredLabel('small', 'weather.snow', goneSince)).toBe('It snows');
  });

  it('says nothing of what never was', () => {
    expect(retiredHeadline('small', 'constructor', goneSince)).toBeUndefined();
    expect(retiredHeadline('__proto__', 'sleigh', goneSince)).toBeUndefined();
    expect(retiredHeadline('small', 'go', goneSince)).toBeUndefined();
  });

  it('has a page at each address that links may name', () => {
    expect(retiredPages(goneSince)).toStrictEqual([
      { address: 'small/sleigh/', flow: 'small', verdict: 'sleigh', headline: 'Take the sleigh.' },
      { address: 'feed-the-birds/', flow: 'feed-the-birds', title: 'Should I feed the birds?' },
      {
        address: 'feed-the-birds/feed/',
        flow: 'feed-the-birds',
        title: 'Should I feed the birds?',
        verdict: 'feed',
        headline: 'Feed them.',
      },
    ]);
  });

  it('contradicts none of today’s flows', () => {
    expect(retiredFaults(retired, flows)).toEqual([]);
    expect(retiredFaults(goneSince, [todaysFlow])).toEqual([]);
  });

  it('is faulty where an id is in use again', () => {
    const list = {
      small: {
        title: 'Small',
        verdicts: { go: 'Go.' },
        questions: { hour: 'When?' },
        answers: { 'hour.late': 'Late' },
      },
    };
    expect(retiredFaults(list, [todaysFlow])).toEqual([
      'small is retired and in use.',
      'small: the verdict go is retired and in use.',
      'small: the question hour is retired and in use.',
      'small: the answer hour.late is retired and in use.',
    ]);
    expect(retiredFaults({ lost: {} }, [todaysFlow])).toEqual([
      'lost is no flow today, and the list does not say what its title was.',
    ]);
  });
});
