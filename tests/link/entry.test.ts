import { describe, expect, it } from 'vitest';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { flowById } from '../../src/flows/index.ts';
import { firstEntry, hasAnswer, readEntry } from '../../src/link/entry.ts';
import { fc } from '../fc.ts';

const coworker = flowById('accept-coworker') as MachineFlow;

describe('the state of a history entry', () => {
  it('is read as it was written', () => {
    const entry = {
      ...firstEntry(coworker),
      answers: ['conduct.difficult'] as const,
      later: ['heat.dont-know'] as const,
      changing: 'conduct',
      returning: true,
      shared: true,
      ask: '1AAAcode_-',
      depth: 3,
    };
    expect(readEntry(coworker, structuredClone(entry))).toEqual(entry);
  });

  it('of the first version is read: one list of pairs', () => {
    const left = {
      version: 1,
      flow: 'accept-coworker',
      trail: [['conduct', 'difficult'], ['heat', 'dont-know'], ['mood', 'low'], 7],
    };
    expect(readEntry(coworker, left)).toEqual({
      ...firstEntry(coworker),
      answers: ['conduct.difficult', 'heat.dont-know'],
    });
  });

  it('of another flow is not used', () => {
    expect(readEntry(coworker, { ...firstEntry({ id: 'introduce' }), answers: ['vouch.yes'] })).toEqual(
      firstEntry(coworker),
    );
  });

  it('is used without what today’s flow does not know', () => {
    const left = {
      version: 2,
      flow: 'accept-coworker',
      answers: ['conduct.good', 'mood.low', 'heat.__proto__', null],
      changing: 'mood',
      depth: -2,
      ask: '<b>',
    };
    expect(readEntry(coworker, left)).toEqual({ ...firstEntry(coworker), answers: ['conduct.good'] });
  });

  it('can be anything, and is never trusted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything({ withNullPrototype: true }),
          fc.record({
            flow: fc.constant('accept-coworker'),
            version: fc.anything(),
            trail: fc.anything(),
            answers: fc.anything(),
            later: fc.anything(),
            depth: fc.anything(),
            changing: fc.anything(),
            ask: fc.anything(),
            pair: fc.anything(),
          }),
        ),
        (left) => {
          const entry = readEntry(coworker, left);
          expect(entry).toMatchObject({ version: 2, flow: 'accept-coworker' });
          for (const answer of [...entry.answers, ...entry.later]) expect(hasAnswer(coworker, answer)).toBe(true);
          expect(entry.depth).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
