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
      pair: '1AAB',
      former: ['conduct.good', 'culture.normal'] as const,
      changed: 'culture',
      depth: 3,
    };
    expect(readEntry(coworker, structuredClone(entry))).toStrictEqual(entry);
    expect(readEntry(coworker, { version: 2, flow: 'accept-coworker' })).toStrictEqual(firstEntry(coworker));
  });

  it.each([
    [3, 3],
    [3.9, 3],
    [0, 0],
    [-1, 0],
    [Number.POSITIVE_INFINITY, 0],
    [Number.NaN, 0],
    ['3', 0],
  ])('has a depth of whole steps: %j is %j', (depth, read) => {
    expect(readEntry(coworker, { version: 2, flow: 'accept-coworker', depth }).depth).toBe(read);
  });

  it.each([
    ['a'.repeat(4000), true],
    ['a'.repeat(4001), false],
    ['1A!', false],
    ['!1A', false],
    ['', false],
    [['1A'], false],
  ])('holds a code as a link may hold one: %.12j', (code, isKept) => {
    const entry = readEntry(coworker, { version: 2, flow: 'accept-coworker', ask: code, pair: code });
    expect([entry.ask, entry.pair]).toEqual(isKept ? [code, code] : [undefined, undefined]);
  });

  it('is used only where it is a record', () => {
    const left = { version: 2, flow: 'accept-coworker', answers: ['conduct.good'] };
    expect(readEntry(coworker, left).answers).toEqual(['conduct.good']);
    const others = [null, undefined, 'accept-coworker', 7, Object.assign([], left), Object.assign(() => {}, left)];
    for (const other of others) expect(readEntry(coworker, other)).toStrictEqual(firstEntry(coworker));
  });

  it('takes no list for a name', () => {
    const left = { version: 2, flow: 'accept-coworker', changing: ['conduct'], changed: ['conduct'] };
    expect(readEntry(coworker, left)).toStrictEqual(firstEntry(coworker));
    const first = {
      version: 1,
      flow: 'accept-coworker',
      trail: [
        ['conduct', ['good']],
        [['heat'], 'warm'],
      ],
    };
    expect(readEntry(coworker, first)).toStrictEqual(firstEntry(coworker));
  });

  it('takes no question’s name for an answer', () => {
    expect(hasAnswer({ ...coworker, answers: { hea: { heat: [] } } }, 'heat')).toBe(false);
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
    expect(readEntry(coworker, { ...firstEntry({ id: 'introduce' }), answers: ['conduct.good'] })).toEqual(
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
