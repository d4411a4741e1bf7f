import { describe, expect, it } from 'vitest';
import { answerTo, isUnknown, type Trail } from '../../src/domain/answer.ts';
import type { MachineFlow } from '../../src/domain/define-flow.ts';
import { type Asking, type Walk, walk } from '../../src/domain/walk.ts';
import { acceptCoworker } from '../../src/flows/accept-coworker.ts';
import { requestDeclined } from '../../src/flows/request-declined.ts';
import { type Remaining, remaining } from '../../src/reasoning/remaining.ts';
import { allPaths, anyWalk, optionsOf } from '../domain/arbitrary.ts';
import { fc } from '../fc.ts';

const asking = (flow: MachineFlow, trail: Trail): Asking => {
  const reached = walk(flow, trail);
  if (reached.at !== 'question') throw new Error(`${trail} is at its end`);
  return reached;
};

/** Returns how many questions each walk that goes on from here asks, its present one left aside. */
function countByWalking(flow: MachineFlow, reached: Walk, limit = { walks: 3000 }): readonly number[] {
  if (reached.at !== 'question') return [-1];
  return optionsOf(flow, reached.question).flatMap((option) => {
    if (limit.walks-- < 0) return [];
    const next = walk(flow, [...reached.trail, answerTo(reached.question, option)]);
    return countByWalking(flow, next, limit).map((count) => count + 1);
  });
}

const median = (counts: readonly number[]): number =>
  [...counts].sort((one, other) => one - other)[Math.ceil(counts.length / 2) - 1] as number;

const isBetween = ({ least, median, most }: Remaining): boolean => least <= median && median <= most;

describe('what is left', () => {
  it('is the range of questions over every path that goes on from here', () => {
    for (const { flow, path } of allPaths) {
      path.trail.forEach((_, index) => {
        const start = path.trail.slice(0, index);
        const after = allPaths
          .filter((one) => one.flow === flow && start.every((answer, at) => one.path.trail[at] === answer))
          .map((one) => one.path.trail.length - index - 1);
        const left = remaining(flow, asking(flow, start));
        expect(left).toMatchObject({ least: Math.min(...after), most: Math.max(...after) });
        expect(left.median, `${flow.id}: ${start}`).toBe(Math.max(Math.min(1, left.most), median(after)));
      });
    }
  }, 20_000);

  it('counts, with unknowns, every question that any branch needs', () => {
    fc.assert(
      fc.property(anyWalk, ({ flow, reached }) => {
        if (reached.at !== 'question') return;
        const counts = countByWalking(flow, reached);
        const left = remaining(flow, reached);
        expect(left).toMatchObject({ least: Math.min(...counts), most: Math.max(...counts) });
        expect(left.median).toBeGreaterThanOrEqual(median(counts));
        expect(isBetween(left)).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it('never grows along a path', () => {
    for (const { flow, path } of allPaths) {
      const left = path.trail.map((_, index) => remaining(flow, asking(flow, path.trail.slice(0, index))));
      left.forEach((now, index) => {
        const before = left[index - 1];
        if (!before) return;
        expect(now.median, `${flow.id}: ${path.trail}`).toBeLessThanOrEqual(before.median);
        expect(now.most).toBeLessThan(before.most);
      });
    }
  });

  it('never grows along a walk with unknowns, save after “I don’t know yet”', () => {
    fc.assert(
      fc.property(anyWalk, ({ flow, reached }) => {
        reached.trail.forEach((answer, index) => {
          const next = walk(flow, reached.trail.slice(0, index + 1));
          if (isUnknown(answer) || next.at !== 'question') return;
          const before = remaining(flow, asking(flow, reached.trail.slice(0, index)));
          const after = remaining(flow, next);
          expect(after.median).toBeLessThanOrEqual(before.median);
          expect(after.most).toBeLessThan(before.most);
        });
      }),
      { numRuns: 500 },
    );
  }, 20_000);

  it('says none only of the last question', () => {
    for (const { flow, path } of allPaths) {
      path.trail.forEach((_, index) => {
        const { most, median } = remaining(flow, asking(flow, path.trail.slice(0, index)));
        expect(median === 0, `${flow.id}: ${path.trail.slice(0, index)}`).toBe(most === 0);
      });
    }
    expect(remaining(requestDeclined, asking(requestDeclined, ['answer.explained', 'aim.conversation']))).toEqual({
      least: 0,
      most: 0,
      median: 0,
    });
  });

  it('grows where an unknown opens a branch', () => {
    const known = remaining(acceptCoworker, asking(acceptCoworker, ['conduct.good']));
    const unknown = remaining(acceptCoworker, asking(acceptCoworker, ['conduct.dont-know']));
    expect(unknown.most).toBeGreaterThan(known.most);
  });

  it('leaves out the questions whose answers are kept from an earlier walk', () => {
    const reached = asking(acceptCoworker, ['conduct.difficult']);
    const kept: Trail = ['pattern.bad-days', 'talked.improved'];
    expect(remaining(acceptCoworker, reached).most).toBe(4);
    // After heat there is meaning alone: the talk, which got better, leads past the stakes.
    expect(remaining(acceptCoworker, reached, kept)).toEqual({ least: 0, most: 1, median: 1 });
  });
});
